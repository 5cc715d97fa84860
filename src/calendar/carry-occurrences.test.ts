import { expect, it } from 'vitest'
import { carryAnnounced, carryNames, carryOccurrences } from './carry-occurrences.js'
import type { EventContent } from './event-content.js'
import type { Series } from './original-starts.js'

const stockholm = 'Europe/Stockholm'
const timed = (start: string, recurrenceRule: string | null = 'FREQ=WEEKLY', zone = stockholm): Series => ({
  ...{ allDay: false, start, startDate: null, zone, recurrenceRule, additions: [] },
})
const days = (startDate: string, recurrenceRule: string | null = 'FREQ=WEEKLY'): Series => ({
  ...{ allDay: true, start: null, startDate, zone: stockholm, recurrenceRule, additions: [] },
})
const carried = (before: Series, after: Series, ...names: string[]) => [
  ...carryNames(before, after, names).values(),
]

// Tuesdays at 18:00; 29 March 2026 and 25 October 2026 are the nights of clock change.
const tuesdays = timed('2026-03-17T17:00:00Z')

it('carries a time to another hour of its day, on both sides of a clock change', () => {
  const later = timed('2026-03-17T17:30:00Z')
  expect(carried(tuesdays, later, '2026-03-24T17:00:00Z', '2026-03-31T16:00:00Z')).toEqual([
    '2026-03-24T17:30:00Z',
    '2026-03-31T16:30:00Z',
  ])
})
it('carries a time at an hour that a clock change skips or shows twice', () => {
  const nightly = timed('2026-03-22T01:30:00Z', 'FREQ=WEEKLY')
  const evening = timed('2026-03-22T17:00:00Z', 'FREQ=WEEKLY')
  // 02:30 is skipped on 29 March; the occurrence is at 03:30 then.
  expect(carried(nightly, evening, '2026-03-29T01:30:00Z', '2026-10-25T00:30:00Z')).toEqual([
    '2026-03-29T16:00:00Z',
    '2026-10-25T17:00:00Z',
  ])
  expect(carried(evening, nightly, '2026-03-29T16:00:00Z')).toEqual(['2026-03-29T01:30:00Z'])
})
it('moves a time within its week as the first start moved, where the series is on another weekday', () => {
  expect(carried(tuesdays, timed('2026-03-18T18:00:00Z'), '2026-03-24T17:00:00Z')).toEqual([
    '2026-03-25T18:00:00Z',
  ])
  expect(carried(tuesdays, timed('2026-03-16T17:00:00Z'), '2026-03-31T16:00:00Z')).toEqual([
    '2026-03-30T16:00:00Z',
  ])
})
it('leaves a time on its day where the series only begins later', () => {
  const fromApril = timed('2026-03-31T17:00:00Z')
  expect(carried(tuesdays, fromApril, '2026-04-07T16:00:00Z')).toEqual(['2026-04-07T17:00:00Z'])
  // That day lies before the series now, and no other is left out for it.
  expect(carried(tuesdays, fromApril, '2026-03-24T17:00:00Z')).toEqual([null])
  const wednesdaysFromApril = timed('2026-04-01T16:00:00Z')
  expect(carried(tuesdays, wednesdaysFromApril, '2026-04-14T16:00:00Z')).toEqual(['2026-04-15T16:00:00Z'])
})
it('gives each of several times on one day its place among them', () => {
  const twice = timed('2026-03-17T09:00:00Z', 'FREQ=WEEKLY;BYHOUR=10,18')
  const other = timed('2026-03-17T10:00:00Z', 'FREQ=WEEKLY;BYHOUR=11,19')
  expect(carried(twice, other, '2026-03-24T09:00:00Z', '2026-03-24T17:00:00Z')).toEqual([
    '2026-03-24T10:00:00Z',
    '2026-03-24T18:00:00Z',
  ])
})
it('carries nothing where more than one time could be meant, or none', () => {
  const twice = timed('2026-03-17T09:00:00Z', 'FREQ=WEEKLY;BYHOUR=10,19')
  expect(carried(tuesdays, twice, '2026-03-24T17:00:00Z')).toEqual([null])
  expect(carried(twice, tuesdays, '2026-03-24T09:00:00Z')).toEqual([null])
  expect(carried(tuesdays, timed('2026-03-17T17:00:00Z', 'FREQ=MONTHLY'), '2026-03-24T17:00:00Z')).toEqual([
    null,
  ])
})
it('never makes one time of two', () => {
  const both = timed('2026-03-17T17:00:00Z', 'FREQ=WEEKLY;BYDAY=TU,WE')
  const after = timed('2026-03-18T17:00:00Z', 'FREQ=WEEKLY;BYDAY=WE,TH')
  expect(carried(both, after, '2026-03-24T17:00:00Z', '2026-03-25T17:00:00Z')).toEqual([
    null,
    '2026-03-25T17:00:00Z',
  ])
})
it('lets what never was a time of the series keep its name', () => {
  expect(carried(tuesdays, timed('2026-03-17T18:00:00Z'), '2026-03-26T17:00:00Z')).toEqual([
    '2026-03-26T17:00:00Z',
  ])
})
it('finds what is counted, and a single time', () => {
  const counted = (start: string) => timed(start, 'FREQ=WEEKLY;COUNT=3')
  expect(
    carried(counted('2026-03-17T17:00:00Z'), counted('2026-03-18T17:00:00Z'), '2026-03-31T16:00:00Z'),
  ).toEqual(['2026-04-01T16:00:00Z'])
  const once = timed('2026-03-17T17:00:00Z', null)
  expect(carried(once, timed('2026-05-01T10:00:00Z', null), '2026-03-17T17:00:00Z')).toEqual([
    '2026-05-01T10:00:00Z',
  ])
})
it('reads days in the zone of the event, before and after', () => {
  const late = timed('2026-03-17T22:30:00Z')
  const helsinki = timed('2026-03-17T16:00:00Z', 'FREQ=WEEKLY', 'Europe/Helsinki')
  expect(carried(late, helsinki, '2026-03-24T22:30:00Z')).toEqual(['2026-03-24T16:00:00Z'])
})
it('carries from hours to whole days and back', () => {
  expect(carried(tuesdays, days('2026-03-17'), '2026-03-31T16:00:00Z')).toEqual(['2026-03-31'])
  expect(carried(days('2026-03-17'), tuesdays, '2026-03-31')).toEqual(['2026-03-31T16:00:00Z'])
  expect(carried(days('2026-03-17'), days('2026-03-18'), '2026-03-31')).toEqual(['2026-04-01'])
})

