import { describe, expect, it } from 'vitest'
import { addMonths, byDay, hoursOn, lastDayOf, lastOf, sameDayIn, weeksOf } from './days.js'
import { dayAfterKey } from './month-grid.js'
import { languageAmong } from './words.js'

describe('the days of a month', () => {
  it('lie in weeks from Monday to Sunday, each once', () => {
    const weeks = weeksOf('2026-11')
    expect(weeks).toHaveLength(6)
    expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01'])
    expect(weeks[5]).toEqual(['2026-11-30', null, null, null, null, null, null])
    for (const month of ['2026-02', '2028-02', '2026-12', '2027-08']) {
      const days = weeksOf(month).flat().filter(Boolean)
      expect([days.length, days.at(-1)]).toEqual([Number(lastOf(month).slice(8)), lastOf(month)])
    }
  })

  it('are gone through across the turn of the year and into shorter months', () => {
    expect(addMonths('2026-12', 1)).toBe('2027-01')
    expect(addMonths('2026-01', -1)).toBe('2025-12')
    expect(sameDayIn('2027-02', '2027-01-31')).toBe('2027-02-28')
    expect(sameDayIn('2027-03', '2027-01-31')).toBe('2027-03-31')
  })
})

describe('the keys', () => {
  it.each([
    ['ArrowLeft', '2026-11-30'],
    ['ArrowRight', '2026-12-02'],
    ['ArrowUp', '2026-11-24'],
    ['ArrowDown', '2026-12-08'],
    ['Home', '2026-11-30'],
    ['End', '2026-12-06'],
    ['PageUp', '2026-11-01'],
    ['PageDown', '2027-01-01'],
    ['a', null],
  ])('%s leads from Tuesday 1 December 2026 to %s', (key, day) => {
    expect(dayAfterKey(key, '2026-12-01')).toBe(day)
  })
})

describe('what lasts longer', () => {
  const span = (start: string, end: string | null, allDay = false) => ({ start, end, allDay })
  it.each([
    ['2026-12-01', span('2026-12-01T18:00:00+01:00', null)],
    ['2026-12-01', span('2026-12-01T18:00:00+01:00', '2026-12-02T00:00:00+01:00')],
    ['2026-12-02', span('2026-12-01T18:00:00+01:00', '2026-12-02T01:00:00+01:00')],
    ['2026-12-03', span('2026-12-01', '2026-12-03', true)],
    ['2026-12-01', span('2026-12-01', '2026-12-01', true)],
  ])('is over on %s', (day, one) => expect(lastDayOf(one)).toBe(day))

  const concert = span('2026-12-01T22:00:00+01:00', '2026-12-02T02:00:00+01:00')
  const camp = span('2026-12-01T18:00:00+01:00', '2026-12-03T15:00:00+01:00')
  const fair = span('2026-12-01', '2026-12-03', true)
  const twoNights = span('2026-12-01T20:00:00+01:00', '2026-12-03T00:00:00+01:00')
  it.each([
    ['a concert into the night', concert, '2026-12-01', '22:00', '02:00', null],
    ['its tail', concert, '2026-12-02', null, '02:00', null],
    ['the first day of a camp', camp, '2026-12-01', '18:00', null, '2026-12-03'],
    ['its middle', camp, '2026-12-02', null, null, '2026-12-03'],
    ['its last day', camp, '2026-12-03', null, '15:00', null],
    ['what ends at midnight', twoNights, '2026-12-01', '20:00', null, '2026-12-02'],
    ['its last day', twoNights, '2026-12-02', null, null, null],
    ['the first of whole days', fair, '2026-12-01', null, null, '2026-12-03'],
    ['the last of whole days', fair, '2026-12-03', null, null, null],
    [
      'an evening that ends on its day',
      span('2026-12-01T18:00:00+01:00', '2026-12-01T20:00:00+01:00'),
      '2026-12-01',
      '18:00',
      null,
      null,
    ],
    [
      'a whole day and night',
      span('2026-12-01T18:00:00+01:00', '2026-12-02T18:00:00+01:00'),
      '2026-12-01',
      '18:00',
      null,
      '2026-12-02',
    ],
    ['what has no end', span('2026-12-01T18:00:00+01:00', null), '2026-12-01', '18:00', null, null],
  ])('of %s stand the hours that it has', (_name, one, day, from, until, lastDay) => {
    expect(hoursOn(one, day)).toEqual({ from, until, lastDay })
  })

  it('stands on each of its days, within what is shown', () => {
    const long = span('2026-11-28', '2026-12-03', true)
    const short = span('2026-12-02T10:00:00+01:00', null)
    const days = byDay([long, short], '2026-12-01', '2026-12-31')
    expect([...days.keys()]).toEqual(['2026-12-01', '2026-12-02', '2026-12-03'])
    expect(days.get('2026-12-02')).toEqual([long, short])
  })
})

describe('the language of the calendar', () => {
  it.each([
    [['en-GB', 'sv'], 'en'],
    [[null, 'nn-NO'], 'nb'],
    [['fi', undefined, 'nb'], 'nb'],
    [['fi'], 'sv'],
  ] as const)('of %j is %s', (asked, language) => expect(languageAmong(asked)).toBe(language))
})
