import type { FieldFault } from '../shared/errors.js'
import { isDay } from './zoned-time.js'

/** The parts of an RFC 5545 RRULE that Torg knows; numbers are checked, days are as written (`TU`, `2TU`, `-1FR`). */
export interface RecurrenceRule {
  freq: 'YEARLY' | 'MONTHLY' | 'WEEKLY' | 'DAILY' | 'HOURLY'
  interval: number
  count: number | null
  /** An instant in UTC or, for an all-day event, a date. */
  until: { instant: string } | { day: string } | null
  byDay: string[]
  byMonth: number[]
  byMonthDay: number[]
  byYearDay: number[]
  byWeekNo: number[]
  byHour: number[]
  byMinute: number[]
  bySetPos: number[]
  weekStart: string
}

export const largestRule = {
  length: 512,
  count: 1_000,
  interval: 1_000,
  listed: 62,
  perDay: 12,
  times: 1_600,
} as const

type NumberList = 'byMonth' | 'byMonthDay' | 'byYearDay' | 'byWeekNo' | 'byHour' | 'byMinute' | 'bySetPos'
const lists: Record<string, { part: NumberList; low: number; high: number; signed: boolean }> = {
  BYMONTH: { part: 'byMonth', low: 1, high: 12, signed: false },
  BYMONTHDAY: { part: 'byMonthDay', low: 1, high: 31, signed: true },
  BYYEARDAY: { part: 'byYearDay', low: 1, high: 366, signed: true },
  BYWEEKNO: { part: 'byWeekNo', low: 1, high: 53, signed: true },
  BYHOUR: { part: 'byHour', low: 0, high: 23, signed: false },
  BYMINUTE: { part: 'byMinute', low: 0, high: 59, signed: false },
  BYSETPOS: { part: 'bySetPos', low: 1, high: 366, signed: true },
}
const frequencies: readonly string[] = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY']
const field = 'recurrence.rule'

/**
 * Reads a rule of RFC 5545, 3.3.10. Rules that no calendar of a municipality needs and that cost work without bound
 * (by the minute or second, thousands of repetitions, more than twelve a day) are faults, as is broken syntax.
 */
export function readRule(
  text: string,
  allDay: boolean,
): { rule: RecurrenceRule | null; faults: FieldFault[] } {
  const faults: FieldFault[] = []
  const fault = (code: string, message: string): void => void faults.push({ field, code, message })
  if (typeof text !== 'string' || text.length === 0 || text.length > largestRule.length) {
    fault(
      'rule-syntax',
      `A rule is a text of 1 to ${largestRule.length} characters such as FREQ=WEEKLY;BYDAY=TU.`,
    )
    return { rule: null, faults }
  }
  const rule: RecurrenceRule = {
    freq: 'DAILY',
    interval: 1,
    count: null,
    until: null,
    byDay: [],
    byMonth: [],
    byMonthDay: [],
    byYearDay: [],
    byWeekNo: [],
    byHour: [],
    byMinute: [],
    bySetPos: [],
    weekStart: 'MO',
  }
  const seen = new Set<string>()
  for (const part of text.toUpperCase().split(';')) {
    const [name = '', value = '', more] = part.split('=')
    if (!name || !value || more !== undefined)
      fault('rule-syntax', 'Write each part of the rule as NAME=VALUE.')
    else if (seen.has(name)) fault('rule-syntax', 'A part of the rule is given twice.')
    else readPart(rule, name, value, allDay, fault)
    seen.add(name)
  }
  if (!seen.has('FREQ'))
    fault('rule-without-frequency', 'The rule needs FREQ: YEARLY, MONTHLY, WEEKLY, DAILY or HOURLY.')
  if (seen.has('COUNT') && seen.has('UNTIL'))
    fault('rule-count-and-until', 'Give either COUNT or UNTIL, not both (RFC 5545, 3.3.10).')
  if (faults.length === 0) checkTogether(rule, allDay, fault)
  return { rule: faults.length === 0 ? rule : null, faults }
}

/** Whether the rule says how often; its times can be told only from its first. */
export const isCounted = (text: string): boolean => /(?:^|;)COUNT=/i.test(text)

/** What is wrong with a rule; empty when Torg can expand it. */
export function checkRule(text: string, allDay: boolean): FieldFault[] {
  return readRule(text, allDay).faults
}

type Report = (code: string, message: string) => void

