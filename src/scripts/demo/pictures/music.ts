import { circle, ellipse, glow, group, line, path, rect, times, type Palette } from './drawing.js'

export function stage(p: Palette): string[] {
  const fold = (x: number, w: number) =>
    path(
      `M${x} 90 H${x + w} C${x + w + 6} 400 ${x + w - 8} 600 ${x + w} 730 H${x} C${x - 8} 600 ${x + 6} 400 ${x} 90Z`,
      p.accent,
    ) +
    path(
      `M${x + w * 0.66} 90 H${x + w} C${x + w + 6} 400 ${x + w - 8} 600 ${x + w} 730 H${x + w * 0.7} C${x + w * 0.6} 500 ${x + w * 0.74} 300 ${x + w * 0.66} 90Z`,
      '#000',
      'opacity="0.20"',
    )
  const beam = (x: number, to: number) =>
    path(`M${x - 14} 120 L${to - 190} 745 H${to + 190} L${x + 14} 120Z`, p.light, 'opacity="0.16"') +
    ellipse(to, 745, 190, 34, p.light, 'opacity="0.30"')
  const heads = times(15, (i) => {
    const x = 50 + i * 108 + (i % 2) * 14,
      y = 862 - (i % 3) * 10
    return (
      circle(x, y, 34, p.dark) +
      path(`M${x - 66} 930 Q${x - 60} ${y + 28} ${x} ${y + 28} Q${x + 60} ${y + 28} ${x + 66} 930Z`, p.dark)
    )
  })
  return [
    rect(0, 0, 1600, 900, '#221c3c'),
    rect(260, 90, 1080, 650, 'url(#sky)'),
    glow(800, 560, 380, p.second, 0.8),
    path('M200 725 H1400 L1520 800 H80Z', '#a46a45'),
    times(11, (i) => line(`M${260 + i * 108} 728 L${150 + i * 130} 798`, '#7c4c33', 3)),
    beam(520, 560),
    beam(800, 800),
    beam(1080, 1050),
    group(
      'translate(800 0)',
      rect(-5, 470, 10, 270, p.dark),
      ellipse(0, 744, 60, 10, p.dark),
      rect(-15, 430, 30, 56, p.dark, 'rx="15"'),
      rect(-15, 446, 30, 5, p.second),
    ),
    group(
      'translate(1040 0)',
      rect(-44, 620, 88, 12, p.dark),
      line('M-34 632 L-44 742 M34 632 L44 742', p.dark, 9),
    ),
    group(
      'translate(550 0)',
      path(
        'M0 560 C44 560 44 616 30 634 C66 652 60 742 0 742 C-60 742 -66 652 -30 634 C-44 616 -44 560 0 560Z',
        p.second,
      ),
      circle(0, 655, 20, p.dark),
      rect(-6, 430, 12, 190, p.dark),
      rect(-13, 400, 26, 44, p.dark, 'rx="6"'),
    ),
    times(4, (i) => fold(i * 74, 74)),
    times(4, (i) => fold(1304 + i * 74, 74)),
    path(
      'M0 0 H1600 V110 Q1500 190 1400 120 Q1300 190 1200 120 Q1100 190 1000 120 Q900 190 800 120 Q700 190 600 120 Q500 190 400 120 Q300 190 200 120 Q100 190 0 110Z',
      '#a5334a',
    ),
    line(
      'M0 108 Q100 188 200 118 Q300 188 400 118 Q500 188 600 118 Q700 188 800 118 Q900 188 1000 118 Q1100 188 1200 118 Q1300 188 1400 118 Q1500 188 1600 108',
      p.second,
      8,
    ),
    times(3, (i) =>
      group(
        `translate(${520 + i * 280} 150)`,
        path('M-28 0 H28 L40 54 H-40Z', p.dark),
        ellipse(0, 54, 40, 9, p.light),
      ),
    ),
    heads,
  ]
}

