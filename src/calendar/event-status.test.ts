import { describe, expect, it } from 'vitest'
import type { AnnouncedStatus } from './event-content.js'
import { statusAfterChange } from './event-status.js'

type Arranged = Parameters<typeof statusAfterChange>[0]
const tuesday: Arranged = {
  allDay: false,
  start: '2026-12-01T17:00:00Z',
  startDate: null,
  attendance: 'in-person',
  recurrenceRule: null,
}
const at = (start: string): Arranged => ({ ...tuesday, start })
const wednesday = at('2026-12-02T17:00:00Z')
const online: Arranged = { ...tuesday, attendance: 'online' }
const said = (status: AnnouncedStatus['status'], more = {}): AnnouncedStatus => ({
  status,
  reason: 'illness',
  previousStart: tuesday.start,
  ...more,
})

describe('what citizens are told of an event whose public content changes', () => {
  it.each<[string, Arranged, Arranged, AnnouncedStatus | null, Partial<AnnouncedStatus> | null]>([
    ['nothing, where only words change', tuesday, tuesday, null, null],
    [
      'nothing, where the same instant is written otherwise',
      tuesday,
      at('2026-12-01T18:00:00+01:00'),
      null,
      null,
    ],
    ['a new time', tuesday, wednesday, null, { status: 'rescheduled', previousStart: tuesday.start }],
    [
      'a new time after it was postponed, with the start that was first announced',
      at('2026-12-09T17:00:00Z'),
      wednesday,
      said('postponed'),
      { status: 'rescheduled', reason: 'illness', previousStart: tuesday.start },
    ],
    [
      'the next new time, with the one before',
      wednesday,
      at('2026-12-03T17:00:00Z'),
      said('rescheduled'),
      { status: 'rescheduled', previousStart: wednesday.start },
    ],
    ['still that it is cancelled', tuesday, wednesday, said('cancelled'), said('cancelled')],
    [
      'still that it is postponed, where the time is the same',
      tuesday,
      tuesday,
      said('postponed'),
      said('postponed'),
    ],
    ['that it is on the net now', tuesday, online, null, { status: 'moved-online', previousStart: null }],
    [
      'that it is on the net now and at another time',
      tuesday,
      { ...wednesday, attendance: 'online' },
      null,
      { status: 'moved-online', previousStart: tuesday.start },
    ],
    ['still that it moved to the net', online, online, said('moved-online'), { status: 'moved-online' }],
    ['nothing, where it comes back from the net', online, tuesday, said('moved-online'), null],
    ['nothing of a move, where it was always on the net', online, online, null, null],
    [
      'nothing of a series that gets another first start',
      { ...tuesday, recurrenceRule: 'FREQ=WEEKLY' },
      { ...wednesday, recurrenceRule: 'FREQ=WEEKLY' },
      null,
      null,
    ],
    [
      'a new time, where hours are given to what lasted all day',
      { ...tuesday, allDay: true, start: null, startDate: '2026-12-01' },
      tuesday,
      null,
      { status: 'rescheduled', previousStart: '2026-12-01' },
    ],
  ])('%s', (_, before, after, announced, expected) => {
    const status = statusAfterChange(before, after, announced)
    if (expected === null) expect(status).toBeNull()
    else expect(status).toMatchObject(expected)
  })
})
