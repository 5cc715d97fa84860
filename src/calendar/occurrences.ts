import type { EventData, EventStatus, OccurrenceOverride, PlaceFacts } from '../publication/public-data.js'
import { clockOf, type EventClock } from './event-clock.js'
import { statusOfOccurrence } from './event-status.js'
import { isCounted } from './recurrence-rule.js'
import { ruleStarts } from './rule-starts.js'
import { dayMs } from './time-numbers.js'
import { wallMsAt } from './zone-offsets.js'

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

/** The times of an event within a window as numbers, in time order: what an index keeps of a hundred thousand events. */
export interface OccurrenceTimes {
  /** Milliseconds. */
  startsAt: number[]
  /** The exclusive ends; one number where each lasts so many milliseconds. */
  endsAt: number[] | number
  /** By position, the occurrences for which something was changed. */
  changed: ReadonlyMap<number, Occurrence> | null
}

/**
 * The occurrences of an event within a window, in time order: the rule's, without exceptions, with additions, and with
 * what was changed for single ones. A change to an occurrence that the series no longer has is left out.
 * Every occurrence lasts exactly as long as the first (RFC 5545, 3.8.5.3). Throws `invalid-input` for a rule that
 * `checkRule` refuses.
 */
export function expandOccurrences(event: Timetable, window: Window): Occurrence[] {
  return occurrencesAt(event, expandTimes(event, window))
}

/** The same as numbers. */
export function expandTimes(event: Timetable, { from, to, limit = 5_000 }: Window): OccurrenceTimes {
  const clock = clockOf(event)
  // One day more on both sides: dates are not instants, and a clock change moves an hour.
  const [low, high] = [from.getTime(), to.getTime()]
  const originals = startsWithin(event, clock, low - clock.length - dayMs, high + dayMs)
  const inside = (startsAt: number, endsAt: number): boolean =>
    startsAt < high && Math.max(endsAt, startsAt + 1) > low
  if (event.overrides.length > 0) return changedTimes(event, clock, originals, inside, limit)
  const startsAt = originals.filter((at) => inside(at, clock.endsAt(at))).slice(0, limit)
  const endsAt = event.allDay ? packed(startsAt.map((at) => clock.endsAt(at))) : clock.length
  return { startsAt: packed(startsAt), endsAt, changed: null }
}

/** The same numbers without room to grow and without an object for each, which engines make of some lists. */
function packed(numbers: number[]): number[] {
  const list = new Array<number>(numbers.length)
  for (let at = 0; at < numbers.length; at += 1) list[at] = numbers[at]!
  return list
}

function changedTimes(
  event: Timetable,
  clock: EventClock,
  originals: number[],
  inside: (startsAt: number, endsAt: number) => boolean,
  limit: number,
): OccurrenceTimes {
  const overrides = new Map(event.overrides.map((one) => [clock.at(one.occurrence), one]))
  const known = new Set(originals)
  // What was moved into the window from outside.
  const moved = [...overrides].flatMap(([at, override]) => {
    const { startsAt, endsAt } = makeOccurrence(event, clock, at, override)
    return !known.has(at) && inside(startsAt, endsAt) ? [at] : []
  })
  const found = [...originals, ...existing(event, clock, moved)]
    .map((at) => ({ one: makeOccurrence(event, clock, at, overrides.get(at)), changed: overrides.has(at) }))
    .filter(({ one }) => inside(one.startsAt, one.endsAt))
    .sort((a, b) => a.one.startsAt - b.one.startsAt || (a.one.occurrence < b.one.occurrence ? -1 : 1))
    .slice(0, limit)
  return {
    startsAt: found.map(({ one }) => one.startsAt),
    endsAt: found.map(({ one }) => one.endsAt),
    changed: new Map(found.flatMap(({ one, changed }, at) => (changed ? [[at, one]] : []))),
  }
}

/** Occurrences from their times: all of them, or those at some positions. */
export function occurrencesAt(
  event: Timetable,
  times: OccurrenceTimes,
  positions: Iterable<number> = times.startsAt.keys(),
): Occurrence[] {
  const clock = clockOf(event)
  const found: Occurrence[] = []
  for (const at of positions)
    found.push(times.changed?.get(at) ?? makeOccurrence(event, clock, times.startsAt[at]!, undefined))
  return found
}

/** The occurrences for which something was changed and which the series still has, whenever they are, in time order. */
export function changedOccurrences(event: Timetable): Occurrence[] {
  const clock = clockOf(event)
  const named = event.overrides.map((override) => ({ override, at: clock.at(override.occurrence) }))
  const known = new Set(
    existing(
      event,
      clock,
      named.map(({ at }) => at),
    ),
  )
  return named
    .filter(({ at }) => known.has(at))
    .map(({ at, override }) => makeOccurrence(event, clock, at, override))
    .sort((a, b) => a.startsAt - b.startsAt)
}

/** Those of some original starts that the series has. What is counted is worked out from its first start, hence in one go. */
function existing(event: Timetable, clock: EventClock, starts: number[]): number[] {
  if (starts.length === 0) return []
  if (!event.recurrence || isCounted(event.recurrence.rule)) {
    const all = new Set(startsWithin(event, clock, Math.min(...starts), Math.max(...starts)))
    return starts.filter((at) => all.has(at))
  }
  return starts.filter((at) => startsWithin(event, clock, at, at).includes(at))
}

/** The original starts between two instants (milliseconds, both included), in order. */
function startsWithin(event: Timetable, clock: EventClock, from: number, to: number): number[] {
  const inside = (at: number): boolean => at >= from && at <= to
  if (!event.recurrence) return [clock.first].filter(inside)
  const walls = ruleStarts(
    event.recurrence.rule,
    clock.wall(clock.first),
    event.allDay,
    event.zone,
    // A time that a clock change skipped lies an hour earlier on the wall than where it was moved to.
    wallMsAt(from, event.zone) - 3 * 3_600_000,
    wallMsAt(to, event.zone) + 3 * 3_600_000,
  )
  const starts = walls.map((wall) => clock.fromWall(wall)).filter(inside)
  const { additions, exceptions } = clock.named
  // Two wall times may be one instant where a clock change skips an hour.
  const all = new Set([...starts, ...additions.filter(inside)])
  return [...all].filter((at) => !exceptions.has(at)).sort((a, b) => a - b)
}

function makeOccurrence(
  event: Timetable,
  clock: EventClock,
  original: number,
  override: OccurrenceOverride | undefined,
): Occurrence {
  const startsAt = override?.start ? clock.at(override.start) : original
  const moved = startsAt !== original
  const series = event.recurrence ? { ...event, previousStart: null } : event
  const occurrence = clock.text(original)
  const { status, statusReason, previousStart } = statusOfOccurrence(
    { status: series.status, statusReason: series.statusReason, previousStart: series.previousStart },
    override ?? null,
    moved ? occurrence : null,
  )
  const end = override?.end ? clock.endText(override.end) : clock.endAfter(startsAt)
  return {
    occurrence,
    start: moved ? clock.text(startsAt) : occurrence,
    end,
    status,
    statusReason,
    previousStart,
    place: override?.place ?? null,
    note: override?.note ?? null,
    startsAt,
    endsAt: override?.end ? clock.endsWith(startsAt, override.end) : clock.endsAt(startsAt),
  }
}
