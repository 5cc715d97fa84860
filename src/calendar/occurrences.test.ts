import { describe, expect, it } from 'vitest'
import { DomainError } from '../shared/errors.js'
import { expandOccurrences, type Timetable } from './occurrences.js'
import { formatZoned } from './zoned-time.js'

const year = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2028-01-01T00:00:00Z') }
const once: Timetable = {
  start: '2026-10-20T16:00:00Z',
  end: '2026-10-20T17:30:00Z',
  zone: 'Europe/Stockholm',
  allDay: false,
  recurrence: null,
  overrides: [],
  status: 'scheduled',
  statusReason: null,
  previousStart: null,
}
const repeating = (rule: string, more: Partial<Timetable> = {}): Timetable => ({
  ...once,
  recurrence: { rule, exceptions: [], additions: [] },
  ...more,
})
const change = {
  start: null,
  end: null,
  place: null,
  status: null,
  statusReason: null,
  note: null,
} as const
const shown = (event: Timetable, window = year): string[] =>
  expandOccurrences(event, window).map((one) =>
    event.allDay ? one.start : formatZoned(one.start, event.zone),
  )

describe('the clock', () => {
  it('keeps a weekly training at 18:00 when summer time ends', () => {
    expect(shown(repeating('FREQ=WEEKLY;COUNT=3'))).toEqual([
      '2026-10-20T18:00:00+02:00',
      '2026-10-27T18:00:00+01:00',
      '2026-11-03T18:00:00+01:00',
    ])
  })

  it('moves an occurrence at a time that is skipped by the offset before the gap, and keeps the next at its time', () => {
    const nightly = repeating('FREQ=DAILY;COUNT=3', { start: '2027-03-27T01:30:00Z', end: null })
    expect(shown(nightly)).toEqual([
      '2027-03-27T02:30:00+01:00',
      '2027-03-28T03:30:00+02:00',
      '2027-03-29T02:30:00+02:00',
    ])
  })

  it('takes the first of two 02:30 in the night when summer time ends', () => {
    const nightly = repeating('FREQ=DAILY;COUNT=3', { start: '2026-10-24T00:30:00Z', end: null })
    expect(shown(nightly)).toEqual([
      '2026-10-24T02:30:00+02:00',
      '2026-10-25T02:30:00+02:00',
      '2026-10-26T02:30:00+01:00',
    ])
  })

  it('keeps a first start that was set in the second of the two hours', () => {
    const event = repeating('FREQ=DAILY;COUNT=2', { start: '2026-10-25T01:30:00Z', end: null })
    expect(shown(event)).toEqual(['2026-10-25T02:30:00+01:00', '2026-10-26T02:30:00+01:00'])
  })

  it('lasts exactly as long across a clock change as the first time', () => {
    const party = repeating('FREQ=DAILY;COUNT=2', {
      start: '2026-10-23T20:00:00Z',
      end: '2026-10-24T02:00:00Z',
    })
    expect(expandOccurrences(party, year).map((one) => formatZoned(one.end!, party.zone))).toEqual([
      '2026-10-24T04:00:00+02:00',
      '2026-10-25T03:00:00+01:00',
    ])
  })

  it.each([
    ['2026-10-24', ['2026-10-24', '2026-10-25', '2026-10-26']],
    ['2027-03-27', ['2027-03-27', '2027-03-28', '2027-03-29']],
  ])('counts all-day events from %s in dates, whatever the clock does', (start, expected) => {
    const event = repeating('FREQ=DAILY;COUNT=3', { allDay: true, start, end: start })
    expect(shown(event)).toEqual(expected)
    expect(expandOccurrences(event, year).map((one) => one.end)).toEqual(expected)
    const hours = expandOccurrences(event, year).map((one) => (one.endsAt - one.startsAt) / 3_600_000)
    expect(hours).toEqual(start.startsWith('2026') ? [24, 25, 24] : [24, 23, 24])
  })
})

