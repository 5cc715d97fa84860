import Holidays from 'date-holidays'
import { Temporal } from 'temporal-polyfill'

export const countriesWithHolidays = ['SE', 'NO', 'FI', 'DK'] as const
export type CountryWithHolidays = (typeof countriesWithHolidays)[number]

/**
 * Days off that are no public holidays, per country.
 * - SE: Midsummer Eve, Christmas Eve and New Year's Eve count as Sundays where the law counts days (1930:173, 2 §).
 * - FI: Midsummer Eve and Christmas Eve likewise (laki säädettyjen määräaikain laskemisesta 150/1930, 5 §).
 * - DK: Constitution Day and Christmas Eve; municipal offices are closed by agreement.
 * - NO: none. Christmas Eve is a short working day there and counts as one (domstolloven § 149 names holy days only).
 */
const eves: Record<CountryWithHolidays, readonly ((day: Temporal.PlainDate) => boolean)[]> = {
  SE: [isMidsummerEve, on(12, 24), on(12, 31)],
  FI: [isMidsummerEve, on(12, 24)],
  DK: [on(6, 5), on(12, 24)],
  NO: [],
}

/** Whether people at a municipality of this country work on that day (`YYYY-MM-DD`). */
export function isWorkingDay(day: string, country: CountryWithHolidays): boolean {
  const date = Temporal.PlainDate.from(day)
  if (date.dayOfWeek > 5) return false
  if (eves[country].some((isEve) => isEve(date))) return false
  return !publicHolidays(country, date.year).has(date.toString())
}

/**
 * The instant at which `n` working days have passed: the end of the last of them in the zone. The day on which it
 * begins does not count, as in law; n is a whole number from 0, and 0 is the end of the same day.
 */
export function addWorkingDays(from: Date, n: number, country: CountryWithHolidays, zone: string): Date {
  if (!Number.isInteger(n) || n < 0 || n > 366)
    throw new RangeError('Working days are a whole number from 0 to 366.')
  let day = dayOf(from, zone)
  for (let left = n; left > 0;) {
    day = day.add({ days: 1 })
    if (isWorkingDay(day.toString(), country)) left -= 1
  }
  const endOfDay = day.add({ days: 1 }).toZonedDateTime(zone)
  return new Date(endOfDay.epochMilliseconds - 1)
}

/**
 * Working days that lie wholly between two instants: those after the day of the first, before the day of the second.
 * Monday to Thursday of a plain week has two. Zero where the second is not later.
 */
export function workingDaysBetween(from: Date, to: Date, country: CountryWithHolidays, zone: string): number {
  const last = dayOf(to, zone)
  let day = dayOf(from, zone).add({ days: 1 })
  // Beyond a year nobody asks how many; the loop must end for the year 9999 as well.
  const horizon = day.add({ days: 366 })
  let count = 0
  while (Temporal.PlainDate.compare(day, last) < 0 && Temporal.PlainDate.compare(day, horizon) < 0) {
    if (isWorkingDay(day.toString(), country)) count += 1
    day = day.add({ days: 1 })
  }
  return count
}

/** The day (`YYYY-MM-DD`) on which an instant falls in a zone. */
export const dayIn = (instant: Date, zone: string): string => dayOf(instant, zone).toString()

const dayOf = (instant: Date, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate()

function on(month: number, day: number): (date: Temporal.PlainDate) => boolean {
  return (date) => date.month === month && date.day === day
}

/** The Friday between 19 and 25 June, in Sweden and Finland alike. */
function isMidsummerEve(date: Temporal.PlainDate): boolean {
  return date.month === 6 && date.dayOfWeek === 5 && date.day >= 19 && date.day <= 25
}

const calendars = new Map<CountryWithHolidays, Holidays>()
const years = new Map<string, Set<string>>()

function publicHolidays(country: CountryWithHolidays, year: number): Set<string> {
  const key = `${country} ${year}`
  const known = years.get(key)
  if (known) return known
  let calendar = calendars.get(country)
  if (!calendar) calendars.set(country, (calendar = new Holidays(country)))
  const days = calendar
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date }) => date.slice(0, 10))
  const set = new Set(days)
  if (years.size < 500) years.set(key, set)
  return set
}
