import { describe, expect, it } from 'vitest'
import { checkRecurrence } from './check-recurrence.js'
import { lastEnd } from './last-end.js'
import { changedOccurrences, type Timetable } from './occurrences.js'

const now = new Date('2026-11-24T12:00:00Z')
const once: Timetable = {
  start: '2026-12-01T17:00:00Z',
  end: '2026-12-01T18:30:00Z',
  zone: 'Europe/Stockholm',
  allDay: false,
  recurrence: null,
  overrides: [],
  status: 'scheduled',
  statusReason: null,
  previousStart: null,
}
type More = Partial<Timetable> & { exceptions?: string[]; additions?: string[] }
const last = (rule: string | null, { exceptions = [], additions = [], ...more }: More = {}) =>
  lastEnd(
    { ...once, recurrence: rule ? { rule, exceptions, additions } : null, ...more },
    now,
  )?.toISOString() ?? null
const untouched = { start: null, end: null, place: null, status: null, statusReason: null, note: null }

describe('the last end', () => {
  it.each<[string, string | null, More, string | null]>([
    ['of one event', null, {}, '2026-12-01T18:30:00.000Z'],
    [
      'of one that is years away',
      null,
      { start: '2031-05-01T10:00:00Z', end: null },
      '2031-05-01T10:00:00.000Z',
    ],
    [
      'of a whole day',
      null,
      { allDay: true, start: '2026-12-01', end: '2026-12-02' },
      '2026-12-02T23:00:00.000Z',
    ],
    ['of what is counted', 'FREQ=WEEKLY;COUNT=3', {}, '2026-12-15T18:30:00.000Z'],
    [
      'without one that is left out',
      'FREQ=WEEKLY;COUNT=3',
      { exceptions: ['2026-12-15T17:00:00Z'] },
      '2026-12-08T18:30:00.000Z',
    ],
    [
      'with one that is added',
      'FREQ=WEEKLY;COUNT=3',
      { additions: ['2027-06-01T16:00:00Z'] },
      '2027-06-01T17:30:00.000Z',
    ],
    [
      'with one that was moved behind the others',
      'FREQ=WEEKLY;UNTIL=20261215T170000Z',
      {
        overrides: [
          {
            ...untouched,
            occurrence: '2026-12-08T17:00:00Z',
            start: '2027-02-01T17:00:00Z',
            end: '2027-02-01T20:00:00Z',
          },
        ],
      },
      '2027-02-01T20:00:00.000Z',
    ],
    [
      'of a series that began more than ten years ago',
      'FREQ=WEEKLY;UNTIL=20270601T170000Z',
      { start: '2015-09-01T16:00:00Z', end: '2015-09-01T17:00:00Z' },
      '2027-06-01T17:00:00.000Z',
    ],
    [
      'of yearly days counted since long ago',
      'FREQ=YEARLY;COUNT=14',
      { start: '2014-06-20T10:00:00Z', end: null },
      '2027-06-20T10:00:00.000Z',
    ],
    [
      'of a series that ended years ago',
      'FREQ=YEARLY;INTERVAL=3;UNTIL=20181231T000000Z',
      { start: '2001-06-20T10:00:00Z', end: null },
      '2016-06-20T10:00:00.000Z',
    ],
    [
      'of a rule of whose days none came in its last nine years',
      'FREQ=YEARLY;INTERVAL=20;UNTIL=20261231T000000Z',
      { start: '1990-06-20T10:00:00Z', end: null },
      '2010-06-20T10:00:00.000Z',
    ],
    [
      'where nothing of it is left: its start',
      'FREQ=WEEKLY;COUNT=1',
      { exceptions: ['2026-12-01T17:00:00Z'] },
      '2026-12-01T17:00:00.000Z',
    ],
    [
      'of many times a day',
      'FREQ=DAILY;BYHOUR=8,10,12,18;UNTIL=20271201T230000Z',
      {},
      '2027-12-01T18:30:00.000Z',
    ],
    [
      'goes on: counted, with decades between',
      'FREQ=YEARLY;INTERVAL=30;COUNT=3',
      { start: '2015-06-20T10:00:00Z', end: null },
      null,
    ],
    [
      'of hours that never come: its start',
      'FREQ=HOURLY;INTERVAL=2;COUNT=3;BYMONTH=2;BYMONTHDAY=30',
      { start: '2026-06-20T10:00:00Z', end: null },
      '2026-06-20T10:00:00.000Z',
    ],
    ['goes on: no end', 'FREQ=WEEKLY', {}, null],
    ['goes on: an end in ten years and more', 'FREQ=YEARLY;UNTIL=20501201T170000Z', {}, null],
    ['goes on: counted beyond the days that readers have', 'FREQ=MONTHLY;COUNT=20', {}, null],
    [
      'goes on: begins when readers do not have it yet',
      'FREQ=WEEKLY;COUNT=3',
      { start: '2028-03-01T10:00:00Z', end: null },
      null,
    ],
  ])('%s', (_name, rule, more, expected) => {
    expect(last(rule, more)).toBe(expected)
  })

  it('with everything at its limit is worked out in no more steps than there are times', () => {
    const at = (days: number, hour: number) => new Date(Date.UTC(1990, 0, 1 + days, hour)).toISOString()
    const coming = (days: number) => new Date(Date.UTC(2026, 11, 1 + days, 5)).toISOString()
    const listed = (count: number, from: number) =>
      Array.from({ length: count }, (_, index) => at(from + index, 7))
    const hostile: Timetable = {
      ...once,
      zone: 'UTC',
      start: at(0, 7),
      end: at(0, 8),
      recurrence: {
        rule: 'FREQ=DAILY',
        exceptions: listed(1_000, 2_000),
        additions: Array.from({ length: 1_000 }, (_, index) => at(4_000 + index, 9)),
      },
      // Far apart, each moved into the year that readers have.
      overrides: Array.from({ length: 400 }, (_, index) => ({
        ...untouched,
        occurrence: at(5_000 + index * 17, 7),
        start: coming(index % 300),
        end: coming(index % 300),
      })),
    }
    expect(checkRecurrence(hostile, now)).toEqual([])
    expect(changedOccurrences(hostile)).toHaveLength(400)
    expect(lastEnd(hostile, now)).toBeNull()
  }, 20_000)

  it('is worked out from near it, however long the series has been running', () => {
    const dense = 'FREQ=DAILY;BYHOUR=8,9,10,11,12,13,14,15,16,17,18,19;UNTIL=20271201T230000Z'
    expect(last(dense, { start: '1990-01-01T07:00:00Z', end: null })).toBe('2027-12-01T18:00:00.000Z')
  })
})
