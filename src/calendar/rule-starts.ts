import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { DomainError } from '../shared/errors.js'
import { readRule, type RecurrenceRule } from './recurrence-rule.js'
import { instantAt, instantFrom, wallAt } from './zoned-time.js'

type Wall = Temporal.PlainDateTime
/** Bounds the work on rules that hardly ever match, such as the 30th of February; counting candidates too costs five times as much. */
const limits = { maxIterations: 20_000 }

/**
 * The wall times at which a rule starts an occurrence, from `first` (DTSTART), within two wall times, both included.
 * Rules are expanded on the wall clock and set in their zone afterwards: 18:00 stays 18:00, and an occurrence at a
 * time that a clock change skips is moved, never lost and never taken out of COUNT.
 * `first` itself always takes place, also where the rule alone would not choose it (RFC 5545, 3.8.5.3).
 */
export function ruleStarts(
  text: string,
  first: Wall,
  allDay: boolean,
  zone: string,
  from: Wall,
  to: Wall,
): Wall[] {
  const { rule, faults } = readRule(text, allDay)
  if (!rule) throw new DomainError('invalid-input', 'The rule of this event cannot be read.', { faults })
  const until = rule.until ? (w: Wall): boolean => isWithin(w, rule.until, zone) : null
  try {
    const firstInside =
      Temporal.PlainDateTime.compare(first, from) >= 0 && Temporal.PlainDateTime.compare(first, to) <= 0
    // Only where it is asked: this is as much work as finding one time.
    const matches = rule.count === null && !firstInside ? true : inRule(rule, first)
    // DTSTART counts as the first of COUNT.
    const count = rule.count !== null && !matches ? rule.count - 1 : rule.count
    const last = rule.until ? earlier(to, endOf(rule.until, zone)) : to
    const none = count === 0 || Temporal.PlainDateTime.compare(from, last) > 0
    const starts = none ? [] : expansion(rule, first, count).between(asUtc(from), asUtc(last), true)
    const walls = starts.map((start) => start.toPlainDateTime())
    const kept = until ? walls.filter(until) : walls
    return firstInside && !matches ? [first, ...kept] : kept
  } catch (error) {
    if (error instanceof DomainError) throw error
    throw new DomainError('invalid-input', 'The rule of this event cannot be worked out.', {
      faults: [{ field: 'recurrence.rule', code: 'rule-too-large', message: 'Choose a simpler rule.' }],
    })
  }
}

function inRule(rule: RecurrenceRule, first: Wall): boolean {
  return expansion(rule, first, null).between(asUtc(first), asUtc(first), true).length > 0
}

function expansion(rule: RecurrenceRule, first: Wall, count: number | null): RRuleTemporal {
  const some = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined)
  return new RRuleTemporal({
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
}

function isWithin(wall: Wall, until: RecurrenceRule['until'], zone: string): boolean {
  if (!until) return true
  if ('day' in until) return wall.toPlainDate().toString() <= until.day
  return Temporal.Instant.compare(instantAt(wall, zone), instantFrom(until.instant)) <= 0
}

/** A wall time after which nothing of the rule comes; a time that a clock change moves lies an hour off. */
function endOf(until: NonNullable<RecurrenceRule['until']>, zone: string): Wall {
  return 'day' in until
    ? Temporal.PlainDate.from(until.day).toPlainDateTime('23:59:59')
    : wallAt(until.instant, zone).add({ hours: 3 })
}

const earlier = (a: Wall, b: Wall): Wall => (Temporal.PlainDateTime.compare(a, b) < 0 ? a : b)

function asUtc(wall: Wall): Temporal.ZonedDateTime {
  return wall.toZonedDateTime('UTC')
}
