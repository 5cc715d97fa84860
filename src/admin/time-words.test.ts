import { describe, expect, it } from 'vitest'
import { dayWords, inputFromInstant, instantFromInput, timeWords } from './time-words.js'

const evening = '2026-12-01T17:00:00Z'

describe('times in the admin', () => {
  it('are written as people of each language write them', () => {
    expect(timeWords(evening, 'Europe/Stockholm', 'sv')).toBe('tis 1 dec 2026 18:00')
    expect(timeWords(evening, 'Europe/Oslo', 'nb')).toBe('tir. 1. des. 2026 kl. 18.00')
    expect(timeWords(evening, 'Europe/Stockholm', 'en')).toBe('Tue 1 Dec 2026, 18:00')
    expect(dayWords('2026-03-08', 'sv')).toBe('sön 8 mars 2026')
  })

  it('are those of the zone of the place, not of the reader', () => {
    expect(timeWords(evening, 'Europe/Helsinki', 'sv')).toBe('tis 1 dec 2026 19:00')
  })

  it('are not invented where there is none', () => {
    expect(timeWords(null, 'Europe/Stockholm', 'sv')).toBeNull()
    expect(timeWords('soon', 'Europe/Stockholm', 'sv')).toBeNull()
    expect(inputFromInstant('', 'Europe/Stockholm')).toBe('')
    expect(instantFromInput('2026-12', 'Europe/Stockholm')).toBeNull()
    expect(instantFromInput('2026-13-40T18:00', 'Europe/Stockholm')).toBeNull()
  })

  it('come back as they were typed, in winter and in summer', () => {
    for (const typed of ['2026-12-01T18:00', '2026-07-01T18:00']) {
      const instant = instantFromInput(typed, 'Europe/Stockholm')
      expect(inputFromInstant(instant, 'Europe/Stockholm')).toBe(typed)
    }
    expect(instantFromInput('2026-12-01T18:00', 'Europe/Stockholm')).toBe(evening)
  })

  it('that a clock change skips are read with the offset before it', () => {
    expect(instantFromInput('2026-03-29T02:30', 'Europe/Stockholm')).toBe('2026-03-29T01:30:00Z')
  })
})
