import { Temporal } from 'temporal-polyfill'
import { clockText, dayMs, dayNumber, dayText, instantNumber, offsetText } from './time-numbers.js'
import { instantOf, isSkipped, offsetAt, wallMsAt } from './zone-offsets.js'

/**
 * The only place where wall clocks and instants meet. A wall time that a clock change skips is read with the offset
 * before the gap (02:30 becomes 03:30) and one that happens twice is the first of the two: RFC 5545, 3.3.5.
 */
export function instantAt(wall: Temporal.PlainDateTime, zone: string): Temporal.Instant {
  return wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant()
}

export function instantFrom(value: string | Date): Temporal.Instant {
  return typeof value === 'string'
    ? Temporal.Instant.from(value)
    : Temporal.Instant.fromEpochMilliseconds(value.getTime())
}

const msOf = (instant: string | Date): number =>
  typeof instant === 'string' ? instantNumber(instant) : instant.getTime()

/** RFC 3339 with the zone's own offset at that instant, to the second: `2026-12-01T18:00:00+01:00`. */
export function formatZoned(instant: string | Date, zone: string): string {
  const at = msOf(instant)
  const offset = offsetAt(at, zone)
  const shown = offsetText(offset)
  if (shown !== null) return clockText(at + offset) + shown
  return instantFrom(instant)
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' })
}

/** RFC 3339 in UTC, to the second: the form in which instants are stored and compared. */
export function formatUtc(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'second' })
}

/** The calendar day at that instant in that zone, `YYYY-MM-DD`. */
export function dayAt(instant: string | Date, zone: string): string {
  return dayText(Math.floor(wallMsAt(msOf(instant), zone) / dayMs))
}

/** The first instant of a calendar day, in milliseconds; `day` is counted from 1970-01-01. */
export function startOfDayNumber(day: number, zone: string): number {
  const midnight = day * dayMs
  if (!isSkipped(midnight, zone)) return instantOf(midnight, zone)
  // Where midnight is skipped by a clock change, the first that exists.
  return Temporal.PlainDate.from(dayText(day)).toZonedDateTime(zone).epochMilliseconds
}

/** The same of a date, `YYYY-MM-DD`. */
export function startOfDay(day: string, zone: string): Date {
  return new Date(startOfDayNumber(dayNumber(day), zone))
}

/** On that day when the clock shows what it shows at an instant: RFC 3339 in UTC. */
export function sameWallOn(day: string, instant: string, zone: string): string {
  const time = instantFrom(instant).toZonedDateTimeISO(zone).toPlainTime()
  return formatUtc(instantAt(Temporal.PlainDate.from(day).toPlainDateTime(time), zone))
}

export function addDays(day: string, days: number): string {
  return dayText(dayNumber(day) + days)
}

/** Whether this is a date that exists, as `YYYY-MM-DD`. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  try {
    return Temporal.PlainDate.from(value).toString() === value
  } catch {
    return false
  }
}