export function concert(p: Palette): string[] {
  const note = (x: number, y: number, s: number, fill: string) =>
    group(
      `translate(${x} ${y}) scale(${s})`,
      ellipse(0, 0, 20, 14, fill, 'transform="rotate(-20)"'),
      rect(14, -84, 7, 82, fill),
      path('M14 -84 C40 -74 52 -58 40 -34 C40 -54 28 -60 14 -60Z', fill),
    )
  return [
    rect(0, 0, 1600, 900, 'url(#sky)'),
    glow(800, 520, 700, p.second, 0.9),
    times(9, (i) => path(`M800 900 L${-200 + i * 240} -40 H${-90 + i * 240}Z`, p.light, 'opacity="0.07"')),
    path('M0 760 C400 700 1200 700 1600 760 V900 H0Z', p.dark),
    path('M0 790 C400 735 1200 735 1600 790 V900 H0Z', p.near),
    group(
      'translate(1080 590)',
      ellipse(0, 186, 210, 26, '#000', 'opacity="0.3"'),
      path('M-180 -60 V120 A180 54 0 0 0 180 120 V-60Z', p.accent),
      times(6, (i) =>
        line(
          `M${-165 + i * 55} ${-34 + 16 * Math.cos((i - 3) / 2)} L${-138 + i * 55} ${150} L${-110 + i * 55} ${-34 + 16 * Math.cos((i - 2) / 2)}`,
          p.light,
          5,
        ),
      ),
      path('M-184 90 V126 A184 56 0 0 0 184 126 V90 A184 56 0 0 1 -184 90Z', p.second),
      path('M-184 -74 V-40 A184 56 0 0 0 184 -40 V-74 A184 56 0 0 1 -184 -74Z', p.second),
      ellipse(0, -70, 184, 56, p.light),
      ellipse(0, -70, 160, 44, '#f5dcb2'),
      line('M-60 -110 L150 -250 M40 -90 L250 -190', '#b98654', 13),
      circle(-62, -108, 15, '#b98654'),
      circle(38, -88, 15, '#b98654'),
    ),
    group(
      'translate(500 520) rotate(-16)',
      line('M-330 0 H250', '#f2c14e', 26),
      path('M150 -13 C290 -18 350 -60 400 -130 V130 C350 60 290 18 150 13Z', '#f2c14e'),
      ellipse(400, 0, 26, 130, '#d99a2b'),
      ellipse(404, 0, 15, 100, '#8a5a1c'),
      line('M-190 0 V96 Q-190 130 -150 130 H60 Q100 130 100 96 V0', '#e3a93a', 22),
      times(
        3,
        (i) =>
          rect(-110 + i * 62, -66, 36, 170, '#f7d57e', 'rx="8"') +
          rect(-102 + i * 62, -96, 20, 32, '#d99a2b') +
          ellipse(-92 + i * 62, -98, 22, 9, p.light),
      ),
      path('M-330 -22 L-372 -30 V30 L-330 22Z', '#d99a2b'),
      line('M-320 -5 H140', p.light, 5, 'opacity="0.7"'),
    ),
    note(240, 280, 1.5, p.light),
    note(720, 210, 1.1, p.second),
    note(960, 300, 1.4, p.light),
    note(1300, 220, 1.7, p.second),
    note(480, 180, 0.9, p.light),
  ]
}

export function choir(p: Palette): string[] {
  const skins = ['#f0c8a4', '#c98f68', '#8d5a3f', '#e6b48c', '#f5d6b8']
  const hair = ['#5b3a29', '#2f2523', '#c58b45', '#8f8a86', '#a04f2d']
  const gowns = ['#9e3b46', '#34647d', '#7a5a8a', '#4d7a5c']
  const singer = (x: number, y: number, n: number) =>
    group(
      `translate(${x} ${y})`,
      path('M-62 190 V70 Q-60 26 0 24 Q60 26 62 70 V190Z', gowns[n % 4] ?? p.accent),
      path('M-20 28 L0 70 L20 28Z', p.light),
      circle(0, -22, 42, skins[(n * 3) % 5] ?? '#f0c8a4'),
      path(
        'M-44 -18 Q-48 -72 0 -72 Q48 -72 44 -18 Q34 -50 0 -50 Q-34 -50 -44 -18Z',
        hair[(n * 2 + (n % 3)) % 5] ?? p.dark,
      ),
      ellipse(0, 0, 9, 11, '#6d2c2c'),
      line('M-22 -20 q7 -6 14 0 M8 -20 q7 -6 14 0', '#3a2522', 4),
      path('M-46 88 L0 74 L46 88 V142 L0 128 L-46 142Z', p.light),
      line('M0 76 V128', '#c9b58f', 3),
    )
  const row = (y: number, count: number, from: number, gap: number, shift: number) =>
    times(count, (i) => singer(from + i * gap, y, i + shift))
  return [
    rect(0, 0, 1600, 900, '#e8cda0'),
    times(5, (i) => rect(i * 400 - 30, 0, 60, 900, '#d9b986')),
    glow(800, 300, 480, '#fff4d6', 1.3),
    path('M560 560 V280 C560 120 690 50 800 20 C910 50 1040 120 1040 280 V560Z', '#8a5a3c'),
    path('M584 560 V284 C584 140 700 72 800 46 C900 72 1016 140 1016 284 V560Z', '#bfe0ec'),
    path('M584 420 C680 360 760 440 1016 380 V560 H584Z', '#8fbf9c'),
    path('M584 300 C680 250 760 300 800 250 V46 C700 72 584 140 584 284Z', '#f6d98f', 'opacity="0.7"'),
    line('M800 40 V560 M584 300 H1016 M584 430 H1016 M690 90 V560 M910 90 V560', '#8a5a3c', 9),
    times(2, (i) =>
      group(
        `translate(${210 + i * 1180} 0)`,
        line('M0 0 V150', '#6f4a33', 5),
        circle(0, 190, 42, '#ffe9b0'),
        glow(0, 190, 120, '#fff0c0', 0.9),
        rect(-30, 150, 60, 10, '#6f4a33'),
      ),
    ),
    rect(0, 700, 1600, 200, '#a06c45'),
    row(460, 9, 224, 144, 0),
    rect(120, 640, 1360, 20, '#8a5a3c'),
    row(575, 10, 152, 144, 3),
    rect(60, 756, 1480, 20, '#7a4d35'),
    row(700, 9, 224, 144, 1),
    path('M0 880 H1600 V900 H0Z', '#6f4a33'),
  ]
}
