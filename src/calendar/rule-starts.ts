import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { DomainError } from '../shared/errors.js'
import { isPlain, plainStarts } from './plain-starts.js'
import { readRule, type RecurrenceRule } from './recurrence-rule.js'
import { dayMs, dayNumber, instantNumber } from './time-numbers.js'
import { instantOf, wallMsAt, type WallMs } from './zone-offsets.js'

/** Bounds the work on rules that hardly ever match, such as the 30th of February; counting candidates too costs five times as much. */
const limits = { maxIterations: 20_000 }
const hour = 3_600_000

/** Finds wall times that a rule chooses from its first on, `count` of them at most, within two wall times. */
export type Expand = (
  rule: RecurrenceRule,
  first: WallMs,
  count: number | null,
  from: WallMs,
  to: WallMs,
) => WallMs[]

const expand: Expand = (rule, ...asked) => (isPlain(rule) ? plainStarts : libraryStarts)(rule, ...asked)

/**
 * The wall times at which a rule starts an occurrence, from `first` (DTSTART), within two wall times, both included.
 * Rules are expanded on the wall clock and set in their zone afterwards: 18:00 stays 18:00, and an occurrence at a
 * time that a clock change skips is moved, never lost and never taken out of COUNT.
 * `first` itself always takes place, also where the rule alone would not choose it (RFC 5545, 3.8.5.3).
 */
export function ruleStarts(
  text: string,
  first: WallMs,
  allDay: boolean,
  zone: string,
  from: WallMs,
  to: WallMs,
): WallMs[] {
  const { rule, faults } = readOnce(text, allDay)
  if (!rule) throw new DomainError('invalid-input', 'The rule of this event cannot be read.', { faults })
  try {
    const firstInside = first >= from && first <= to
    // Only where it is asked: this is as much work as finding one time.
    const matches =
      rule.count === null && !firstInside ? true : expand(rule, first, null, first, first).length > 0
    // DTSTART counts as the first of COUNT.
    const count = rule.count !== null && !matches ? rule.count - 1 : rule.count
    const last = rule.until ? Math.min(to, endOf(rule.until, zone)) : to
    const starts = count === 0 || from > last ? [] : expand(rule, first, count, from, last)
    const kept = rule.until ? starts.filter((wall) => isWithin(wall, rule.until, zone)) : starts
    return firstInside && !matches ? [first, ...kept] : kept
  } catch (error) {
    if (error instanceof DomainError) throw error
    throw new DomainError('invalid-input', 'The rule of this event cannot be worked out.', {
      faults: [{ field: 'recurrence.rule', code: 'rule-too-large', message: 'Choose a simpler rule.' }],
    })
  }
}

/** Rules as they were read: many series have the same. */
const known = new Map<string, ReturnType<typeof readRule>>()

function readOnce(text: string, allDay: boolean): ReturnType<typeof readRule> {
  const key = `${allDay} ${text}`
  let read = known.get(key)
  if (!read) {
    if (known.size >= 1_000) known.clear()
    known.set(key, (read = readRule(text, allDay)))
  }
  return read
}

/** The same as `plainStarts`, for every rule there is. */
export const libraryStarts: Expand = (rule, first, count, from, to) => {
  const some = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined)
  const all = new RRuleTemporal({
    ...limits,
    tzid: 'UTC',
    dtstart: asUtc(first),
    freq: rule.freq,
    interval: rule.interval,
    count: count ?? undefined,
    byDay: some(rule.byDay),
    byMonth: some(rule.byMonth),
    byMonthDay: some(rule.byMonthDay),
    byYearDay: some(rule.byYearDay),
    byWeekNo: some(rule.byWeekNo),
    byHour: some(rule.byHour),
    byMinute: some(rule.byMinute),
    bySetPos: some(rule.bySetPos),
    wkst: rule.weekStart,
  })
  return all.between(asUtc(from), asUtc(to), true).map((start) => start.epochMilliseconds)
}

function isWithin(wall: WallMs, until: RecurrenceRule['until'], zone: string): boolean {
  if (!until) return true
  if ('day' in until) return Math.floor(wall / dayMs) <= dayNumber(until.day)
  return instantOf(wall, zone) <= instantNumber(until.instant)
}

/** A wall time after which nothing of the rule comes; a time that a clock change moves lies an hour off. */
function endOf(until: NonNullable<RecurrenceRule['until']>, zone: string): WallMs {
  return 'day' in until
    ? (dayNumber(until.day) + 1) * dayMs - 1_000
    : wallMsAt(instantNumber(until.instant), zone) + 3 * hour
}

function asUtc(wall: WallMs): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC')
}
