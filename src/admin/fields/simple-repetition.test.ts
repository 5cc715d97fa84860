import { describe, expect, it } from 'vitest'
import { checkRule } from '../../calendar/recurrence-rule.js'
import { once, readRepetition, startingWith, writeRule } from './simple-repetition.js'

const timed = { zone: 'Europe/Stockholm', allDay: false }
const allDay = { zone: 'Europe/Stockholm', allDay: true }

describe('the repetition that the form offers', () => {
  it.each([
    'FREQ=WEEKLY;BYDAY=TU',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=12',
    'FREQ=MONTHLY;BYDAY=2TU',
    'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15',
    'FREQ=WEEKLY;BYDAY=SA;UNTIL=20261231T225959Z',
  ])('shows and writes %s unchanged', (rule) => {
    expect(writeRule(readRepetition(rule, timed), timed)).toBe(rule)
    expect(checkRule(rule, false)).toEqual([])
  })

  it('ends with the last day on the clock of the place, whole', () => {
    const weekly = {
      ...startingWith('weekly', '2026-12-01'),
      end: { kind: 'until', day: '2026-12-31' } as const,
    }
    expect(writeRule(weekly, timed)).toBe('FREQ=WEEKLY;BYDAY=TU;UNTIL=20261231T225959Z')
    expect(writeRule(weekly, allDay)).toBe('FREQ=WEEKLY;BYDAY=TU;UNTIL=20261231')
    expect(readRepetition('FREQ=WEEKLY;BYDAY=TU;UNTIL=20261231T225959Z', timed).end).toEqual({
      kind: 'until',
      day: '2026-12-31',
    })
  })

  it('begins on the weekday or day of the first start', () => {
    expect(writeRule(startingWith('weekly', '2026-12-01'), timed)).toBe('FREQ=WEEKLY;BYDAY=TU')
    expect(writeRule(startingWith('monthly-weekday', '2026-12-08'), timed)).toBe('FREQ=MONTHLY;BYDAY=2TU')
    expect(writeRule(startingWith('monthly-day', '2026-12-15'), timed)).toBe('FREQ=MONTHLY;BYMONTHDAY=15')
    expect(writeRule(startingWith('weekly', null), timed)).toBe('FREQ=WEEKLY')
  })

  it('keeps its hands off rules that it cannot show, and off broken ones', () => {
    for (const rule of [
      'FREQ=YEARLY',
      'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1',
      'FREQ=WEEKLY;BYHOUR=9',
      'nonsense',
    ]) {
      expect(readRepetition(rule, timed).kind).toBe('other')
    }
    expect(readRepetition(null, timed)).toEqual(once)
    expect(writeRule(once, timed)).toBeNull()
  })
})