const content = (series: Series, more: Partial<EventContent>) =>
  ({ ...series, end: null, exceptions: [], overrides: [], ...more }) as EventContent

it('carries what is left out, moved and noted, and what was announced', () => {
  const [name, next] = ['2026-03-24T17:00:00Z', '2026-03-31T16:00:00Z']
  const overrides = [{ occurrence: next, start: '2026-04-02T15:00:00Z', end: null, place: null, note: 'Ute' }]
  const said = { exceptions: [name], overrides }
  const before = content(tuesdays, said)
  const after = content(timed('2026-03-17T17:30:00Z'), said)
  const result = carryOccurrences(before, after)
  expect(result.exceptions).toEqual(['2026-03-24T17:30:00Z'])
  expect(result.overrides).toEqual([{ ...overrides[0], occurrence: '2026-03-31T16:30:00Z' }])
  // Saying it again at the new times changes nothing.
  expect(carryOccurrences(before, result)).toEqual(result)
  const off = { status: 'cancelled' as const, reason: 'illness', previousStart: name }
  expect(carryAnnounced(before, after, { series: null, occurrences: { [name]: off } })).toEqual({
    series: null,
    occurrences: { '2026-03-24T17:30:00Z': off },
  })
})
it('writes additions and moved times as days where the event lasts all day now, and as hours where it has some', () => {
  const overrides = [
    { occurrence: '2026-03-31', start: '2026-04-02', end: '2026-04-02', place: null, note: null },
  ]
  const whole = content(
    { ...days('2026-03-17'), additions: ['2026-03-20'] },
    { overrides, additions: ['2026-03-20'] },
  )
  const hours = content(
    { ...tuesdays, additions: ['2026-03-20'] },
    { overrides, additions: ['2026-03-20'], end: '2026-03-17T18:00:00Z' },
  )
  const result = carryOccurrences(whole, hours)
  expect(result.additions).toEqual(['2026-03-20T17:00:00Z'])
  expect(result.overrides[0]).toMatchObject({
    ...{ occurrence: '2026-03-31T16:00:00Z', start: '2026-04-02T16:00:00Z', end: '2026-04-02T17:00:00Z' },
  })
  expect(carryOccurrences(result, { ...result, ...days('2026-03-17'), additions: result.additions })).toEqual(
    { ...whole, end: result.end },
  )
})
it('leaves everything as it was written where a time or rule cannot be read', () => {
  const after = content(timed('no time'), { exceptions: ['2026-03-24T17:00:00Z'] })
  expect(carryOccurrences(content(tuesdays, {}), after)).toBe(after)
})
