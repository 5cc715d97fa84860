import { describe, expect, it } from 'vitest'
import { createUseCounter, leastShown, useKinds } from './use-counter.js'

const on = (day: string) => () => day
const times = (n: number, work: () => void) => Array.from({ length: n }).forEach(work)

describe('the counter of use', () => {
  it('gives sums of ten and more, each once, and holds smaller ones back', () => {
    const counter = createUseCounter()
    times(13, () => counter.count('hagby', 'lists'))
    times(9, () => counter.count('hagby', 'pages'))
    times(10, () => counter.count('fjordvik', 'pages'))
    expect(counter.take(on('2026-11-27'))).toEqual([
      { municipality: 'hagby', kind: 'lists', day: '2026-11-27', count: 13 },
      { municipality: 'fjordvik', kind: 'pages', day: '2026-11-27', count: 10 },
    ])
    expect(counter.take(on('2026-11-27'))).toEqual([])
    counter.count('hagby', 'pages')
    expect(counter.take(on('2026-11-27'))).toEqual([
      { municipality: 'hagby', kind: 'pages', day: '2026-11-27', count: 10 },
    ])
  })

  it('forgets what stayed small with its day, and counts nothing of one day to the next', () => {
    const counter = createUseCounter()
    times(9, () => counter.count('hagby', 'items'))
    expect(counter.take(on('2026-11-27'))).toEqual([])
    times(9, () => counter.count('hagby', 'lists'))
    // Both are of the day that has just ended.
    counter.count('hagby', 'lists')
    expect(counter.take(on('2026-11-28'))).toEqual([
      { municipality: 'hagby', kind: 'lists', day: '2026-11-27', count: 10 },
    ])
    times(9, () => counter.count('hagby', 'items'))
    expect(counter.take(on('2026-11-28'))).toEqual([])
  })

  it('holds again what could not be stored, unless its day is over', () => {
    const counter = createUseCounter()
    times(12, () => counter.count('hagby', 'feeds'))
    const sums = counter.take(on('2026-11-27'))
    counter.giveBack(sums)
    expect(counter.take(on('2026-11-27'))).toEqual(sums)
    expect(counter.take(on('2026-11-28'))).toEqual([])
    counter.giveBack(sums)
    expect(counter.take(on('2026-11-28'))).toEqual([])
  })

  it('never gives a sum that might be few, in whatever order things come', () => {
    const counter = createUseCounter()
    let seed = 7
    const next = (n: number) => (seed = (seed * 48_271) % 2_147_483_647) % n
    for (let step = 0; step < 5_000; step += 1) {
      counter.count(['a', 'b', 'c'][next(3)]!, useKinds[next(useKinds.length)]!)
      if (next(10) > 0) continue
      for (const { count } of counter.take(on(`day ${Math.floor(step / 400)}`)))
        expect(count).toBeGreaterThanOrEqual(leastShown)
    }
  })
})
