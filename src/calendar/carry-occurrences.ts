import type { Announcements, EventContent } from './event-content.js'
import { originalStarts, type Series } from './original-starts.js'
import { addDays, dayAt, isDay, sameWallOn } from './zoned-time.js'

/**
 * What single times of a series are called once the series is at another time: their new original start; null where it
 * has no such time any more, or more than one that could be meant. A time keeps its local day where the series still
 * takes place on that day, and moves within its week as the first start did where it does not; of several times on one
 * day each keeps its place among them. What was no time of the series before keeps its name.
 */
export function carryNames(
  before: Series,
  after: Series,
  names: readonly string[],
): ReadonlyMap<string, string | null> {
  const same = () => new Map(names.map((name) => [name, name]))
  if (names.length === 0 || isSameSeries(before, after)) return same()
  const [old, fresh] = [originalStarts(before, names), originalStarts(after, names)]
  if (!old || !fresh) return same()
  const moved = fresh.firstDay - old.firstDay
  // A series that only begins some weeks later has not moved any of its dates.
  const shift = after.recurrenceRule ? moved % 7 : moved
  const kept = names.filter((name) => fresh.has(name))
  const taken = new Set(kept.map(fresh.spelt))
  const carried = (name: string): string | null => {
    if (fresh.has(name)) return fresh.spelt(name)
    if (!old.has(name)) return name
    const day = old.dayOf(name)
    const onDay = old.startsOn(day)
    const there = [day, addDays(day, shift)].map(fresh.startsOn).find((starts) => starts.length > 0)
    const found = there?.length === onDay.length ? there[onDay.indexOf(old.spelt(name))]! : null
    // Two times cannot become one: what was said of the second would be gone.
    if (found === null || taken.has(found)) return null
    taken.add(found)
    return found
  }
  return new Map(names.map((name) => [name, carried(name)]))
}

const timed = ['allDay', 'start', 'startDate', 'zone', 'recurrenceRule'] as const
export const isSameSeries = (before: Series, after: Series): boolean =>
  timed.every((field) => (before[field] ?? null) === (after[field] ?? null))

/**
 * The changed event with what it leaves out, moves and notes at the times that it has now. What cannot be carried along
 * stays as it was written, to be told of; and so does everything where a time cannot be read.
 */
export function carryOccurrences(before: EventContent, after: EventContent): EventContent {
  if (isSameSeries(before, after)) return after
  try {
    const additions = after.additions.map((each) => spelt(each, after, after.start))
    const series = { ...after, additions }
    const left = namesAfter(before, series, after.exceptions)
    const overridden = namesAfter(
      before,
      series,
      after.overrides.map((one) => one.occurrence),
    )
    return {
      ...series,
      exceptions: after.exceptions.map(left),
      overrides: after.overrides.map((one) => ({
        ...one,
        occurrence: overridden(one.occurrence),
        start: one.start && spelt(one.start, after, after.start),
        end: one.end && spelt(one.end, after, after.end),
      })),
    }
  } catch {
    // Half a rule or a time that is none: refused elsewhere, by its field.
    return after
  }
}

function namesAfter(before: EventContent, after: EventContent, names: string[]) {
  const carried = carryNames(before, after, names)
  return (name: string): string => carried.get(name) ?? spelt(name, after, after.start)
}

/** Of an event that lasts all day now the day; of one that has hours now the hour of another of its times on that day. */
function spelt(value: string, { allDay, zone }: EventContent, like: string | null): string {
  if (isDay(value) === (allDay === true) || !zone) return value
  if (allDay) return dayAt(value, zone)
  return like ? sameWallOn(value, like, zone) : value
}

/** What was announced of single times, at the times that the series has now; what cannot be carried along is left out. */
export function carryAnnounced(
  before: EventContent,
  after: EventContent,
  said: Announcements,
): Announcements {
  const names = carryNames(before, after, Object.keys(said.occurrences))
  // What happens once and has got a new time is no longer put off.
  const once = !before.recurrenceRule && !after.recurrenceRule
  const occurrences = Object.fromEntries(
    Object.entries(said.occurrences).flatMap(([name, status]) => {
      const carried = names.get(name) ?? null
      const putOff = !(once && status.status === 'postponed' && carried !== name)
      return carried !== null && putOff ? [[carried, status]] : []
    }),
  )
  return { ...said, occurrences }
}
