import { circle, ellipse, glow, group, line, path, randomFrom, rect, times, type Palette } from './drawing.js'

export function sportHall(p: Palette): string[] {
  const goal = (x: number) =>
    group(
      `translate(${x} 520)`,
      times(8, (i) => line(`M${14 + i * 20} 0 V120`, p.light, 2, 'opacity="0.7"')),
      times(5, (i) => line(`M0 ${i * 28} H168`, p.light, 2, 'opacity="0.7"')),
      line('M0 122 V0 H168 V122', p.accent, 11),
    )
  return [
    rect(0, 0, 1600, 900, '#e9e1d2'),
    path('M0 0 H1600 L1380 150 H220Z', '#c8b99f'),
    times(7, (i) =>
      path(`M${i * 260 - 10} 0 H${i * 260 + 34} L${245 + i * 186} 150 H${220 + i * 186}Z`, '#a98f6d'),
    ),
    path('M0 0 L220 150 V640 L0 820Z', '#d6cbb6'),
    path('M1600 0 L1380 150 V640 L1600 820Z', '#d6cbb6'),
    times(
      6,
      (i) =>
        rect(262 + i * 184, 190, 156, 170, 'url(#sky)') +
        rect(338 + i * 184, 190, 5, 170, p.light) +
        rect(262 + i * 184, 272, 156, 5, p.light),
    ),
    times(46, (i) => rect(222 + i * 25.2, 420, 2, 220, '#b79a74', 'opacity="0.5"')),
    rect(220, 415, 1160, 10, '#b79a74'),
    path('M220 640 H1380 L1600 820 V900 H0 V820Z', '#d99b5c'),
    times(13, (i) => line(`M${220 + i * 97} 640 L${-330 + i * 188} 900`, '#b97f45', 2, 'opacity="0.5"')),
    times(6, (i) =>
      path(
        `M${292 + i * 184} 640 H${390 + i * 184} L${330 + i * 210} 900 H${180 + i * 210}Z`,
        p.light,
        'opacity="0.16"',
      ),
    ),
    ellipse(800, 745, 190, 46, 'none', `stroke="${p.light}" stroke-width="8"`),
    line('M800 640 V900', p.light, 8),
    line('M300 655 H1300 L1480 850 H120Z', p.accent, 7, 'opacity="0.75"'),
    line('M360 720 C470 710 520 760 440 830', p.near, 7),
    line('M1240 720 C1130 710 1080 760 1160 830', p.near, 7),
    goal(300),
    goal(1132),
    line('M640 860 L760 705', p.dark, 12),
    path('M640 856 q-60 26 -84 -14 q40 6 70 -12Z', p.accent),
    ellipse(860, 800, 30, 8, p.dark, 'opacity="0.25"'),
    circle(856, 774, 28, p.light),
    times(5, (i) => circle(842 + (i % 3) * 14, 764 + Math.floor(i / 3) * 16, 3.4, p.mid)),
  ]
}

export function books(p: Palette): string[] {
  const random = randomFrom(41)
  const colours = [p.accent, p.second, p.near, p.mid, p.far, '#7d5a86', '#3f6f8f', p.dark]
  const shelf = (y: number, from: number, to: number) => {
    let x = from,
      drawn = ''
    while (x < to - 70) {
      const w = 24 + Math.floor(random() * 38),
        h = 130 + Math.floor(random() * 75),
        fill = colours[Math.floor(random() * colours.length)] ?? p.accent
      const lean = random() > 0.9 ? ` transform="rotate(6 ${x} ${y})"` : ''
      drawn += `<g${lean}>${rect(x, y - h, w, h, fill, 'rx="3"')}${rect(x, y - h + 22, w, 8, p.light, 'opacity="0.7"')}${rect(x, y - 34, w, 6, p.light, 'opacity="0.45"')}${rect(x + w - 5, y - h, 5, h, '#000', 'opacity="0.10"')}</g>`
      x += w + 3 + (lean ? 26 : 0)
    }
    return drawn
  }
  return [
    rect(0, 0, 1600, 900, '#f1dfc3'),
    rect(0, 0, 1600, 900, 'url(#sky)', 'opacity="0.35"'),
    rect(90, 50, 980, 800, '#a8744a', 'rx="8"'),
    times(3, (i) => rect(120, 80 + i * 255, 920, 230, '#6f4a33')),
    shelf(310, 132, 1020),
    shelf(565, 132, 700),
    shelf(820, 132, 1020),
    times(3, (i) => rect(104, 308 + i * 255, 952, 24, '#c08d5d')),
    group(
      'translate(810 565)',
      path('M-56 0 L-70 -90 H70 L56 0Z', p.accent),
      times(7, (i) =>
        path(
          'M0 -84 C-26 -150 -22 -170 0 -205 C22 -170 26 -150 0 -84Z',
          i % 2 ? p.near : '#6fa070',
          `transform="rotate(${-60 + i * 20} 0 -84)"`,
        ),
      ),
    ),
    group(
      'translate(960 565)',
      circle(0, -52, 50, '#3f7ea0'),
      path(
        'M-30 -80 q26 -14 44 6 q-4 30 -30 28 q-24 -6 -14 -34Z M6 -36 q24 -10 36 8 q-12 22 -30 20Z',
        '#8fbf8a',
      ),
      rect(-30, -6, 60, 8, p.dark),
    ),
    rect(0, 850, 1600, 50, '#8b5f42'),
    glow(1330, 400, 330, '#ffd98a', 1.3),
    rect(1322, 380, 16, 460, p.dark),
    ellipse(1330, 846, 96, 14, p.dark),
    path('M1220 400 L1265 250 H1395 L1440 400Z', p.second),
    ellipse(1330, 400, 110, 13, '#fff2c9'),
    group(
      'translate(1120 650)',
      path('M0 100 q-20 -110 70 -110 h180 q90 0 70 110 v70 h-320Z', p.near),
      rect(40, 70, 250, 80, p.mid, 'rx="24"'),
      rect(20, 165, 24, 34, p.dark),
      rect(280, 165, 24, 34, p.dark),
      path('M110 66 L160 50 L214 66 L214 78 L160 66 L110 78Z', p.light),
      path('M110 66 L160 50 V66 L110 78Z', '#e4d3b4'),
    ),
  ]
}
