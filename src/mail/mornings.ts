import { Temporal } from 'temporal-polyfill'
import { type CountryWithHolidays, dayIn, isWorkingDay } from '../moderation/working-days.js'

/** When the message of the day goes out, on the clock of the municipality: before work, after a night's decisions. */
export const morning = { hour: 7 } as const

const inZone = (instant: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone)

/** The next morning in a zone, later than the instant. */
export function nextMorning(now: Date, zone: string): Date {
  const here = inZone(now, zone)
  const today = here.toPlainDate().toZonedDateTime({ timeZone: zone, plainTime: morning })
  const next =
    Temporal.ZonedDateTime.compare(today, here) > 0
      ? today
      : here.toPlainDate().add({ days: 1 }).toZonedDateTime({ timeZone: zone, plainTime: morning })
  return new Date(next.epochMilliseconds)
}

/** How long after the morning a message about what waits is still one of the morning, in hours. */
const lateHours = 5

/** The day (`YYYY-MM-DD`) whose morning it is now, where people work on it; null at every other time. */
export function workingMorning(now: Date, zone: string, country: CountryWithHolidays): string | null {
  const { hour } = inZone(now, zone)
  const day = dayIn(now, zone)
  if (hour < morning.hour || hour >= morning.hour + lateHours) return null
  return isWorkingDay(day, country) ? day : null
}
