import { Temporal } from 'temporal-polyfill'

/**
 * The only place where wall clocks and instants meet. A wall time that a clock change skips is read with the offset
 * before the gap (02:30 becomes 03:30) and one that happens twice is the first of the two: RFC 5545, 3.3.5.
 */
export function instantAt(wall: Temporal.PlainDateTime, zone: string): Temporal.Instant {
  return wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant()
}

export function wallAt(instant: string | Date, zone: string): Temporal.PlainDateTime {
  return instantFrom(instant).toZonedDateTimeISO(zone).toPlainDateTime()
}

export function instantFrom(value: string | Date): Temporal.Instant {
  return typeof value === 'string'
    ? Temporal.Instant.from(value)
    : Temporal.Instant.fromEpochMilliseconds(value.getTime())
}

/** RFC 3339 with the zone's own offset at that instant, to the second: `2026-12-01T18:00:00+01:00`. */
export function formatZoned(instant: string | Date, zone: string): string {
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
  return instantFrom(instant).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** The first instant of a calendar day; where midnight is skipped by a clock change, the first that exists. */
export function startOfDay(day: string, zone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds)
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** Days from one date to another, e.g. 1 from a Monday to the Tuesday after it. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days
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
