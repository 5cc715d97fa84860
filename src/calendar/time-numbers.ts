import { Temporal } from 'temporal-polyfill'

/**
 * Times as numbers, for work on a hundred thousand of them: instants and wall times in milliseconds, days counted from
 * 1970-01-01. Reads what Temporal reads, and throws what it throws.
 */
export const dayMs = 86_400_000

/** Days from 1970-01-01 to a date of the Gregorian calendar. */
function daysTo(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const ofEra = shifted - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}

const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
/** `month` from 1. */
export const monthLength = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : daysOfMonth[month - 1]!

/** Days from 1970-01-01 to the first of a month; `month` from 1. */
export const firstOfMonth = (year: number, month: number): number => daysTo(year, month, 1)

/** The digit at a position of a text; NaN where there is none. */
function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - 48
  return value >= 0 && value <= 9 ? value : NaN
}
const two = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1)

/** Of a text that begins with `YYYY-MM-DD`; NaN where it does not, or where there is no such day. */
function dayIn(text: string): number {
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return NaN
  const year = two(text, 0) * 100 + two(text, 2)
  const month = two(text, 5)
  const day = two(text, 8)
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month))) return NaN
  return daysTo(year, month, day)
}

/** Days from 1970-01-01 to `YYYY-MM-DD`. Throws `RangeError` where that is no date. */
export function dayNumber(text: string): number {
  const days = text.length === 10 ? dayIn(text) : NaN
  if (!Number.isNaN(days)) return days
  const { year, month, day } = Temporal.PlainDate.from(text)
  return daysTo(year, month, day)
}

/** Milliseconds of an RFC 3339 instant, smaller parts cut off. Throws `RangeError` where it is none. */
export function instantNumber(text: string): number {
  const at = storedInstant(text)
  return Number.isNaN(at) ? Temporal.Instant.from(text).epochMilliseconds : at
}

/** Of an instant as it is stored, `2026-12-01T18:00:00Z` or with `.000Z`; NaN for any other way to write one. */
function storedInstant(text: string): number {
  const fraction = text.length === 24 ? two(text, 20) * 10 + digit(text, 22) : 0
  const isWritten =
    (text.length === 20 || (text.length === 24 && text.charCodeAt(19) === 46)) &&
    text.charCodeAt(text.length - 1) === 90 &&
    text.charCodeAt(10) === 84 &&
    text.charCodeAt(13) === 58 &&
    text.charCodeAt(16) === 58
  const [hour, minute, second] = [two(text, 11), two(text, 14), two(text, 17)]
  if (!isWritten || !(hour <= 23 && minute <= 59 && second <= 59 && fraction >= 0)) return NaN
  return dayIn(text) * dayMs + hour * 3_600_000 + minute * 60_000 + second * 1_000 + fraction
}

const pairs = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'))

/** `YYYY-MM-DD` of a day counted from 1970-01-01. */
export function dayText(days: number): string {
  return new Date(days * dayMs).toISOString().split('T', 1)[0]!
}

/** The day as it was written last: what is written one after the other is often of one day. */
let lastDay = NaN
let lastDayText = ''

/** `YYYY-MM-DDTHH:MM:SS` of milliseconds, the fraction cut off. */
export function clockText(at: number): string {
  const days = Math.floor(at / dayMs)
  if (days !== lastDay) {
    lastDayText = dayText(days)
    lastDay = days
  }
  const seconds = Math.floor((at - days * dayMs) / 1_000)
  return `${lastDayText}T${pairs[Math.floor(seconds / 3_600)]}:${pairs[Math.floor(seconds / 60) % 60]}:${pairs[seconds % 60]}`
}

/** RFC 3339 in UTC, to the second: the form in which instants are stored and compared. */
export const utcText = (at: number): string => `${clockText(at)}Z`

/** `+01:00` of an offset in milliseconds; null where it is no whole number of minutes, as before 1900. */
export function offsetText(offset: number): string | null {
  const minutes = Math.abs(offset) / 60_000
  if (!Number.isInteger(minutes)) return null
  return `${offset < 0 ? '-' : '+'}${pairs[Math.floor(minutes / 60)]}:${pairs[minutes % 60]}`
}

/** Of a day counted from 1970-01-01: 0 is Sunday. */
export const weekdayOf = (days: number): number => (((days + 4) % 7) + 7) % 7
