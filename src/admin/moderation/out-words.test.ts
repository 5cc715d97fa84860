import { describe, expect, it } from 'vitest'
import { wordsIn } from '../language.js'
import { announcedWords, outWords } from './out-words.js'

const here = { now: new Date('2026-11-27T10:00:00Z'), zone: 'Europe/Stockholm', language: 'sv' } as const
const w = wordsIn('sv')
const off = (occurrence: string | null) => ({ status: 'cancelled', occurrence })

describe('what went out unreviewed, in words', () => {
  it('names what was announced and of which time, and not the words that were reviewed', () => {
    expect(outWords({ by: null, announced: [off(null)] }, here, w)).toEqual([
      'Meddelat: Inställt · Hela evenemanget',
    ])
    expect(outWords({ by: null, announced: [off('2026-12-01T17:00:00.000Z')] }, here, w)[0]).toMatch(
      /^Meddelat: Inställt · .*1 dec.*18:00$/,
    )
    expect(announcedWords(off('2026-12-01'), here, w)).toMatch(/^Inställt · .*1 dec/)
  })

  it('names the rule that let words out, the latest announcements first, and how many more there are', () => {
    const many = ['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22'].map(off)
    const words = outWords({ by: 'mode-post', announced: many }, here, w)
    expect(words).toHaveLength(4)
    expect(words[0]).toBe(w.unreviewedByMode)
    expect(words[1]).toContain('22 dec')
    expect(words[3]).toBe('och 2 till')
    expect(outWords(null, here, w)).toEqual([])
  })
})
