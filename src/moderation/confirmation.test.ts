import { describe, expect, it } from 'vitest'
import { confirmationStanding, remindedBefore } from './confirmation.js'
import { confirmedBefore } from './queue.js'

const confirmed = '2026-01-10T09:00:00.000Z'
const standing = (now: string) => confirmationStanding(confirmed, new Date(now)).standing

describe('the yearly confirmation', () => {
  it('is due 365 days after the last one', () => {
    expect(confirmationStanding(confirmed, new Date(confirmed)).dueAt).toBe('2027-01-10T09:00:00.000Z')
  })

  it.each([
    ['2026-12-11T08:59:59.999Z', 'good'],
    ['2026-12-11T09:00:00.000Z', 'soon'],
    ['2027-01-10T09:00:00.000Z', 'soon'],
    ['2027-01-10T09:00:00.001Z', 'overdue'],
  ])('stands at %s as %s', (now, wished) => {
    expect(standing(now)).toBe(wished)
  })

  it('is asked of the database as the queue of editors and the desk say it', () => {
    for (const now of ['2026-12-11T09:00:00.001Z', '2027-01-10T09:00:00.001Z'].map(
      (each) => new Date(each),
    )) {
      expect(confirmed < remindedBefore(now)).toBe(standing(now.toISOString()) !== 'good')
      expect(confirmed < confirmedBefore(now)).toBe(standing(now.toISOString()) === 'overdue')
    }
  })
})
