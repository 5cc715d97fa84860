import { expandOccurrences } from '../../calendar/occurrences.js'
import { instantFrom, formatUtc } from '../../calendar/zoned-time.js'

/** The parts of an event's form that say when it takes place. */
export interface WhenFields {
  allDay?: unknown
  start?: unknown
  end?: unknown
  startDate?: unknown
  endDate?: unknown
  zone?: unknown
  recurrenceRule?: unknown
  exceptions?: unknown
  additions?: unknown
}

/** Times as a field of the form holds them; whatever else it may hold is none. */
export const timesIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
const year = 400 * 86_400_000

/**
 * The original starts of the coming times of an event as the form has them now: instants in UTC, or dates. Empty while
 * the form does not say yet when it is. `bare` leaves exceptions in, for choosing them.
 */
export function comingTimes(when: WhenFields, zone: string, now: Date, most = 60, bare = false): string[] {
  const allDay = when.allDay === true
  const start = allDay ? when.startDate : when.start
  if (typeof start !== 'string' || Number.isNaN(Date.parse(start))) return []
  const end = allDay ? when.endDate : when.end
  const spelt = (value: string) => (allDay ? value : formatUtc(instantFrom(new Date(value))))
  const rule = typeof when.recurrenceRule === 'string' && when.recurrenceRule ? when.recurrenceRule : null
  const from = new Date(Math.max(now.getTime(), Date.parse(start) - 1))
  try {
    return expandOccurrences(
      {
        start: spelt(start),
        end: typeof end === 'string' && end ? spelt(end) : null,
        zone,
        allDay,
        recurrence: rule
          ? {
              rule,
              exceptions: bare ? [] : timesIn(when.exceptions).map(spelt),
              additions: timesIn(when.additions).map(spelt),
            }
          : null,
        overrides: [],
        status: 'scheduled',
        statusReason: null,
        previousStart: null,
      } as Parameters<typeof expandOccurrences>[0],
      { from, to: new Date(from.getTime() + year), limit: most },
    ).map(({ occurrence }) => occurrence)
  } catch {
    // A rule that is being written is often no rule yet.
    return []
  }
}
