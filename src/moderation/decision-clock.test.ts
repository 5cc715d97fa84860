import { expect, it } from 'vitest'
import { decisionClock } from './decision-clock.js'

const sweden = { country: 'SE', zone: 'Europe/Stockholm' } as const
/** The last instant of a day in Stockholm, in winter. */
const endOf = (day: string) => new Date(`${day}T22:59:59.999Z`)
const at = (now: string, due: string) => decisionClock(endOf(due), new Date(now), sweden)

it('no promise, no clock', () => {
  expect(decisionClock(null, new Date(), sweden)).toBe(null)
})

it.each<[string, string, string, number]>([
  ['2026-03-02T09:00:00Z', '2026-03-05', 'in-time', 3],
  ['2026-03-02T09:00:00Z', '2026-03-03', 'in-time', 1],
  // Friday to Monday: one working day is left.
  ['2026-03-06T09:00:00Z', '2026-03-09', 'in-time', 1],
  ['2026-03-05T00:30:00Z', '2026-03-05', 'due-today', 0],
  // Half past midnight in Stockholm is the next day.
  ['2026-03-04T23:30:00Z', '2026-03-05', 'due-today', 0],
  ['2026-03-05T23:30:00Z', '2026-03-05', 'late', 1],
  ['2026-03-10T09:00:00Z', '2026-03-05', 'late', 3],
  // Over a weekend nothing grows.
  ['2026-03-07T09:00:00Z', '2026-03-06', 'late', 0],
  ['2026-03-09T09:00:00Z', '2026-03-06', 'late', 1],
])('at %s what is due on %s is %s by %i working days', (now, due, tone, workingDays) => {
  expect(at(now, due)).toEqual({ tone, workingDays })
})
