import type { EventData } from '../publication/public-data.js'
import { dayMs, dayNumber, dayText, instantNumber, utcText } from './time-numbers.js'
import { instantOf, wallMsAt, type WallMs } from './zone-offsets.js'
import { startOfDayNumber } from './zoned-time.js'

/**
 * How an event counts time: by instants, to the second, or by days. An original start is a number in both: milliseconds,
 * of an all-day event those of the first instant of the day.
 */
export interface EventClock {
  first: number
  /** Original starts that take place besides those of the rule, and that do not. */
  additions: number[]
  exceptions: ReadonlySet<number>
  /** How long the first occurrence lasts, in milliseconds. */
  length: number
  /** `+01:00` and `Z` mean the same occurrence. */
  at(start: string): number
  /** The one way to write a start. */
  text(start: number): string
  wall(start: number): WallMs
  fromWall(wall: WallMs): number
  /** The wall time of any instant. */
  wallOf(instant: number): WallMs
  /** The exclusive end of an occurrence that begins then, and the end as it is written; null where it is not known. */
  endsAt(start: number): number
  endAfter(start: number): string | null
  /** The same where the end was changed. */
  endsWith(start: number, end: string): number
  endText(end: string): string
}

type Times = Pick<EventData, 'start' | 'end' | 'zone' | 'allDay' | 'recurrence'>

export function clockOf(event: Times): EventClock {
  const clock = event.allDay ? byDays(event) : byInstants(event)
  if (!event.recurrence) return clock
  const { additions, exceptions } = event.recurrence
  return { ...clock, additions: additions.map(clock.at), exceptions: new Set(exceptions.map(clock.at)) }
}

const nothing = { additions: [], exceptions: new Set<number>() }

const toSecond = (at: number): number => Math.floor(at / 1_000) * 1_000

function byInstants({ start, end, zone }: Times): EventClock {
  const at = (text: string): number => toSecond(instantNumber(text))
  const first = at(start)
  const firstWall = wallMsAt(first, zone)
  const length = end ? toSecond(Math.max(0, instantNumber(end) - instantNumber(start))) : 0
  const endsAt = (from: number): number => from + length
  return {
    ...nothing,
    first,
    length,
    at,
    text: utcText,
    wall: (from) => wallMsAt(from, zone),
    // The first start keeps its own instant, also when the clock shows that hour twice.
    fromWall: (wall) => (wall === firstWall ? first : instantOf(wall, zone)),
    wallOf: (instant) => wallMsAt(instant, zone),
    endsAt,
    endAfter: (from) => (end ? utcText(endsAt(from)) : null),
    endsWith: (from, text) => Math.max(from, at(text)),
    endText: (text) => utcText(at(text)),
  }
}

function byDays({ start, end, zone }: Times): EventClock {
  const at = (text: string): number => startOfDayNumber(dayNumber(text), zone)
  const dayOf = (from: number): number => Math.floor(wallMsAt(from, zone) / dayMs)
  const days = end ? Math.max(0, dayNumber(end) - dayNumber(start)) : 0
  const first = at(start)
  const endsAt = (from: number): number => startOfDayNumber(dayOf(from) + days + 1, zone)
  return {
    ...nothing,
    first,
    length: end ? startOfDayNumber(dayNumber(end) + 1, zone) - first : dayMs,
    at,
    text: (from) => dayText(dayOf(from)),
    wall: (from) => dayOf(from) * dayMs,
    fromWall: (wall) => startOfDayNumber(Math.floor(wall / dayMs), zone),
    wallOf: (instant) => wallMsAt(instant, zone),
    endsAt,
    endAfter: (from) => (end ? dayText(dayOf(from) + days) : null),
    // The last day is included in what is written, not in what is compared.
    endsWith: (_, text) => startOfDayNumber(dayNumber(text) + 1, zone),
    endText: (text) => dayText(dayNumber(text)),
  }
}
