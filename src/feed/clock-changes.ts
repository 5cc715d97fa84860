import { addDays, dayAt, startOfDay } from '../calendar/zoned-time.js'
import type { Publication } from '../publication/publication.js'
import { goneFor } from '../publication/visibility.js'
import { createSortedList } from './sorted-list.js'
import { isTombstone } from './tombstones.js'

/** The instants at which the clock alone changes what is visible. */
export interface ClockChanges {
  add(row: Publication): void
  remove(row: Publication): void
  /** The next of them after `now`, midnight in each of the zones included: what is coming begins at the start of today. */
  next(now: Date, zones: Iterable<string>): number
}

export function createClockChanges(): ClockChanges {
  const instants = createSortedList<number>((a, b) => a - b)
  const days = new Map<string, { from: number; until: number }>()

  function midnight(now: Date, zone: string): number {
    const at = now.getTime()
    const known = days.get(zone)
    if (known && at >= known.from && at < known.until) return known.until
    const day = dayAt(now, zone)
    const [from, until] = [startOfDay(day, zone).getTime(), startOfDay(addDays(day, 1), zone).getTime()]
    days.set(zone, { from, until })
    return until
  }

  return {
    add: (row) => instantsOf(row).forEach(instants.add),
    remove: (row) => instantsOf(row).forEach(instants.remove),
    next(now, zones) {
      let until = Infinity
      for (const zone of zones) until = Math.min(until, midnight(now, zone))
      const at = instants.first((instant) => instant > now.getTime())
      return Math.min(until, instants.all()[at] ?? until)
    },
  }
}

function instantsOf(row: Publication): number[] {
  const until = Date.parse(row.visibleUntil ?? '')
  const told = isTombstone(row) ? Date.parse(row.ended ?? row.modified) + goneFor : NaN
  return [Date.parse(row.visibleFrom ?? ''), until, until + goneFor, told].filter(Number.isFinite)
}
