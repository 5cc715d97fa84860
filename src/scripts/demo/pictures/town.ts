import {
  circle,
  ellipse,
  glow,
  group,
  hills,
  line,
  path,
  rect,
  randomFrom,
  roundTree,
  sky,
  snow,
  times,
  type Palette,
} from './drawing.js'

const house = (x: number, foot: number, w: number, h: number, wall: string, roof: string, pane: string) =>
  rect(x, foot - h, w, h, wall) +
  path(
    `M${x - 14} ${foot - h + 2} L${x + w / 2} ${foot - h - w * 0.42} L${x + w + 14} ${foot - h + 2}Z`,
    roof,
  ) +
  times(6, (i) => {
    const wx = x + w * (0.16 + (i % 3) * 0.27),
      wy = foot - h + 34 + Math.floor(i / 3) * 92
    return rect(wx, wy, w * 0.15, 52, pane) + rect(wx + w * 0.07, wy, 3, 52, wall)
  })

export function market(p: Palette): string[] {
  const goods = [
    ['#c8452f', '#e0643c'],
    ['#e9a93a', '#f3c55a'],
    ['#6c9a4a', '#88b45e'],
    ['#8a4f7d', '#a86a99'],
  ]
  const stall = (x: number, n: number) => {
    const stripe = n % 2 ? p.second : p.accent
    return group(
      `translate(${x} 0)`,
      ellipse(170, 806, 200, 18, p.dark, 'opacity="0.25"'),
      rect(8, 480, 12, 320, '#6b4b3c'),
      rect(320, 480, 12, 320, '#6b4b3c'),
      rect(18, 500, 304, 150, p.dark, 'opacity="0.35"'),
      times(3, (i) => {
        const [shade, top] = goods[(n + i) % 4] ?? ['#c8452f', '#e0643c']
        return (
          times(6, (k) =>
            circle(
              42 + i * 100 + (k % 3) * 27,
              640 - Math.floor(k / 3) * 20,
              17,
              k % 2 ? (shade ?? '') : (top ?? ''),
            ),
          ) +
          rect(22 + i * 100, 640, 94, 44, '#b98654') +
          rect(22 + i * 100, 658, 94, 3, '#8a5f3c')
        )
      }),
      rect(0, 684, 340, 116, '#a06f4b'),
      times(8, (i) => rect(i * 43, 684, 2, 116, '#7d5338')),
      times(6, (i) =>
        path(
          `M${20 + i * 50} 400 H${70 + i * 50} L${56 + i * 60 - 8} 500 q-30 34 -60 0 L${20 + i * 50} 400Z`,
          i % 2 ? p.light : stripe,
        ),
      ),
      rect(18, 392, 304, 12, '#6b4b3c'),
    )
  }
  const roofs = [p.dark, '#8b4a3a', '#54616b']
  return [
    sky(p),
    hills(420, 24, p.far, 1),
    times(7, (i) =>
      house(
        -40 + i * 245,
        690,
        205,
        270 + ((i * 61) % 90),
        ['#e9cf96', '#d98e6c', '#c9d3c4', '#e6dcc6'][i % 4] ?? p.light,
        roofs[i % 3] ?? p.dark,
        '#fdf1c9',
      ),
    ),
    rect(0, 670, 1600, 230, '#bdb0a0'),
    times(60, (i) => ellipse((i * 173) % 1600, 700 + ((i * 47) % 200), 30, 7, '#a89a8a', 'opacity="0.6"')),
    line('M0 250 Q400 350 800 260 T1600 250', p.dark, 4),
    times(20, (i) => {
      const x = 30 + i * 80,
        y = 262 + 38 * Math.sin((i / 19) * Math.PI * 2)
      return path(`M${x} ${y} h46 l-23 48Z`, [p.accent, p.second, p.light, p.near][i % 4] ?? p.accent)
    }),
    stall(90, 0),
    stall(600, 1),
    stall(1110, 2),
    roundTree(500, 760, 220, '#6fa36b', '#5a8f62', '#6b4b3c'),
    roundTree(1030, 760, 200, '#6fa36b', '#5a8f62', '#6b4b3c'),
  ]
}

