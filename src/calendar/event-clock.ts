import type { EventData } from '../publication/public-data.js'
import { dayMs, dayNumber, dayText, instantNumber, utcText } from './time-numbers.js'
import { instantOf, wallMsAt, type WallMs } from './zone-offsets.js'
import { startOfDayNumber } from './zoned-time.js'

type Times = Pick<EventData, 'start' | 'end' | 'zone' | 'allDay' | 'recurrence'>

/**
 * How an event counts time: by instants, to the second, or by days. An original start is a number in both: milliseconds,
 * of an all-day event those of the first instant of the day.
 */
export interface EventClock {
  first: number
  /** How long the first occurrence lasts, in milliseconds. */
  length: number
  named: NamedTimes
  /** `+01:00` and `Z` mean the same occurrence. */
  at(start: string): number
  /** The one way to write a start. */
  text(start: number): string
  wall(start: number): WallMs
  fromWall(wall: WallMs): number
  /** The exclusive end of an occurrence that begins then, and the end as it is written; null where it is not known. */
  endsAt(start: number): number
  endAfter(start: number): string | null
  /** The same where the end was changed. */
  endsWith(start: number, end: string): number
  endText(end: string): string
}

/** Original starts that take place besides those of the rule, and that do not. */
interface NamedTimes {
  additions: number[]
  exceptions: ReadonlySet<number>
}
const none: NamedTimes = { additions: [], exceptions: new Set() }

function namedTimes({ recurrence }: Times, clock: Pick<EventClock, 'at'>): NamedTimes {
  if (!recurrence) return none
  const read = (starts: string[]): number[] => starts.map((start) => clock.at(start))
  return { additions: read(recurrence.additions), exceptions: new Set(read(recurrence.exceptions)) }
}

export const clockOf = (event: Times): EventClock =>
  event.allDay ? new ByDays(event) : new ByInstants(event)

const toSecond = (at: number): number => Math.floor(at / 1_000) * 1_000

class ByInstants implements EventClock {
  readonly first: number
  readonly length: number
  readonly named: NamedTimes
  readonly #zone: string
  readonly #ends: boolean

  constructor(event: Times) {
    const { start, end, zone } = event
    this.first = this.at(start)
    this.named = namedTimes(event, this)
    this.length = end ? toSecond(Math.max(0, instantNumber(end) - instantNumber(start))) : 0
    this.#zone = zone
    this.#ends = Boolean(end)
  }
  at(start: string): number {
    return toSecond(instantNumber(start))
  }
  text(start: number): string {
    return utcText(start)
  }
  wall(start: number): WallMs {
    return wallMsAt(start, this.#zone)
  }
  fromWall(wall: WallMs): number {
    // The first start keeps its own instant, also when the clock shows that hour twice.
    return wall === this.wall(this.first) ? this.first : instantOf(wall, this.#zone)
  }
  endsAt(start: number): number {
    return start + this.length
  }
  endAfter(start: number): string | null {
    return this.#ends ? utcText(this.endsAt(start)) : null
  }
  endsWith(start: number, end: string): number {
    return Math.max(start, this.at(end))
  }
  endText(end: string): string {
    return utcText(this.at(end))
  }
}

class ByDays implements EventClock {
  readonly first: number
  readonly length: number
  readonly named: NamedTimes
  readonly #zone: string
  /** Days from the first to the last; null where the last is not known. */
  readonly #days: number | null

  constructor(event: Times) {
    const { start, end, zone } = event
    this.#zone = zone
    this.#days = end ? Math.max(0, dayNumber(end) - dayNumber(start)) : null
    this.first = this.at(start)
    this.named = namedTimes(event, this)
    this.length = end ? startOfDayNumber(dayNumber(end) + 1, zone) - this.first : dayMs
  }
  #dayOf(start: number): number {
    return Math.floor(wallMsAt(start, this.#zone) / dayMs)
  }
  at(start: string): number {
    return startOfDayNumber(dayNumber(start), this.#zone)
  }
  text(start: number): string {
    return dayText(this.#dayOf(start))
  }
  wall(start: number): WallMs {
    return this.#dayOf(start) * dayMs
  }
  fromWall(wall: WallMs): number {
    return startOfDayNumber(Math.floor(wall / dayMs), this.#zone)
  }
  endsAt(start: number): number {
    return startOfDayNumber(this.#dayOf(start) + (this.#days ?? 0) + 1, this.#zone)
  }
  endAfter(start: number): string | null {
    return this.#days === null ? null : dayText(this.#dayOf(start) + this.#days)
  }
  endsWith(_start: number, end: string): number {
    // The last day is included in what is written, not in what is compared.
    return startOfDayNumber(dayNumber(end) + 1, this.#zone)
  }
  endText(end: string): string {
    return dayText(dayNumber(end))
  }
}
