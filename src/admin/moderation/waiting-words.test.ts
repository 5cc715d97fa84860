import { describe, expect, it } from 'vitest'
import { wordsIn } from '../language.js'
import { clockWords, startForClock } from './waiting-words.js'

const w = wordsIn('sv')
const here = { country: 'SE', zone: 'Europe/Stockholm' }
// Promised until the end of Tuesday, 1 December; the event starts that day at six.
const dueAt = '2026-12-01T22:59:59.999Z'
const event = {
  startsAt: '2026-12-01T17:00:00.000Z',
  allDay: false,
  zone: null,
  reason: 'decision',
  change: false,
} as const
const shown = (now: string, more: object = {}) =>
  clockWords(
    dueAt,
    new Date(now),
    here,
    w,
    startForClock({ ...event, ...more }, new Date(now), here.zone, 'sv'),
  )

describe('the clock of what starts before the promised day ends', () => {
  it('is due before the start, and says so', () => {
    const { tone, words } = shown('2026-11-27T09:00:00Z')!
    expect(tone).toBe('in-time')
    expect(words).toMatch(/^Beslut före starten, .*1 dec.*18:00$/)
    expect(shown('2026-12-01T09:00:00Z')!.tone).toBe('due-today')
  })

  it('is that of the promise for a change of what is out and running', () => {
    expect(shown('2026-12-01T18:00:00Z', { change: true })).toEqual({
      tone: 'due-today',
      words: w.clockToday,
    })
  })

  it('is red from the start on, though the promise still runs', () => {
    expect(shown('2026-12-01T17:00:00Z')).toEqual({ tone: 'late', words: w.clockStarted })
    expect(shown('2026-11-30T09:00:00Z', { startsAt: '2026-11-29T17:00:00.000Z' })!.tone).toBe('late')
  })

  it('is that of the promise where that ends first, is over, or an appeal waits', () => {
    const later = { startsAt: '2026-12-20T17:00:00.000Z' }
    expect(shown('2026-12-01T09:00:00Z', later)).toEqual({ tone: 'due-today', words: w.clockToday })
    expect(shown('2026-12-02T09:00:00Z')!.words).toBe('1 arbetsdag för sent')
    expect(shown('2026-12-01T18:00:00Z', { reason: 'appeal' })!.tone).toBe('due-today')
  })

  it('lets what lasts all day be decided until its day is over', () => {
    const allDay = { startsAt: '2026-11-29T23:00:00.000Z', allDay: true }
    expect(shown('2026-11-30T12:00:00Z', allDay)!.tone).not.toBe('late')
    expect(shown('2026-12-01T12:00:00Z', allDay)!.tone).toBe('late')
  })
})
