import { describe, expect, it } from 'vitest'
import { markOf, monthsOf } from './date-grid.js'

const day = (occurrence: string) => occurrence.slice(0, 10)

describe('the calendar of a series', () => {
  it('shows whole weeks from Monday on, of the months in which there is something', () => {
    const months = monthsOf(['2026-12-29T17:00:00Z', '2027-03-02T17:00:00Z'], day)
    expect(months.map(({ month }) => month)).toEqual(['2026-12', '2027-03'])
    const [december] = months
    expect(december!.weeks.every((week) => week.length === 7)).toBe(true)
    // 1 December 2026 is a Tuesday.
    expect(december!.weeks[0]!.map((cell) => cell?.day ?? null).slice(0, 3)).toEqual([
      null,
      '2026-12-01',
      '2026-12-02',
    ])
    expect(december!.weeks.flat().filter(Boolean)).toHaveLength(31)
    expect(december!.weeks.flat().filter((cell) => cell?.occurrences.length)).toEqual([
      { day: '2026-12-29', occurrences: ['2026-12-29T17:00:00Z'] },
    ])
  })

  it('keeps two times of one day together', () => {
    const [may] = monthsOf(['2027-05-01T08:00:00Z', '2027-05-01T12:00:00Z'], day)
    expect(may!.weeks.flat().find((cell) => cell?.day === '2027-05-01')?.occurrences).toHaveLength(2)
  })

  it('marks what is left out, moved or noted', () => {
    const occurrence = '2026-12-29T17:00:00Z'
    const changed = { occurrence, start: null, end: null, note: null }
    expect(markOf(occurrence, [], null)).toBe(null)
    expect(markOf(occurrence, [], { ...changed, note: 'Ta med fika.' })).toBe('noted')
    expect(markOf(occurrence, [], { ...changed, start: '2026-12-30T17:00:00Z' })).toBe('moved')
    expect(markOf(occurrence, [occurrence], { ...changed, note: 'Ta med fika.' })).toBe('off')
  })
})
