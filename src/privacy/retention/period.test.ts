import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOver, notAfter, overAt } from './period.js'

const stockholm = 'Europe/Stockholm'
const over = (trigger: string, period: { months: number } | { days: number }, zone = stockholm) =>
  overAt(new Date(trigger), period, zone).toISOString()

describe('the end of a time', () => {
  it.each([
    ['24 months later on the calendar', '2024-06-30T22:30:00Z', { months: 24 }, '2026-06-30T22:30:00.000Z'],
    [
      'on 28 February where it began on a leap day',
      '2024-02-29T11:00:00Z',
      { months: 24 },
      '2026-02-28T11:00:00.000Z',
    ],
    [
      'on a leap day again after four years',
      '2024-02-29T11:00:00Z',
      { months: 48 },
      '2028-02-29T11:00:00.000Z',
    ],
    ['at the end of a shorter month', '2026-08-31T10:00:00Z', { months: 6 }, '2027-02-28T11:00:00.000Z'],
    [
      'at the same time of the wall clock across the change to winter time',
      '2026-08-01T10:00:00Z',
      { days: 90 },
      '2026-10-30T11:00:00.000Z',
    ],
    [
      'an hour later where the clock skips it',
      '2026-03-27T01:30:00Z',
      { days: 2 },
      '2026-03-29T01:30:00.000Z',
    ],
    ['at once where it is no time at all', '2026-03-27T01:30:00Z', { days: 0 }, '2026-03-27T01:30:00.000Z'],
  ] as const)('is %s', (_, trigger, period, expected) => {
    expect(over(trigger, period)).toBe(expected)
  })

  it('hangs on the zone of the municipality', () => {
    expect(over('2024-02-29T23:30:00Z', { months: 12 }, 'UTC')).toBe('2025-02-28T23:30:00.000Z')
    expect(over('2024-02-29T23:30:00Z', { months: 12 })).toBe('2025-02-28T23:30:00.000Z')
    expect(over('2024-02-29T23:30:00Z', { months: 12 }, 'Pacific/Auckland')).toBe('2025-02-28T23:30:00.000Z')
  })

  it('is a millisecond late and not one early', () => {
    const trigger = new Date('2024-02-29T11:00:00Z')
    const end = overAt(trigger, { months: 24 }, stockholm)
    expect(isOver(trigger, { months: 24 }, stockholm, new Date(end.getTime() - 1))).toBe(false)
    expect(isOver(trigger, { months: 24 }, stockholm, end)).toBe(true)
  })

  it('is never missed by the bound of the query, whatever the day, the period and the zone', () => {
    const periods = [
      { months: 24 },
      { months: 36 },
      { months: 1 },
      { days: 90 },
      { days: 0 },
      { months: 13 },
    ] as const
    const time = fc.date({ min: new Date('2018-01-01'), max: new Date('2038-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(
        time,
        fc.constantFrom(...periods),
        fc.constantFrom(stockholm, 'UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'),
        fc.integer({ min: 0, max: 400 }),
        (trigger, period, zone, days) => {
          const now = new Date(overAt(trigger, period, zone).getTime() + days * 86_400_000)
          return trigger <= notAfter(period, now)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