describe('the recurrence set', () => {
  it('ends with UNTIL, itself included', () => {
    expect(shown(repeating('FREQ=WEEKLY;UNTIL=20261103T170000Z'))).toHaveLength(3)
    expect(shown(repeating('FREQ=WEEKLY;UNTIL=20261103T165959Z'))).toHaveLength(2)
    const days = { allDay: true, start: '2026-10-20', end: null }
    expect(shown(repeating('FREQ=WEEKLY;UNTIL=20261103', days))).toHaveLength(3)
  })

  it('takes the last working day of each month by BYSETPOS', () => {
    const event = repeating('FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3', {
      start: '2026-10-30T17:00:00Z',
    })
    expect(shown(event)).toEqual([
      '2026-10-30T18:00:00+01:00',
      '2026-11-30T18:00:00+01:00',
      '2026-12-31T18:00:00+01:00',
    ])
  })

  it('leaves out exceptions and takes in additions, however their offset is written', () => {
    const event = repeating('FREQ=WEEKLY;COUNT=3')
    event.recurrence!.exceptions = ['2026-10-27T18:00:00+01:00']
    event.recurrence!.additions = ['2026-10-28T17:00:00Z']
    expect(shown(event)).toEqual([
      '2026-10-20T18:00:00+02:00',
      '2026-10-28T18:00:00+01:00',
      '2026-11-03T18:00:00+01:00',
    ])
  })

  it('lets the first start take place although the rule would not choose it, as the first of COUNT', () => {
    expect(shown(repeating('FREQ=WEEKLY;BYDAY=WE;COUNT=2'))).toEqual([
      '2026-10-20T18:00:00+02:00',
      '2026-10-21T18:00:00+02:00',
    ])
  })

  it('shows what overlaps the window, also what began before it', () => {
    const at = (from: string, to: string) => shown(once, { from: new Date(from), to: new Date(to) })
    expect(at('2026-10-20T17:00:00Z', '2026-10-20T18:00:00Z')).toHaveLength(1)
    expect(at('2026-10-20T17:30:00Z', '2026-10-20T18:00:00Z')).toHaveLength(0)
    expect(at('2026-10-20T15:00:00Z', '2026-10-20T16:00:00Z')).toHaveLength(0)
  })

  it('refuses a rule that checkRule refuses, saying why', () => {
    expect(() => shown(repeating('FREQ=SECONDLY'))).toThrow(DomainError)
  })
})

describe('changes to one occurrence', () => {
  const tuesdays = repeating('FREQ=WEEKLY;COUNT=3')

  it('shows a moved occurrence as rescheduled, with its first start and its length kept', () => {
    const overrides = [
      { ...change, occurrence: '2026-10-27T17:00:00Z', start: '2026-10-29T18:00:00Z', note: 'Nytt datum' },
    ]
    expect(expandOccurrences({ ...tuesdays, overrides }, year)[1]).toMatchObject({
      occurrence: '2026-10-27T17:00:00Z',
      start: '2026-10-29T18:00:00Z',
      end: '2026-10-29T19:30:00Z',
      status: 'rescheduled',
      previousStart: '2026-10-27T17:00:00Z',
      note: 'Nytt datum',
    })
  })

  it('finds an occurrence in the window into which it was moved, and not in the one it left', () => {
    const overrides = [{ ...change, occurrence: '2026-10-27T17:00:00Z', start: '2027-05-01T10:00:00Z' }]
    const may = { from: new Date('2027-05-01T00:00:00Z'), to: new Date('2027-06-01T00:00:00Z') }
    const october = { from: new Date('2026-10-26T00:00:00Z'), to: new Date('2026-10-31T00:00:00Z') }
    expect(shown({ ...tuesdays, overrides }, may)).toEqual(['2027-05-01T12:00:00+02:00'])
    expect(shown({ ...tuesdays, overrides }, october)).toEqual([])
  })

  it('ignores a change to an occurrence that the series does not have', () => {
    const overrides = [{ ...change, occurrence: '2026-10-28T17:00:00Z', note: 'Finns inte' }]
    expect(expandOccurrences({ ...tuesdays, overrides }, year).map((one) => one.note)).toEqual([
      null,
      null,
      null,
    ])
  })

  it('cancels one evening and leaves the others', () => {
    const overrides = [
      {
        ...change,
        occurrence: '2026-10-27T17:00:00Z',
        status: 'cancelled' as const,
        statusReason: 'illness',
      },
    ]
    const statuses = expandOccurrences({ ...tuesdays, overrides }, year).map((one) => one.status)
    expect(statuses).toEqual(['scheduled', 'cancelled', 'scheduled'])
  })

  it('cancels every evening with the series, also one that had been moved', () => {
    const overrides = [{ ...change, occurrence: '2026-10-27T17:00:00Z', start: '2026-10-29T18:00:00Z' }]
    const event = { ...tuesdays, overrides, status: 'cancelled' as const, statusReason: 'organiser' }
    expect(expandOccurrences(event, year).map((one) => [one.status, one.statusReason])).toEqual(
      Array.from({ length: 3 }, () => ['cancelled', 'organiser']),
    )
  })
})
