import {
  circle,
  ellipse,
  glow,
  group,
  hills,
  line,
  path,
  randomFrom,
  rect,
  sky,
  times,
  type Palette,
} from './drawing.js'

/** Light on the water, longer towards the viewer. */
function glints(top: number, count: number, seed: number, fill: string): string {
  const random = randomFrom(seed)
  return times(count, () => {
    const depth = random()
    const y = Math.round(top + depth * (880 - top))
    return rect(
      Math.round(random() * 1500),
      y,
      Math.round(40 + depth * 150),
      4,
      fill,
      'rx="2" opacity="0.35"',
    )
  })
}

export function fjord(p: Palette): string[] {
  const peak = (d: string, fill: string, cap: string) =>
    path(d, fill) + path(cap, '#ffffff', 'opacity="0.85"')
  return [
    sky(p),
    circle(1180, 210, 64, p.light),
    peak(
      'M0 560 L160 330 L260 400 L430 190 L610 420 L740 350 L900 560Z',
      '#a9c3d4',
      'M430 190 L500 280 L462 268 L436 300 L405 262 L374 259Z',
    ),
    peak(
      'M700 560 L930 300 L1040 390 L1250 170 L1420 370 L1600 280 V560Z',
      '#8fb0c4',
      'M1250 170 L1318 250 L1282 244 L1254 282 L1224 240 L1186 237Z',
    ),
    path('M0 560 V440 C120 380 240 470 360 510 L520 560Z', p.mid),
    path('M1600 560 V400 C1480 380 1380 460 1260 505 L1080 560Z', p.near),
    rect(0, 556, 1600, 344, '#5d9cb8'),
    path('M0 556 H520 C400 610 200 640 0 630Z', p.mid, 'opacity="0.35"'),
    path('M1600 556 H1080 C1200 620 1400 660 1600 650Z', p.near, 'opacity="0.35"'),
    glints(590, 30, 3, p.light),
    times(5, (i) => rect(1130 - i * 14, 580 + i * 30, 100 + i * 28, 6, p.light, 'rx="3" opacity="0.7"')),
    group(
      'translate(640 0)',
      ellipse(60, 762, 210, 16, p.dark, 'opacity="0.22"'),
      rect(50, 330, 10, 390, p.dark),
      path('M44 345 C-20 480 -70 600 -110 690 H44Z', p.light),
      path('M68 375 C150 480 200 590 215 690 H68Z', p.accent),
      path('M-130 706 H250 C235 745 205 765 170 765 H-60 C-95 765 -120 745 -130 706Z', p.dark),
      rect(-122, 722, 358, 9, p.second),
    ),
    group(
      'translate(1240 0)',
      times(
        3,
        (i) =>
          rect(i * 82, 500 - (i % 2) * 12, 70, 62, i === 1 ? p.second : p.accent) +
          path(
            `M${i * 82 - 8} ${500 - (i % 2) * 12} L${i * 82 + 35} ${462 - (i % 2) * 12} L${i * 82 + 78} ${500 - (i % 2) * 12}Z`,
            p.dark,
          ) +
          rect(i * 82 + 26, 524, 18, 38, p.light),
      ),
    ),
    times(4, (i) => line(`M${380 + i * 90} ${230 + (i % 2) * 50} q14 -16 28 0 q14 -16 28 0`, p.dark, 5)),
  ]
}

export function harbour(p: Palette): string[] {
  const colours = [p.accent, p.second, '#b8473a', '#4f7f8c', '#c9603f', '#e5b95d']
  const house = (i: number) => {
    const x = 70 + i * 250,
      top = 360 - (i % 3) * 26,
      fill = colours[i] ?? p.accent
    return (
      rect(x, top, 200, 620 - top, fill) +
      times(7, (n) => rect(x + 14 + n * 28, top, 2, 620 - top, p.dark, 'opacity="0.12"')) +
      path(`M${x - 14} ${top + 4} L${x + 100} ${top - 120} L${x + 214} ${top + 4}Z`, p.dark) +
      path(`M${x + 6} ${top} L${x + 100} ${top - 98} L${x + 194} ${top}Z`, fill) +
      rect(x + 60, 490, 80, 130, p.dark, 'opacity="0.85"') +
      rect(x + 72, top - 46, 56, 46, p.light) +
      rect(x + 98, top - 46, 4, 46, p.dark) +
      rect(x + 24, top + 40, 44, 52, p.light) +
      rect(x + 132, top + 40, 44, 52, p.light)
    )
  }
  const row = times(6, house)
  return [
    sky(p),
    glow(1180, 200, 90, p.light, 0.8),
    hills(330, 80, p.far, 0.8),
    hills(430, 50, p.mid, 2.6),
    row,
    rect(0, 616, 1600, 34, '#8a6a4f'),
    times(20, (i) => rect(30 + i * 82, 640, 16, 60, '#6a4f3c')),
    rect(0, 665, 1600, 235, '#5b97ad'),
    `<g opacity="0.25" transform="translate(0 1290) scale(1 -1)"><g transform="translate(0 0)">${row}</g></g>`,
    glints(690, 40, 9, p.light),
    group(
      'translate(260 800)',
      path('M0 0 H260 C248 44 214 58 180 58 H70 C34 58 10 40 0 0Z', p.dark),
      rect(6, 10, 246, 8, p.second),
      line('M70 0 L20 -60 M190 0 L250 -56', '#8a6a4f', 8),
    ),
  ]
}
