import { DomainError } from '../shared/errors.js'
import { expandOccurrences, type Timetable } from './occurrences.js'
import { readRule } from './recurrence-rule.js'

const day = 86_400_000
/** So far ahead readers have the times of a series; what goes on after that is written anew before they run out. */
export const expandedDays = 400
/** The longest wait between two days that exist is that for 29 February around 2100: eight years. */
const longestWait = 9 * 366 * day
/** Where the last time before an end is looked for: near it first, since most series are dense. */
const lookBack = [33 * day, expandedDays * day, longestWait]

/**
 * The last moment at which an event takes place, exceptions, additions and moved times included; null for a series that
 * goes on for more than `expandedDays` from `now`. The work is that of a year's times, however long the series has been
 * running and is going to.
 */
export function lastEnd(event: Timetable, now: Date): Date | null {
  const first = Date.parse(event.start)
  const horizon = now.getTime() + expandedDays * day
  const rule = event.recurrence && readRule(event.recurrence.rule, event.allDay).rule
  if (rule && !rule.count && !rule.until) return null
  const named = Math.max(...namedTimes(event).map((at) => at + expandedDays * day))
  const far = Math.max(horizon + longestWait * (rule?.interval ?? 1), named)
  const within = (from: number, to = far) =>
    expandOccurrences(event, { from: new Date(from), to: new Date(to), limit: Infinity })
  if (!rule?.until) {
    const all = attempt(() => within(first - day)) ?? within(first - day, Math.max(horizon, named))
    return ending(all, first, horizon, rule !== null)
  }
  const until = Date.parse('day' in rule.until ? rule.until.day : rule.until.instant)
  if (until > horizon) return null
  for (const back of lookBack) {
    const found = within(until - back)
    if (found.length > 0) return ending(found, first, horizon, true)
  }
  return ending(within(first - day), first, horizon, true)
}

/** Null where a rule hardly ever comes, and looking so far ahead for it costs too much. */
function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch (fault) {
    if (fault instanceof DomainError) return null
    throw fault
  }
}

/** Times that are named one by one, which may lie after the rule's last. */
function namedTimes({ start, overrides, recurrence }: Timetable): number[] {
  const moved = overrides.flatMap((each) => [each.start, each.end])
  return [start, ...(recurrence?.additions ?? []), ...moved].flatMap((each) => (each ? Date.parse(each) : []))
}

function ending(
  found: { startsAt: number; endsAt: number }[],
  first: number,
  horizon: number,
  series: boolean,
): Date | null {
  const last = found.reduce((latest, each) => Math.max(latest, each.endsAt, each.startsAt), first)
  return series && last > horizon ? null : new Date(last)
}
