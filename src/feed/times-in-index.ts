import { expandedDays } from '../calendar/last-end.js'
import { expandTimes, type OccurrenceTimes } from '../calendar/occurrences.js'
import { addDays, dayAt, startOfDay } from '../calendar/zoned-time.js'
import type { EventData } from '../publication/public-data.js'

/** A series that begins later than the window shows its first two days. */
const beginning = 2 * 86_400_000

/**
 * The times of an event that the feed keeps in memory: all of one that happens once; of a series those of the window
 * that begins on the day of its last change (`modified`, UTC). One event that cannot be expanded must not stop the feed
 * of a whole municipality: its fault is told, and it has no times.
 */
export function timesIn(
  modified: string,
  event: EventData,
  onFault: (fault: unknown) => void,
): OccurrenceTimes {
  try {
    const from = dayAt(modified, event.zone)
    const until = startOfDay(addDays(from, expandedDays), event.zone)
    if (!event.recurrence) return expandTimes(event, { from: new Date(0), to: new Date(8.64e14) })
    const times = expandTimes(event, { from: startOfDay(from, event.zone), to: until })
    if (times.startsAt.length > 0 || Date.parse(event.start) < until.getTime()) return times
    const first = new Date(Date.parse(event.start))
    return expandTimes(event, { from: first, to: new Date(first.getTime() + beginning) })
  } catch (fault) {
    onFault(fault)
    return { startsAt: [], endsAt: [], changed: null }
  }
}
