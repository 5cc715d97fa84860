import { Temporal } from 'temporal-polyfill'
import { readRule } from '../../calendar/recurrence-rule.js'
import { dayAt } from '../../calendar/zoned-time.js'

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]

/** The repetitions that the form offers; any other rule is shown in words and kept as it is. */
export interface Repetition {
  kind: 'none' | 'weekly' | 'monthly-day' | 'monthly-weekday' | 'other'
  /** Every so many weeks or months. */
  interval: number
  days: Weekday[]
  /** `2TU`, `-1FR`: which weekday of the month. */
  nth: string | null
  dayOfMonth: number | null
  end: { kind: 'never' } | { kind: 'until'; day: string } | { kind: 'count'; count: number }
}

export const once: Repetition = {
  kind: 'none',
  interval: 1,
  days: [],
  nth: null,
  dayOfMonth: null,
  end: { kind: 'never' },
}

/** How events are timed, as far as a rule depends on it: the zone, and whether they last all day. */
export interface Timing {
  zone: string
  allDay: boolean
}

/** A rule as the form shows it. */
export function readRepetition(text: string | null | undefined, { zone, allDay }: Timing): Repetition {
  if (!text) return once
  const { rule } = readRule(text, allDay)
  const other: Repetition = { ...once, kind: 'other' }
  if (!rule) return other
  const rest = [rule.byMonth, rule.byYearDay, rule.byWeekNo, rule.byHour, rule.byMinute, rule.bySetPos]
  if (rest.some((list) => list.length > 0)) return other
  const end: Repetition['end'] = rule.count
    ? { kind: 'count', count: rule.count }
    : rule.until
      ? { kind: 'until', day: 'day' in rule.until ? rule.until.day : dayAt(rule.until.instant, zone) }
      : { kind: 'never' }
  const shared = { ...once, interval: rule.interval, end }
  if (rule.freq === 'WEEKLY' && rule.byMonthDay.length === 0) {
    return {
      ...shared,
      kind: 'weekly',
      days: rule.byDay.filter((day): day is Weekday => weekdays.includes(day as Weekday)),
    }
  }
  if (rule.freq !== 'MONTHLY') return other
  if (rule.byMonthDay.length === 1 && rule.byDay.length === 0) {
    return { ...shared, kind: 'monthly-day', dayOfMonth: rule.byMonthDay[0]! }
  }
  if (rule.byDay.length === 1 && rule.byMonthDay.length === 0 && rule.byDay[0]!.length > 2) {
    return { ...shared, kind: 'monthly-weekday', nth: rule.byDay[0]! }
  }
  return other
}

/** The rule for a repetition (RFC 5545, 3.3.10); null for what takes place once. */
export function writeRule(repetition: Repetition, { zone, allDay }: Timing): string | null {
  const { kind, interval, days, nth, dayOfMonth, end } = repetition
  if (kind === 'none' || kind === 'other') return null
  const parts = [kind === 'weekly' ? 'FREQ=WEEKLY' : 'FREQ=MONTHLY']
  if (interval > 1) parts.push(`INTERVAL=${interval}`)
  if (kind === 'weekly' && days.length > 0)
    parts.push(`BYDAY=${weekdays.filter((day) => days.includes(day)).join(',')}`)
  if (kind === 'monthly-weekday' && nth) parts.push(`BYDAY=${nth}`)
  if (kind === 'monthly-day' && dayOfMonth) parts.push(`BYMONTHDAY=${dayOfMonth}`)
  if (end.kind === 'count') parts.push(`COUNT=${end.count}`)
  if (end.kind === 'until') parts.push(`UNTIL=${untilValue(end.day, zone, allDay)}`)
  return parts.join(';')
}

/** The last day is meant whole: UNTIL is its end on the clock of the place, in UTC where the event has a time. */
function untilValue(day: string, zone: string, allDay: boolean): string {
  if (allDay) return day.replaceAll('-', '')
  const end = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: '23:59:59' })
  return end.toInstant().toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')
}

/** What a repetition of this kind begins with: on the weekday or day of the first start. */
export function startingWith(kind: Repetition['kind'], firstDay: string | null): Repetition {
  const date = firstDay ? Temporal.PlainDate.from(firstDay) : null
  const weekday = date ? weekdays[date.dayOfWeek - 1]! : null
  return {
    ...once,
    kind,
    days: kind === 'weekly' && weekday ? [weekday] : [],
    nth: kind === 'monthly-weekday' && date ? `${Math.min(4, Math.ceil(date.day / 7))}${weekday}` : null,
    dayOfMonth: kind === 'monthly-day' && date ? date.day : null,
  }
}
