/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const one = <T>(random: () => number, list: readonly T[]): T =>
  list[Math.floor(random() * list.length)]!
export const idOf = (random: () => number): string =>
  Array.from({ length: 24 }, () => Math.floor(random() * 16).toString(16)).join('')
