/** Brushes for the demo's own illustrations: every picture is the same on every machine. */
export interface Palette {
  sky: [top: string, bottom: string]
  far: string
  mid: string
  near: string
  ground: string
  accent: string
  second: string
  light: string
  dark: string
}

export const palettes = {
  day: {
    sky: ['#8cc4e6', '#f3ecd8'],
    far: '#9fbfca',
    mid: '#6a9f95',
    near: '#3d7568',
    ground: '#86a86a',
    accent: '#d9573f',
    second: '#f0b04a',
    light: '#fff8ea',
    dark: '#23404d',
  },
  evening: {
    sky: ['#28305c', '#e08a6a'],
    far: '#5d5482',
    mid: '#433d6b',
    near: '#2c2a50',
    ground: '#3a3560',
    accent: '#d4475a',
    second: '#f5b95c',
    light: '#ffeccb',
    dark: '#171936',
  },
  winter: {
    sky: ['#33507f', '#e9c9c4'],
    far: '#8fa8c6',
    mid: '#557aa0',
    near: '#2f5377',
    ground: '#e8f0f7',
    accent: '#c94f4f',
    second: '#f3c469',
    light: '#fbfdff',
    dark: '#1c3350',
  },
  warm: {
    sky: ['#f4cf8f', '#fbeedb'],
    far: '#dba878',
    mid: '#bd7a4e',
    near: '#7c4a3a',
    ground: '#c9985f',
    accent: '#b8402f',
    second: '#e2953a',
    light: '#fff6e4',
    dark: '#44282a',
  },
} satisfies Record<string, Palette>

export type PaletteName = keyof typeof palettes

export const width = 1600
export const height = 900

/** Mulberry32: small, well spread and the same everywhere; the seed is the picture's own. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export const rect = (x: number, y: number, w: number, h: number, fill: string, more = '') =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${more}/>`
export const circle = (x: number, y: number, r: number, fill: string, more = '') =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${more}/>`
export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string, more = '') =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`
export const path = (d: string, fill: string, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`
export const line = (d: string, stroke: string, w: number, more = '') =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${w}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`
export const group = (transform: string, ...parts: string[]) =>
  `<g transform="${transform}">${parts.join('')}</g>`
export const times = (count: number, draw: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => draw(index)).join('')

export const sky = (p: Palette) =>
  rect(0, 0, width, height, 'url(#sky)') + glow(1180, 260, 420, p.light, 0.55)

/** A soft light that fades outwards. */
export function glow(x: number, y: number, r: number, colour: string, strength: number): string {
  const id = `glow-${Math.round(x)}-${Math.round(y)}-${Math.round(r)}`
  const opacity = Math.min(1, strength).toFixed(2)
  const stops = `<stop offset="0" stop-color="${colour}" stop-opacity="${opacity}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/>`
  return `<radialGradient id="${id}">${stops}</radialGradient>${circle(x, y, r, `url(#${id})`)}`
}

/** A rolling line of hills that fills down to the lower edge. */
export function hills(y: number, swing: number, fill: string, shift = 0): string {
  const points = Array.from({ length: 9 }, (_, i) => {
    const x = i * 200
    return [x, y + swing * Math.sin(i * 1.15 + shift) + swing * 0.45 * Math.sin(i * 2.3 + shift * 2)] as const
  })
  const curve = points
    .slice(1)
    .map(([x, end], i) => {
      const before = points[i]?.[1] ?? y
      return `C${x - 120} ${before} ${x - 80} ${end} ${x} ${end}`
    })
    .join(' ')
  return path(`M0 ${points[0]?.[1] ?? y} ${curve} V${height} H0Z`, fill)
}

export function spruce(x: number, foot: number, size: number, fill: string, snow?: string): string {
  const tier = (top: number, half: number, drop: number) =>
    `M${x} ${foot - size * top} L${x + size * half} ${foot - size * (top - drop)} Q${x} ${foot - size * (top - drop) - size * 0.05} ${x - size * half} ${foot - size * (top - drop)}Z`
  const tiers = [tier(0.62, 0.3, 0.54), tier(0.82, 0.24, 0.42), tier(1, 0.17, 0.34)]
  const caps = [tier(0.62, 0.16, 0.2), tier(0.82, 0.13, 0.18), tier(1, 0.1, 0.17)]
  return (
    rect(x - size * 0.03, foot - size * 0.1, size * 0.06, size * 0.12, '#5a4338') +
    tiers.map((d, i) => path(d, fill) + (snow ? path(caps[i] ?? '', snow, 'opacity="0.92"') : '')).join('')
  )
}

export function roundTree(
  x: number,
  foot: number,
  size: number,
  leaf: string,
  shade: string,
  trunk: string,
): string {
  return (
    path(
      `M${x - size * 0.06} ${foot} Q${x - size * 0.02} ${foot - size * 0.4} ${x - size * 0.05} ${foot - size * 0.6} H${x + size * 0.05} Q${x + size * 0.02} ${foot - size * 0.4} ${x + size * 0.07} ${foot}Z`,
      trunk,
    ) +
    circle(x - size * 0.22, foot - size * 0.62, size * 0.25, shade) +
    circle(x + size * 0.24, foot - size * 0.64, size * 0.24, shade) +
    circle(x, foot - size * 0.8, size * 0.31, leaf) +
    circle(x - size * 0.1, foot - size * 0.58, size * 0.24, leaf)
  )
}

export function snow(count: number, seed: number, fill: string): string {
  const random = randomFrom(seed)
  return times(count, () =>
    circle(
      Math.round(random() * width),
      Math.round(random() * height),
      1.5 + random() * 4,
      fill,
      `opacity="${(0.4 + random() * 0.5).toFixed(2)}"`,
    ),
  )
}

export function document(p: Palette, parts: string[]): string {
  const stops = `<stop offset="0" stop-color="${p.sky[0]}"/><stop offset="1" stop-color="${p.sky[1]}"/>`
  const defs = `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">${stops}</linearGradient></defs>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${defs}${parts.join('')}</svg>`
}