function readPart(rule: RecurrenceRule, name: string, value: string, allDay: boolean, fault: Report): void {
  const list = lists[name]
  if (list) {
    const numbers = value.split(',').map((one) => readNumber(one, list))
    if (numbers.length > largestRule.listed) fault('rule-too-large', `${name} lists too many values.`)
    else if (numbers.some(Number.isNaN)) fault('rule-value', `${name} holds a value outside its range.`)
    else rule[list.part] = [...new Set(numbers)].sort((a, b) => a - b)
  } else if (name === 'FREQ') {
    if (value === 'SECONDLY' || value === 'MINUTELY')
      fault('rule-too-frequent', 'An event cannot repeat more often than hourly.')
    else if (!frequencies.includes(value))
      fault('rule-value', 'FREQ is YEARLY, MONTHLY, WEEKLY, DAILY or HOURLY.')
    else rule.freq = value as RecurrenceRule['freq']
  } else if (name === 'INTERVAL' || name === 'COUNT') {
    const most = name === 'COUNT' ? largestRule.count : largestRule.interval
    const number = /^\d{1,9}$/.test(value) ? Number(value) : 0
    if (number < 1) fault('rule-value', `${name} is a whole number from 1.`)
    else if (number > most) fault('rule-too-large', `${name} can be at most ${most}.`)
    else if (name === 'COUNT') rule.count = number
    else rule.interval = number
  } else if (name === 'UNTIL') readUntil(rule, value, allDay, fault)
  else if (name === 'BYDAY') {
    const days = [...new Set(value.split(','))]
    if (days.length > largestRule.listed) fault('rule-too-large', 'BYDAY lists too many values.')
    else if (days.some((day) => !/^([+-]?([1-9]|[1-4]\d|5[0-3]))?(MO|TU|WE|TH|FR|SA|SU)$/.test(day)))
      fault('rule-value', 'BYDAY lists days such as MO,TH or 2TU or -1FR.')
    else rule.byDay = days.map((day) => day.replace('+', ''))
  } else if (name === 'WKST') {
    if (!/^(MO|TU|WE|TH|FR|SA|SU)$/.test(value)) fault('rule-value', 'WKST is a day such as MO.')
    else rule.weekStart = value
  } else if (name === 'BYSECOND') fault('rule-too-frequent', 'An event cannot repeat by the second.')
  else fault('rule-unknown-part', 'The rule has a part that RFC 5545 does not know.')
}

function readNumber(
  text: string,
  { low, high, signed }: { low: number; high: number; signed: boolean },
): number {
  if (!(signed ? /^[+-]?\d{1,3}$/ : /^\d{1,3}$/).test(text)) return NaN
  const number = Number(text)
  return Math.abs(number) < low || Math.abs(number) > high ? NaN : number
}

function readUntil(rule: RecurrenceRule, value: string, allDay: boolean, fault: Report): void {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T([01]\d|2[0-3])([0-5]\d)([0-5]\d)Z)?$/.exec(value)
  const day = match ? `${match[1]}-${match[2]}-${match[3]}` : ''
  if (!match || !isDay(day))
    fault(
      'rule-until',
      allDay ? 'UNTIL is a date such as 20261231.' : 'UNTIL is in UTC, such as 20261231T170000Z.',
    )
  // RFC 5545, 3.3.10: UNTIL has the same kind of value as DTSTART, and is in UTC where that has a zone.
  else if (allDay !== (match[4] === undefined))
    fault(
      'rule-until',
      allDay ? 'For an all-day event UNTIL is a date.' : 'UNTIL is in UTC, such as 20261231T170000Z.',
    )
  else rule.until = allDay ? { day } : { instant: `${day}T${match[4]}:${match[5]}:${match[6]}Z` }
}

function checkTogether(rule: RecurrenceRule, allDay: boolean, fault: Report): void {
  const { freq } = rule
  if (
    rule.byDay.some((day) => day.length > 2) &&
    (!['MONTHLY', 'YEARLY'].includes(freq) || rule.byWeekNo.length > 0)
  )
    fault('rule-combination', 'Numbered days such as 2TU go with MONTHLY or YEARLY only, without BYWEEKNO.')
  if (rule.byWeekNo.length > 0 && freq !== 'YEARLY')
    fault('rule-combination', 'BYWEEKNO goes with YEARLY only.')
  if (rule.byYearDay.length > 0 && ['MONTHLY', 'WEEKLY', 'DAILY'].includes(freq))
    fault('rule-combination', 'BYYEARDAY does not go with MONTHLY, WEEKLY or DAILY.')
  if (rule.byMonthDay.length > 0 && freq === 'WEEKLY')
    fault('rule-combination', 'BYMONTHDAY does not go with WEEKLY.')
  const selecting = [
    rule.byDay,
    rule.byMonth,
    rule.byMonthDay,
    rule.byYearDay,
    rule.byWeekNo,
    rule.byHour,
    rule.byMinute,
  ]
  if (rule.bySetPos.length > 0 && selecting.every((list) => list.length === 0))
    fault('rule-combination', 'BYSETPOS needs another BY part to choose from.')
  if (allDay && (freq === 'HOURLY' || rule.byHour.length > 0 || rule.byMinute.length > 0))
    fault('rule-combination', 'An all-day event cannot repeat by the hour.')
  const hours =
    freq === 'HOURLY'
      ? Math.min(rule.byHour.length || 24, Math.ceil(24 / rule.interval))
      : rule.byHour.length || 1
  if (hours * (rule.byMinute.length || 1) > largestRule.perDay)
    fault('rule-too-frequent', `An event can repeat at most ${largestRule.perDay} times a day.`)
}
