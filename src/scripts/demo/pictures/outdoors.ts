import {
  circle,
  ellipse,
  group,
  hills,
  line,
  path,
  rect,
  roundTree,
  sky,
  snow,
  spruce,
  times,
  randomFrom,
  type Palette,
} from './drawing.js'

export function football(p: Palette): string[] {
  const net =
    times(15, (i) => line(`M${640 + i * 50} 300 L${660 + i * 47} 610`, p.light, 2.5, 'opacity="0.55"')) +
    times(8, (i) => line(`M642 ${330 + i * 38} H1356`, p.light, 2.5, 'opacity="0.55"'))
  const pentagon = (x: number, y: number, r: number, turn: number) =>
    path(
      `M${Array.from({ length: 5 }, (_, i) => {
        const a = turn + (i * 2 * Math.PI) / 5
        return `${(x + r * Math.cos(a)).toFixed(1)} ${(y + r * Math.sin(a)).toFixed(1)}`
      }).join(' L')}Z`,
      p.dark,
    )
  const seams = times(5, (i) => {
    const a = -Math.PI / 2 + (i * 2 * Math.PI) / 5
    return line(
      `M${390 + 46 * Math.cos(a)} ${655 + 46 * Math.sin(a)} L${390 + 104 * Math.cos(a)} ${655 + 104 * Math.sin(a)}`,
      p.dark,
      6,
    )
  })
  const patches = times(5, (i) => {
    const a = -Math.PI / 2 + (i * 2 * Math.PI) / 5
    return pentagon(390 + 132 * Math.cos(a), 655 + 132 * Math.sin(a), 44, a + Math.PI)
  })
  return [
    sky(p),
    hills(430, 34, p.far, 1),
    hills(500, 26, p.mid, 3),
    times(26, (i) => spruce(30 + i * 64, 585, 120 + ((i * 37) % 70), i % 3 ? p.near : p.mid)),
    rect(0, 575, 1600, 325, p.ground),
    times(6, (i) =>
      path(
        `M${-200 + i * 360} 900 L${240 + i * 220} 575 H${350 + i * 220} L${-20 + i * 360} 900Z`,
        p.light,
        'opacity="0.10"',
      ),
    ),
    line('M0 640 H1600', p.light, 7, 'opacity="0.8"'),
    net,
    line('M630 640 V295 H1370 V640', p.light, 18),
    line('M630 640 V295 H1370 V640', p.dark, 2, 'opacity="0.15"'),
    ellipse(400, 800, 170, 26, p.dark, 'opacity="0.25"'),
    '<clipPath id="ball"><circle cx="390" cy="655" r="146"/></clipPath>',
    circle(390, 655, 146, p.light),
    `<g clip-path="url(#ball)">${pentagon(390, 655, 50, -Math.PI / 2)}${seams}${patches}${ellipse(440, 740, 190, 80, p.dark, 'opacity="0.10"')}</g>`,
    circle(390, 655, 146, 'none', `stroke="${p.dark}" stroke-width="5"`),
  ]
}

export function winterTrail(p: Palette): string[] {
  const random = randomFrom(7)
  const forest = (foot: number, size: number, count: number, fill: string) =>
    times(count, (i) =>
      spruce(
        ((i + 0.5) * 1600) / count + (random() - 0.5) * 60,
        foot + random() * 26,
        size * (0.75 + random() * 0.5),
        fill,
        '#f6fafd',
      ),
    )
  return [
    sky(p),
    circle(1180, 260, 74, p.light),
    hills(400, 60, p.far, 0.4),
    forest(520, 150, 22, p.mid),
    hills(530, 24, '#d6e3ee', 2),
    forest(600, 210, 9, p.near),
    hills(640, 36, '#f2f7fb', 4),
    path(
      'M760 640 C700 690 960 720 900 780 C850 830 600 850 520 900 H1010 C1080 850 1130 800 1080 750 C1030 705 800 690 800 640Z',
      '#cddcea',
    ),
    line('M772 645 C722 695 990 725 935 785 C885 835 690 850 620 900', '#9db6cc', 7),
    line('M788 643 C760 695 1040 725 1000 785 C965 835 830 850 770 900', '#9db6cc', 7),
    spruce(150, 880, 520, p.near, '#fbfdff'),
    spruce(1430, 890, 600, p.near, '#fbfdff'),
    spruce(1240, 830, 320, p.mid, '#fbfdff'),
    group(
      'translate(330 690)',
      rect(0, -150, 12, 230, '#6b4b3c'),
      path('M-14 -140 H120 L150 -110 L120 -80 H-14Z', p.accent),
      circle(50, -110, 14, p.light),
    ),
    snow(110, 11, '#ffffff'),
  ]
}

