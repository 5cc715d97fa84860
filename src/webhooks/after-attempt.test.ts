import { describe, expect, it } from 'vitest'
import { messageAfter, standingAfter, untroubled, type Outcome, type Standing } from './after-attempt.js'
import { askedToWait, longFailure, mostAttempts, waitAfter } from './back-off.js'

const now = new Date('2026-11-25T12:00:00Z')
const at = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const none: Standing = { ...untroubled, lastSuccess: null }
const taken: Outcome = { fault: null, status: 204, askedToWait: 0 }
const down: Outcome = { fault: 'status', status: 503, askedToWait: 0 }

describe('the wait after a failure', () => {
  it('grows threefold from five seconds to twelve hours', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 18].map((n) => waitAfter(n, 0) / 1000)
    expect(waits).toEqual([5, 15, 45, 135, 405, 1215, 3645, 10935, 32805, 43200, 43200, 43200])
  })

  it('is up to a quarter shorter by chance, and never otherwise', () => {
    expect(waitAfter(1, 1)).toBe(3750)
    for (let failures = 0; failures < 30; failures += 1)
      for (const chance of [0, 0.3, 0.999]) {
        const full = waitAfter(failures, 0)
        expect(waitAfter(failures, chance)).toBeGreaterThanOrEqual(full * 0.75 - 1)
        expect(waitAfter(failures, chance)).toBeLessThanOrEqual(full)
      }
  })

  it('lasts longer, all attempts together, than it takes until the webhook is switched off', () => {
    let all = 0
    for (let attempt = 1; attempt < mostAttempts; attempt += 1) all += waitAfter(attempt, 1)
    expect(all).toBeGreaterThan(longFailure)
  })

  it('is what the receiver asks for, in seconds or as a date, at most twelve hours', () => {
    const cases: [string | undefined, number][] = [
      ['120', 120],
      [' 7 ', 7],
      ['Wed, 25 Nov 2026 12:05:00 GMT', 300],
      ['Wed, 25 Nov 2026 11:00:00 GMT', 0],
      ['999999999', 43_200],
      ['Wed, 25 Nov 2099 12:05:00 GMT', 43_200],
      [undefined, 0],
      ['', 0],
      ['soon', 0],
      ['-5', 0],
      ['1e9', 0],
      ['12345678901', 0],
      ['2030', 2030],
    ]
    for (const [header, seconds] of cases)
      expect([header, askedToWait(header, now)]).toEqual([header, seconds * 1000])
  })
})

describe('after an attempt', () => {
  it('that was taken nothing is wrong any more', () => {
    const before = { failures: 7, failingSince: 'x', waitUntil: 'y', lastSuccess: null, lastFault: 'timeout' }
    expect(standingAfter(before, taken, now, 0)).toEqual({
      standing: { ...untroubled, lastSuccess: now.toISOString() },
      switchOff: false,
    })
  })

  it('that failed the webhook waits, longer each time, and says since when and why', () => {
    const first = standingAfter(none, down, now, 0).standing
    expect(first).toEqual({
      failures: 1,
      failingSince: now.toISOString(),
      waitUntil: at(5).toISOString(),
      lastSuccess: null,
      lastFault: 'status 503',
    })
    const second = standingAfter(first, { fault: 'timeout', status: null, askedToWait: 0 }, at(9), 0).standing
    expect(second).toMatchObject({
      failures: 2,
      failingSince: now.toISOString(),
      waitUntil: at(24).toISOString(),
      lastFault: 'timeout',
    })
  })

  it('a receiver that asks for more time gets it, and one that asks for less does not', () => {
    const asks = (seconds: number) => ({ ...down, askedToWait: seconds * 1000 })
    expect(standingAfter(none, asks(60), now, 0).standing.waitUntil).toBe(at(60).toISOString())
    expect(standingAfter(none, asks(1), now, 0).standing.waitUntil).toBe(at(5).toISOString())
    expect(messageAfter(0, asks(60), now, 0).nextAt).toBe(at(60).toISOString())
  })

  it('it is switched off when nothing was taken for three days, and not sooner', () => {
    const failing = (since: number): Standing => ({
      ...none,
      failures: 12,
      failingSince: at(-since).toISOString(),
    })
    const days = 72 * 3600
    expect(standingAfter(failing(days - 1), down, now, 0).switchOff).toBe(false)
    expect(standingAfter(failing(days), down, now, 0).switchOff).toBe(true)
  })

  it('a message is tried again later, and given up after the last attempt', () => {
    expect(messageAfter(0, down, now, 0)).toEqual({
      attempts: 1,
      state: 'pending',
      nextAt: at(5).toISOString(),
      lastAt: now.toISOString(),
      fault: 'status 503',
    })
    expect(messageAfter(mostAttempts - 2, down, now, 0).state).toBe('pending')
    expect(messageAfter(mostAttempts - 1, down, now, 0).state).toBe('failed')
  })
})
