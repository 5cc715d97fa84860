import type { RecurrenceRule } from './recurrence-rule.js'
import { dayMs, firstOfMonth, monthLength, weekdayOf } from './time-numbers.js'
import type { WallMs } from './zone-offsets.js'

/**
 * Nearly every series of a municipality repeats by the day, by the week, or by the month on a date or on a weekday such
 * as the first Saturday. Of these the wall times follow by arithmetic, a hundred times faster than from a library for
 * all of RFC 5545; a test holds both against each other.
 */
export function isPlain(rule: RecurrenceRule): boolean {
  const others = [rule.byMonth, rule.byYearDay, rule.byWeekNo, rule.byHour, rule.byMinute, rule.bySetPos]
  if (others.some((list) => list.length > 0)) return false
  if (rule.freq === 'DAILY') return rule.byDay.length === 0 && rule.byMonthDay.length === 0
  if (rule.freq === 'WEEKLY') return rule.byMonthDay.length === 0
  return rule.freq === 'MONTHLY' && (rule.byDay.length === 0 || rule.byMonthDay.length === 0)
}

/** The periods of a rule, counted from that of its first start: where one begins and the days that it chooses, in order. */
interface Periods {
  /** The last period that begins on or before a day. */
  holding(day: number): number
  begin(period: number): number
  days(period: number): number[]
}

/** The wall times that a plain rule chooses from its first start on, within two wall times, both included, in order. */
export function plainStarts(
  rule: RecurrenceRule,
  first: WallMs,
  count: number | null,
  from: WallMs,
  to: WallMs,
): WallMs[] {
  const firstDay = Math.floor(first / dayMs)
  const ofDay = first - firstDay * dayMs
  const lastDay = Math.floor(to / dayMs)
  const periods = periodsOf(rule, firstDay)
  const found: WallMs[] = []
  let left = count ?? Infinity
  // What is counted must be counted from its first; everything else may begin where it is asked for.
  let period = count === null ? Math.max(0, periods.holding(Math.floor(from / dayMs))) : 0
  for (; left > 0 && periods.begin(period) <= lastDay; period += 1) {
    for (const day of periods.days(period)) {
      const wall = day * dayMs + ofDay
      if (day < firstDay || wall > to || left === 0) continue
      left -= 1
      if (wall >= from) found.push(wall)
    }
  }
  return found
}

function periodsOf(rule: RecurrenceRule, firstDay: number): Periods {
  const { interval } = rule
  if (rule.freq === 'MONTHLY') return monthsOf(rule, firstDay)
  if (rule.freq === 'DAILY') {
    const begin = (period: number): number => firstDay + period * interval
    return {
      holding: (day) => Math.floor((day - firstDay) / interval),
      begin,
      days: (period) => [begin(period)],
    }
  }
  const starts = dayNames.indexOf(rule.weekStart)
  const afterStart = (weekday: number): number => (weekday - starts + 7) % 7
  const firstWeek = firstDay - afterStart(weekdayOf(firstDay))
  const weekdays =
    rule.byDay.length > 0 ? rule.byDay.map((name) => dayNames.indexOf(name)) : [weekdayOf(firstDay)]
  const within = weekdays.map(afterStart).sort((a, b) => a - b)
  const begin = (period: number): number => firstWeek + period * interval * 7
  return {
    holding: (day) => Math.floor((day - firstWeek) / (interval * 7)),
    begin,
    days: (period) => within.map((days) => begin(period) + days),
  }
}

const dayNames = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

function monthsOf(rule: RecurrenceRule, firstDay: number): Periods {
  const monthAt = (day: number): number => {
    const date = new Date(day * dayMs)
    return date.getUTCFullYear() * 12 + date.getUTCMonth()
  }
  const first = monthAt(firstDay)
  const dates =
    rule.byMonthDay.length > 0
      ? rule.byMonthDay
      : [firstDay - firstOfMonth(Math.floor(first / 12), (first % 12) + 1) + 1]
  const yearAndMonth = (period: number): [number, number] => {
    const month = first + period * rule.interval
    return [Math.floor(month / 12), (month % 12) + 1]
  }
  return {
    holding: (day) => Math.floor((monthAt(day) - first) / rule.interval),
    begin: (period) => firstOfMonth(...yearAndMonth(period)),
    days(period) {
      const begin = firstOfMonth(...yearAndMonth(period))
      const length = monthLength(...yearAndMonth(period))
      const chosen =
        rule.byDay.length > 0
          ? rule.byDay.flatMap((name) => weekdaysIn(begin, length, name))
          : dates
              .map((date) => (date > 0 ? date : length + 1 + date))
              .filter((date) => date >= 1 && date <= length)
      return [...new Set(chosen)].sort((a, b) => a - b).map((date) => begin + date - 1)
    },
  }
}

/** Dates of a month that are `TU`, `2TU` or `-1FR`. */
function weekdaysIn(begin: number, length: number, name: string): number[] {
  const weekday = dayNames.indexOf(name.slice(-2))
  const all: number[] = []
  for (let date = 1 + ((weekday - weekdayOf(begin) + 7) % 7); date <= length; date += 7) all.push(date)
  const number = Number(name.slice(0, -2))
  if (number === 0) return all
  const one = number > 0 ? all[number - 1] : all[all.length + number]
  return one === undefined ? [] : [one]
}