export function autumn(p: Palette): string[] {
  const random = randomFrom(23)
  const colours = [p.accent, p.second, '#d9712c', '#efc25a', '#8f3a2c']
  const leaf = (x: number, y: number, s: number, turn: number, fill: string) =>
    group(
      `translate(${x.toFixed(0)} ${y.toFixed(0)}) rotate(${turn.toFixed(0)}) scale(${s.toFixed(2)})`,
      path('M0 -26 C18 -18 22 6 0 28 C-22 6 -18 -18 0 -26Z', fill),
      line('M0 -18 V38', p.near, 2.5, 'opacity="0.6"'),
    )
  return [
    sky(p),
    hills(430, 40, '#e9c08b', 0.5),
    hills(520, 30, p.far, 2.4),
    times(7, (i) =>
      roundTree(
        80 + i * 245,
        640 + (i % 2) * 18,
        250 + ((i * 53) % 70),
        colours[i % 4] ?? p.accent,
        colours[(i + 1) % 4] ?? p.second,
        p.near,
      ),
    ),
    hills(655, 18, p.ground, 1),
    path('M720 640 C650 720 900 760 620 900 H1120 C1120 770 820 730 790 640Z', '#ecd6ab'),
    roundTree(210, 870, 720, p.accent, '#d9712c', p.dark),
    roundTree(1420, 880, 760, p.second, '#d9712c', p.dark),
    times(170, () =>
      leaf(
        random() * 1600,
        690 + random() * 210,
        0.4 + random() * 0.5,
        random() * 360,
        colours[Math.floor(random() * 5)] ?? p.accent,
      ),
    ),
    times(26, () =>
      leaf(
        350 + random() * 900,
        120 + random() * 500,
        0.7 + random() * 0.7,
        random() * 360,
        colours[Math.floor(random() * 5)] ?? p.accent,
      ),
    ),
  ]
}

export function playground(p: Palette): string[] {
  const swing = (x: number, sway: number) =>
    line(`M${x} 420 L${x + sway} 680 M${x + 70} 420 L${x + 70 + sway} 680`, p.dark, 5) +
    rect(x - 14 + sway, 676, 98, 18, p.accent, 'rx="9"')
  return [
    sky(p),
    hills(470, 34, p.far, 2),
    hills(540, 26, p.mid, 0.6),
    rect(0, 640, 1600, 260, p.ground),
    roundTree(830, 690, 560, '#6fa36b', '#5a8f62', '#6b4b3c'),
    path('M0 770 C300 720 700 790 1000 750 S1500 740 1600 765 V900 H0Z', '#ead8ae'),
    line('M140 790 L220 410 L300 790 M610 790 L690 410 L770 790', p.dark, 18),
    line('M210 412 H700', p.accent, 20),
    swing(300, 0),
    swing(490, 54),
    group(
      'translate(1010 0)',
      rect(30, 390, 22, 400, p.dark),
      rect(210, 390, 22, 400, p.dark),
      path('M0 380 L131 290 L262 380Z', p.accent),
      rect(16, 380, 230, 22, p.second),
      rect(30, 560, 202, 22, p.second),
      times(6, (i) => rect(48, 600 + i * 32, 166, 10, p.light)),
      path('M232 560 C330 570 380 760 520 775 L520 800 C360 800 320 620 232 600Z', p.second),
      path('M232 552 C335 560 390 748 522 764 L520 780 C380 765 325 582 232 568Z', p.light),
    ),
    times(9, (i) =>
      group(
        `translate(${60 + i * 190} ${840 + (i % 3) * 18})`,
        line('M0 0 V-26', p.near, 5),
        circle(0, -32, 11, i % 2 ? p.second : p.accent),
        circle(0, -32, 4, p.light),
      ),
    ),
  ]
}
