import { clockOf } from './event-clock.js'
import type { EventContent } from './event-content.js'
import { expandOccurrences, type Timetable } from './occurrences.js'
import { isCounted } from './recurrence-rule.js'
import { dayMs, dayNumber } from './time-numbers.js'
import { dayAt, isDay, startOfDay } from './zoned-time.js'

/** The parts of an event that give its times their names. */
export type Series = Pick<
  EventContent,
  'allDay' | 'start' | 'startDate' | 'zone' | 'recurrenceRule' | 'additions'
>

/** The original starts of a series, those that are left out included, by the local day on which they are. */
export interface OriginalStarts {
  /** Counted from 1970-01-01. */
  firstDay: number
  has(name: string): boolean
  dayOf(name: string): string
  startsOn(day: string): string[]
  /** The one way to write a start. */
  spelt(name: string): string
  /** Whether it takes place after a day, as far as a year ahead. */
  goesOnAfter(day: string): boolean
}

/**
 * Null while the event does not say when it is. `names` are all that will be asked for: what is counted is worked out
 * from its first start, hence once. Throws where a time or the rule cannot be read.
 */
export function originalStarts(series: Series, names: readonly string[]): OriginalStarts | null {
  const { zone, recurrenceRule: rule, additions } = series
  const allDay = series.allDay === true
  const start = allDay ? series.startDate : series.start
  if (!start || !zone) return null
  const event: Timetable = {
    ...{ start, end: null, zone, allDay, overrides: [] },
    recurrence: rule ? { rule, exceptions: [], additions } : null,
    ...{ status: 'scheduled', statusReason: null, previousStart: null },
  }
  const clock = clockOf(event)
  const spelt = (name: string): string => (isDay(name) === allDay ? clock.text(clock.at(name)) : name)
  const dayOf = (name: string): string => (isDay(name) ? name : dayAt(name, zone))
  const within = (from: string, days: number): string[] => {
    const low = startOfDay(from, zone)
    const to = new Date(low.getTime() + (days + 1) * dayMs)
    return expandOccurrences(event, { from: low, to, limit: Infinity }).map((one) => one.occurrence)
  }
  const firstDay = dayNumber(dayOf(start))
  const lists = new Map<string, string[]>()
  const counted = rule && isCounted(rule)
  if (counted) {
    const last = Math.max(firstDay, ...names.map((name) => dayNumber(dayOf(name))))
    for (const name of within(dayOf(start), last - firstDay + week)) {
      const day = dayOf(name)
      lists.set(day, [...(lists.get(day) ?? []), name])
    }
  }
  const startsOn = (day: string): string[] => {
    const known = lists.get(day)
    if (known || counted) return known ?? []
    // A day more: where the clocks change it is not of 24 hours.
    const found = within(day, 1).filter((name) => dayOf(name) === day)
    lists.set(day, found)
    return found
  }
  return {
    firstDay,
    dayOf,
    startsOn,
    spelt,
    has: (name) => isDay(name) === allDay && startsOn(dayOf(name)).includes(spelt(name)),
    goesOnAfter: (day) => within(day, 400).some((name) => dayOf(name) > day),
  }
}

/** A time moves by so many days at most where the series is on another weekday. */
const week = 7
