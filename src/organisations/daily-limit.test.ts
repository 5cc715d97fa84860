import { describe, expect, it } from 'vitest'
import { withinDailyLimit } from './daily-limit.js'

describe('the daily limit', () => {
  const zone = 'Europe/Stockholm'
  // 23:30 on 1 March and 00:10 on 2 March in Stockholm.
  const submitted = ['2026-03-01T22:30:00Z', '2026-03-01T23:10:00Z']
  const now = new Date('2026-03-02T08:00:00Z')

  it('counts the day of the municipality, not of UTC', () => {
    expect(withinDailyLimit({ limit: 2, submitted, now, zone })).toBe(true)
    expect(withinDailyLimit({ limit: 1, submitted, now, zone })).toBe(false)
  })

  it('is no limit where none is set, and stops all where it is zero', () => {
    expect(withinDailyLimit({ limit: null, submitted, now, zone })).toBe(true)
    expect(withinDailyLimit({ limit: 0, submitted: [], now, zone })).toBe(false)
  })
})
