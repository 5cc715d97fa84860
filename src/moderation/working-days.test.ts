import { describe, expect, test } from 'vitest'
import { decisionDue, leadTimeFinding } from './house-rules.js'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.js'

describe('working days', () => {
  test.each([
    ['2026-06-19', 'SE', false, 'Midsummer Eve'],
    ['2026-06-19', 'FI', false, 'Midsummer Eve'],
    ['2026-06-19', 'NO', true, 'an ordinary Friday'],
    ['2026-12-24', 'SE', false, 'Christmas Eve'],
    ['2026-12-24', 'FI', false, 'Christmas Eve'],
    ['2026-12-24', 'DK', false, 'Christmas Eve'],
    ['2026-12-24', 'NO', true, 'a short working day'],
    ['2026-12-31', 'SE', false, "New Year's Eve"],
    ['2026-12-31', 'FI', true, "New Year's Eve"],
    ['2026-04-02', 'NO', false, 'Maundy Thursday'],
    ['2026-04-02', 'SE', true, 'Maundy Thursday'],
    ['2027-05-17', 'NO', false, 'Constitution Day'],
    ['2026-06-05', 'DK', false, 'Constitution Day'],
    ['2026-05-01', 'DK', true, 'the First of May'],
    ['2026-05-01', 'SE', false, 'the First of May'],
    ['2026-01-06', 'FI', false, 'Epiphany'],
    ['2026-03-07', 'SE', false, 'a Saturday'],
    ['2026-03-09', 'SE', true, 'a Monday'],
  ] as const)('%s in %s: %s (%s)', (day, country, works, _name) => {
    expect(isWorkingDay(day, country)).toBe(works)
  })

  test('a time of working days ends with the last of them, in the zone, across Easter and the clock change', () => {
    // Thursday before Easter 2026; the holy days are 3, 5 and 6 April, summer time began on 29 March.
    const from = new Date('2026-04-02T10:00:00Z')
    expect(addWorkingDays(from, 2, 'SE', 'Europe/Stockholm').toISOString()).toBe('2026-04-08T21:59:59.999Z')
    expect(addWorkingDays(new Date('2026-03-27T10:00:00Z'), 1, 'SE', 'Europe/Stockholm').toISOString()).toBe(
      '2026-03-30T21:59:59.999Z',
    )
  })
  test('what comes in shortly before midnight in UTC is already tomorrow in Helsinki', () => {
    const from = new Date('2026-03-02T22:30:00Z')
    expect(addWorkingDays(from, 1, 'FI', 'Europe/Helsinki').toISOString()).toBe('2026-03-04T21:59:59.999Z')
    expect(addWorkingDays(from, 1, 'SE', 'Europe/Stockholm').toISOString()).toBe('2026-03-03T22:59:59.999Z')
  })
  test('days between do not count the first and the last', () => {
    const between = (from: string, to: string): number =>
      workingDaysBetween(new Date(from), new Date(to), 'SE', 'Europe/Stockholm')
    expect(between('2026-03-02T09:00:00Z', '2026-03-05T09:00:00Z')).toBe(2)
    expect(between('2026-03-06T09:00:00Z', '2026-03-09T09:00:00Z')).toBe(0)
    expect(between('2026-12-23T09:00:00Z', '2026-12-28T09:00:00Z')).toBe(0)
    expect(between('2026-03-05T09:00:00Z', '2026-03-02T09:00:00Z')).toBe(0)
  })
  test('a number of days that is none is refused', () => {
    for (const n of [-1, 1.5, Number.NaN, 367])
      expect(() => addWorkingDays(new Date(), n, 'SE', 'Europe/Stockholm')).toThrow(RangeError)
  })
})

describe('house times', () => {
  const times = { leadDays: 3, decisionDays: 2, country: 'SE', zone: 'Europe/Stockholm' } as const
  const now = new Date('2026-03-02T09:00:00Z')
  test('the decision is due at the end of the promised day, or never', () => {
    expect(decisionDue(now, times)?.toISOString()).toBe('2026-03-04T22:59:59.999Z')
    expect(decisionDue(now, { ...times, decisionDays: null })).toBeNull()
  })
  test('too late is a warning with its own code', () => {
    expect(leadTimeFinding(new Date('2026-03-05T18:00:00Z'), now, times)).toMatchObject({
      field: 'start',
      code: 'too-late',
    })
    expect(leadTimeFinding(new Date('2026-03-06T18:00:00Z'), now, times)).toBeNull()
    expect(leadTimeFinding(new Date('2026-03-03T18:00:00Z'), now, { ...times, leadDays: null })).toBeNull()
  })
  test('what has passed is another finding, not a late one', () => {
    expect(leadTimeFinding(new Date('2026-03-01T18:00:00Z'), now, times)).toBeNull()
  })
})
