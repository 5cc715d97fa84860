import { Temporal } from 'temporal-polyfill'
import type { EventData, EventStatus, OccurrenceOverride, PlaceFacts } from '../publication/public-data.js'
import { statusOfOccurrence } from './event-status.js'
import { isCounted } from './recurrence-rule.js'
import { ruleStarts } from './rule-starts.js'
import { addDays, daysBetween, formatUtc, instantAt, instantFrom, startOfDay, wallAt } from './zoned-time.js'

/** One time at which an event takes place. Instants in UTC; for an all-day event dates, the last day included. */
export interface Occurrence {
  /** Its original start, which names it for good, also after it was moved. */
  occurrence: string
  start: string
  end: string | null
  status: EventStatus
  statusReason: string | null
  previousStart: string | null
  /** Only where it differs from the event's. */
  place: PlaceFacts | null
  note: string | null
  /** The same times as milliseconds, for order and overlap; `endsAt` is exclusive. */
  startsAt: number
  endsAt: number
}

export type Timetable = Pick<
  EventData,
  | 'start'
  | 'end'
  | 'zone'
  | 'allDay'
  | 'recurrence'
  | 'overrides'
  | 'status'
  | 'statusReason'
  | 'previousStart'
>
export interface Window {
  /** Occurrences that overlap `from` (included) to `to` (excluded). */
  from: Date
  to: Date
  /** At most so many, the earliest. */
  limit?: number
}

/**
 * The occurrences of an event within a window, in time order: the rule's, without exceptions, with additions, and with
 * what was changed for single ones. A change to an occurrence that the series no longer has is left out.
 * Every occurrence lasts exactly as long as the first (RFC 5545, 3.8.5.3). Throws `invalid-input` for a rule that
 * `checkRule` refuses.
 */
export function expandOccurrences(event: Timetable, { from, to, limit = 5_000 }: Window): Occurrence[] {
  const clock = clockOf(event)
  const overrides = new Map(event.overrides.map((one) => [clock.name(one.occurrence), one]))
  // One day more on both sides: dates are not instants, and a clock change moves an hour.
  const margin = clock.length + 86_400_000
  const names = startsWithin(event, clock, from.getTime() - margin, to.getTime() + 86_400_000)
  const inside = (one: Occurrence): boolean =>
    one.startsAt < to.getTime() && Math.max(one.endsAt, one.startsAt + 1) > from.getTime()
  // What was moved into the window from outside.
  const moved = [...overrides].filter(
    ([name, override]) => !names.has(name) && inside(makeOccurrence(event, clock, name, override)),
  )
  for (const name of existing(
    event,
    clock,
    moved.map(([name]) => name),
  ))
    names.add(name)
  return [...names]
    .map((name) => makeOccurrence(event, clock, name, overrides.get(name)))
    .filter(inside)
    .sort((a, b) => a.startsAt - b.startsAt || (a.occurrence < b.occurrence ? -1 : 1))
    .slice(0, limit)
}

/** The occurrences for which something was changed and which the series still has, whenever they are, in time order. */
export function changedOccurrences(event: Timetable): Occurrence[] {
  const clock = clockOf(event)
  const named = event.overrides.map((override) => ({ override, name: clock.name(override.occurrence) }))
  const known = existing(
    event,
    clock,
    named.map(({ name }) => name),
  )
  return named
    .filter(({ name }) => known.has(name))
    .map(({ override, name }) => makeOccurrence(event, clock, name, override))
    .sort((a, b) => a.startsAt - b.startsAt)
}

/** Those of the names that the series has. What is counted is worked out from its first start, hence in one go. */
function existing(event: Timetable, clock: SeriesClock, names: string[]): Set<string> {
  if (names.length === 0) return new Set()
  const times = names.map(clock.at)
  if (!event.recurrence || isCounted(event.recurrence.rule)) {
    const all = startsWithin(event, clock, Math.min(...times), Math.max(...times))
    return new Set(names.filter((name) => all.has(name)))
  }
  return new Set(
    names.filter((name, index) => startsWithin(event, clock, times[index]!, times[index]!).has(name)),
  )
}

/** How this event counts time: by instants, or by dates. */
interface EventClock {
  /** The one way to write a start, so that `+01:00` and `Z` mean the same occurrence. */
  name(start: string): string
  at(name: string): number
  wall(name: string): Temporal.PlainDateTime
  nameOf(wall: Temporal.PlainDateTime): string
  /** How long an occurrence lasts: milliseconds. */
  length: number
}

