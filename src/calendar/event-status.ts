import type { EventStatus } from '../publication/public-data.js'
import type { AnnouncedStatus, EventContent } from './event-content.js'

export interface StatusFacts {
  status: EventStatus
  statusReason: string | null
  previousStart: string | null
}

/** A series that is off is off for every occurrence, whatever was said earlier about one of them. */
const seriesDecides: readonly EventStatus[] = ['cancelled', 'postponed']

/**
 * The fate of one occurrence: of the whole series where that is off, else what was said about this occurrence, else
 * that of the series. An occurrence that was moved is `rescheduled` unless more was said, and keeps its first start.
 */
export function statusOfOccurrence(
  series: StatusFacts,
  own: { status: EventStatus | null; statusReason: string | null } | null,
  movedFrom: string | null,
): StatusFacts {
  if (seriesDecides.includes(series.status) && own?.status !== 'cancelled')
    return { ...series, previousStart: movedFrom ?? series.previousStart }
  if (own?.status && !(own.status === 'scheduled' && movedFrom))
    return { status: own.status, statusReason: own.statusReason, previousStart: movedFrom }
  if (movedFrom)
    return { status: 'rescheduled', statusReason: own?.statusReason ?? null, previousStart: movedFrom }
  return { ...series }
}

type Arranged = Pick<EventContent, 'start' | 'startDate' | 'allDay' | 'attendance' | 'recurrenceRule'>

/**
 * What an event is said to be once its public content is changed. An event that happens once and gets another start is
 * `rescheduled` and keeps the start that citizens knew; one that had a place and is on the net now is `moved-online`;
 * one that comes back from there is as planned. A new start also ends a postponement, and nothing ends a cancellation:
 * that takes an announcement. A series whose rule or first start is changed has another timetable and was not moved.
 */
export function statusAfterChange(
  before: Arranged,
  after: Arranged,
  said: AnnouncedStatus | null,
): AnnouncedStatus | null {
  if (said?.status === 'cancelled') return said
  const known = startOf(before)
  const once = !before.recurrenceRule && !after.recurrenceRule
  const moved = once && known !== null && !isSameStart(known, startOf(after))
  const wentOnline = before.attendance !== 'online' && after.attendance === 'online'
  const online = after.attendance === 'online' && (wentOnline || said?.status === 'moved-online')
  const first = said?.status === 'postponed' ? (said.previousStart ?? known) : known
  const previousStart = moved ? first : null
  if (online)
    return {
      status: 'moved-online',
      reason: null,
      previousStart: previousStart ?? said?.previousStart ?? null,
    }
  if (moved) return { status: 'rescheduled', reason: said?.reason ?? null, previousStart }
  return said?.status === 'moved-online' ? null : said
}

const startOf = ({ allDay, start, startDate }: Arranged): string | null => (allDay ? startDate : start)

/** Instants may be written in more than one way; a date is never the same as an instant. */
function isSameStart(one: string, other: string | null): boolean {
  return one === other || (one.includes('T') && Date.parse(one) === Date.parse(other ?? ''))
}