export function townHall(p: Palette): string[] {
  const window = (x: number, y: number) =>
    rect(x - 5, y - 5, 64, 110, p.light) +
    path(`M${x} ${y + 100} V${y + 24} Q${x + 27} ${y - 14} ${x + 54} ${y + 24} V${y + 100}Z`, '#5f8ba3') +
    line(`M${x + 27} ${y + 6} V${y + 100} M${x} ${y + 52} H${x + 54}`, p.light, 4)
  const wall = '#ecc36a'
  return [
    sky(p),
    times(4, (i) =>
      group(
        `translate(${130 + i * 250 + (i > 1 ? 480 : 0)} ${120 + (i % 3) * 50})`,
        ellipse(0, 0, 90, 22, '#fff', 'opacity="0.65"'),
        ellipse(-34, -14, 48, 22, '#fff', 'opacity="0.65"'),
        ellipse(34, -18, 56, 26, '#fff', 'opacity="0.65"'),
      ),
    ),
    hills(520, 36, p.far, 0.3),
    hills(590, 26, p.mid, 2),
    group(
      'translate(96 88) scale(0.88)',
      rect(330, 400, 940, 330, wall),
      path('M300 404 L390 300 H1210 L1300 404Z', '#4b5f6b'),
      rect(318, 400, 964, 16, p.light),
      rect(330, 560, 940, 8, p.light, 'opacity="0.8"'),
      times(12, (i) => (i > 3 && i < 8 ? '' : window(362 + i * 75, 440))),
      times(12, (i) => (i > 3 && i < 8 ? '' : window(362 + i * 75, 600))),
      rect(690, 210, 220, 520, '#f1cf7f'),
      path('M670 214 L800 110 L930 214Z', p.light),
      path('M694 204 L800 122 L906 204Z', wall),
      rect(745, 40, 110, 90, '#f1cf7f'),
      path('M730 46 Q800 -60 870 46Z', '#3f7a6d'),
      line('M800 -10 V-60', p.dark, 5),
      circle(800, 92, 34, p.light),
      circle(800, 92, 34, 'none', `stroke="${p.dark}" stroke-width="5"`),
      line('M800 92 V70 M800 92 L816 100', p.dark, 5),
      window(720, 260),
      window(826, 260),
      window(720, 420),
      window(826, 420),
      path('M745 730 V640 Q800 580 855 640 V730Z', '#7a4a38'),
      line('M800 612 V730', '#5b3427', 4),
      path('M700 760 L720 730 H880 L900 760Z', '#d7cbb9'),
      rect(690, 756, 220, 14, '#c3b5a0'),
    ),
    rect(0, 730, 1600, 170, '#cdbfa9'),
    path('M690 768 H910 L1110 900 H490Z', '#e3d7c2'),
    times(40, (i) => ellipse((i * 211) % 1600, 770 + ((i * 53) % 130), 36, 6, '#b7a892', 'opacity="0.5"')),
    roundTree(170, 790, 420, '#74a66c', '#5b9061', '#6b4b3c'),
    roundTree(1440, 790, 440, '#74a66c', '#5b9061', '#6b4b3c'),
    line('M1190 760 V250', p.light, 9),
    circle(1190, 246, 10, p.second),
    path('M1195 262 C1240 246 1270 290 1330 266 V350 C1270 372 1240 330 1195 346Z', p.accent),
    path('M1195 298 C1240 282 1270 326 1330 302 V318 C1270 342 1240 298 1195 314Z', p.light),
    times(2, (i) =>
      group(
        `translate(${560 + i * 400} 800)`,
        rect(0, 0, 80, 30, '#8a6a54'),
        times(5, (k) => circle(8 + k * 16, -6 - (k % 2) * 10, 14, k % 2 ? p.accent : '#e8889a')),
      ),
    ),
  ]
}

export function lanterns(p: Palette): string[] {
  const random = randomFrom(5)
  const wire = (y: number, sag: number, count: number, size: number) =>
    line(`M-20 ${y} Q800 ${y + sag * 2} 1620 ${y - 20}`, p.dark, 4) +
    times(count, (i) => {
      const t = (i + 0.5) / count,
        x = -20 + 1640 * t,
        wy = (1 - t) ** 2 * y + 2 * t * (1 - t) * (y + sag * 2) + t ** 2 * (y - 20),
        fill = [p.second, '#f7d58a', p.accent][i % 3] ?? p.second
      return (
        glow(x, wy + size * 1.5, size * 3.1, '#ffd98a', 0.75) +
        group(
          `translate(${x.toFixed(0)} ${wy.toFixed(0)})`,
          line(`M0 0 V${size * 0.6}`, p.dark, 3),
          ellipse(0, size * 1.5, size * 0.85, size, fill),
          ellipse(0, size * 1.5, size * 0.4, size, '#fff3cf', 'opacity="0.55"'),
          rect(-size * 0.36, size * 0.48, size * 0.72, size * 0.16, p.dark),
          rect(-size * 0.36, size * 2.36, size * 0.72, size * 0.16, p.dark),
        )
      )
    })
  return [
    rect(0, 0, 1600, 900, 'url(#sky)'),
    times(60, () =>
      circle(
        Math.round(random() * 1600),
        Math.round(random() * 380),
        1 + random() * 2,
        p.light,
        'opacity="0.7"',
      ),
    ),
    hills(500, 40, p.far, 1.4),
    times(8, (i) =>
      house(
        -60 + i * 215,
        740,
        185,
        240 + ((i * 83) % 110),
        [p.mid, p.near, '#5a4a6e', '#3c4670'][i % 4] ?? p.mid,
        p.dark,
        i % 3 ? '#f9d27a' : '#e9a95c',
      ),
    ),
    rect(0, 730, 1600, 170, '#dfe6f2'),
    path('M0 730 H1600 V770 C1200 740 400 790 0 752Z', '#f4f7fc'),
    times(9, (i) => ellipse(90 + i * 180, 830 + (i % 3) * 18, 120, 16, '#ffdf9c', 'opacity="0.35"')),
    group(
      'translate(800 0)',
      path('M0 330 L120 560 H60 L150 740 H-150 L-60 560 H-120Z', '#1f4a46'),
      times(22, (i) => {
        const y = 390 + i * 16,
          half = (y - 330) * 0.33,
          x = Math.sin(i * 2.4) * half
        return circle(x, y, 6, i % 2 ? '#ffe6a6' : p.second)
      }),
      path('M0 292 l10 26 h28 l-22 18 8 28 -24 -16 -24 16 8 -28 -22 -18 h28Z', '#ffe6a6'),
    ),
    wire(90, 60, 9, 34),
    wire(210, 70, 7, 44),
    snow(150, 17, '#ffffff'),
  ]
}
