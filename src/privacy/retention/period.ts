import { Temporal } from 'temporal-polyfill'

/** How long something is kept: whole months of the calendar, or days. */
export type Period = { months: number } | { days: number }

/** The zone in which the periods of the installation itself are counted. */
export const installationZone = 'UTC'

/**
 * The instant at which a time is over: so many months or days later on the calendar and the clock of the municipality.
 * 29 February and 24 months is 28 February; a time that the change to summer time skips is an hour later. Nothing is
 * taken before it.
 */
export function overAt(trigger: Date, period: Period, zone: string): Date {
  const began = Temporal.Instant.fromEpochMilliseconds(trigger.getTime()).toZonedDateTimeISO(zone)
  return new Date(began.add(period).epochMilliseconds)
}

export const isOver = (trigger: Date, period: Period, zone: string, now: Date): boolean =>
  overAt(trigger, period, zone) <= now

/**
 * No trigger after this can be over by now: a bound for a query, a few days on the safe side, since months differ and
 * zones too. What it finds is held against `isOver`, row by row.
 */
export function notAfter(period: Period, now: Date): Date {
  const at = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(installationZone)
  return new Date(at.subtract(period).add({ days: 4 }).epochMilliseconds)
}

/** How many of its unit a period has, and the same with another number of them. */
export const lengthOf = (period: Period): number => ('months' in period ? period.months : period.days)
export const ofLength = (period: Period, length: number): Period =>
  'months' in period ? { months: length } : { days: length }

/** The fewest months or days that a municipality may choose for a row of the table. */
export const leastOf = ({ least }: { least?: Period | undefined }): number => (least ? lengthOf(least) : 1)