/** The clock of an event, with what is named one by one in its repetition read once. */
interface SeriesClock extends EventClock {
  additions: ReadonlyMap<string, number>
  exceptions: ReadonlySet<string>
}

/** An event is read often and never changed in place. */
const clocks = new WeakMap<Timetable, SeriesClock>()

function clockOf(event: Timetable): SeriesClock {
  const known = clocks.get(event)
  if (known) return known
  const clock = plainClock(event)
  const { additions = [], exceptions = [] } = event.recurrence ?? {}
  const read = {
    ...clock,
    additions: new Map(additions.map(clock.name).map((name) => [name, clock.at(name)])),
    exceptions: new Set(exceptions.map(clock.name)),
  }
  clocks.set(event, read)
  return read
}

function plainClock(event: Timetable): EventClock {
  if (event.allDay) {
    const at = (day: string): number => startOfDay(day, event.zone).getTime()
    return {
      name: (start) => Temporal.PlainDate.from(start).toString(),
      at,
      wall: (day) => Temporal.PlainDate.from(day).toPlainDateTime(),
      nameOf: (wall) => wall.toPlainDate().toString(),
      length: event.end ? at(addDays(event.end, 1)) - at(event.start) : 86_400_000,
    }
  }
  const name = (start: string): string => formatUtc(instantFrom(start))
  const at = (start: string): number => instantFrom(start).epochMilliseconds
  const first = name(event.start)
  const firstWall = wallAt(first, event.zone)
  return {
    name,
    at,
    wall: (start) => wallAt(start, event.zone),
    // The first start keeps its own instant, also when the clock shows that hour twice.
    nameOf: (wall) => (wall.equals(firstWall) ? first : formatUtc(instantAt(wall, event.zone))),
    length: event.end ? Math.max(0, at(event.end) - at(event.start)) : 0,
  }
}

/** Names of the original starts between two instants (milliseconds, both included). */
function startsWithin(event: Timetable, clock: SeriesClock, from: number, to: number): Set<string> {
  const inside = (name: string): boolean => clock.at(name) >= from && clock.at(name) <= to
  if (!event.recurrence) return new Set([clock.name(event.start)].filter(inside))
  const { rule } = event.recurrence
  const [fromWall, toWall] = [from, to].map((at) => wallAt(new Date(at), event.zone))
  const walls = ruleStarts(
    rule,
    clock.wall(clock.name(event.start)),
    event.allDay,
    event.zone,
    // A time that a clock change skipped lies an hour earlier on the wall than where it was moved to.
    fromWall!.subtract({ hours: 3 }),
    toWall!.add({ hours: 3 }),
  )
  const names = new Set(walls.map(clock.nameOf).filter(inside))
  for (const [name, at] of clock.additions) if (at >= from && at <= to) names.add(name)
  return new Set([...names].filter((name) => !clock.exceptions.has(name)))
}

function makeOccurrence(
  event: Timetable,
  clock: EventClock,
  name: string,
  override: OccurrenceOverride | undefined,
): Occurrence {
  const start = override?.start ? clock.name(override.start) : name
  const end = override?.end ? clock.name(override.end) : endAfter(event, clock, start)
  const moved = start !== name
  const series = event.recurrence ? { ...event, previousStart: null } : event
  const { status, statusReason, previousStart } = statusOfOccurrence(
    { status: series.status, statusReason: series.statusReason, previousStart: series.previousStart },
    override ?? null,
    moved ? name : null,
  )
  const startsAt = clock.at(start)
  const endsAt = event.allDay
    ? clock.at(addDays(end ?? start, 1))
    : Math.max(startsAt, end ? clock.at(end) : startsAt)
  const place = override?.place ?? null
  return {
    occurrence: name,
    start,
    end,
    status,
    statusReason,
    previousStart,
    place,
    note: override?.note ?? null,
    startsAt,
    endsAt,
  }
}

function endAfter(event: Timetable, clock: EventClock, start: string): string | null {
  if (!event.end) return null
  if (event.allDay) return addDays(start, Math.max(0, daysBetween(event.start, event.end)))
  return formatUtc(instantFrom(new Date(clock.at(start) + clock.length)))
}
