import { Temporal } from 'temporal-polyfill'
import type { AdminLanguage } from './language.js'

interface Names {
  days: readonly string[]
  months: readonly string[]
  day: (weekday: string, day: number, month: string, year: number) => string
  clock: (time: string) => string
}

/**
 * Own names and not those of `Intl`: server and browser carry different versions of them, and a page that says
 * something else after it has loaded is redrawn.
 */
const names: Record<AdminLanguage, Names> = {
  sv: {
    days: ['mån', 'tis', 'ons', 'tors', 'fre', 'lör', 'sön'],
    months: ['jan', 'feb', 'mars', 'apr', 'maj', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dec'],
    day: (weekday, day, month, year) => `${weekday} ${day} ${month} ${year}`,
    clock: (time) => ` ${time}`,
  },
  nb: {
    days: ['man.', 'tir.', 'ons.', 'tor.', 'fre.', 'lør.', 'søn.'],
    months: ['jan.', 'feb.', 'mars', 'apr.', 'mai', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'des.'],
    day: (weekday, day, month, year) => `${weekday} ${day}. ${month} ${year}`,
    clock: (time) => ` kl. ${time}`,
  },
  en: {
    days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    day: (weekday, day, month, year) => `${weekday} ${day} ${month} ${year}`,
    clock: (time) => `, ${time}`,
  },
}

/** A day as people write it: `tis 1 dec 2026`. Takes `YYYY-MM-DD`. */
export function dayWords(day: string, language: AdminLanguage): string {
  const date = Temporal.PlainDate.from(day)
  const { days, months, day: say } = names[language]
  return say(days[date.dayOfWeek - 1]!, date.day, months[date.month - 1]!, date.year)
}

/** A month as people write it over a calendar: `dec 2026`. Takes `YYYY-MM`. */
export function monthWords(month: string, language: AdminLanguage): string {
  const { year, month: number } = Temporal.PlainYearMonth.from(month)
  return `${names[language].months[number - 1]} ${year}`
}

/** An instant as the clock on the wall of that zone shows it: `tis 1 dec 2026 18:00`. Null where there is none. */
export function timeWords(
  instant: string | Date | null | undefined,
  zone: string,
  language: AdminLanguage,
): string | null {
  if (!instant) return null
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return null
  const wall = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  const clock = `${String(wall.hour).padStart(2, '0')}:${String(wall.minute).padStart(2, '0')}`
  const said = language === 'nb' ? clock.replace(':', '.') : clock
  return dayWords(wall.toPlainDate().toString(), language) + names[language].clock(said)
}

/** What `<input type="datetime-local">` shows for an instant in a zone: `2026-12-01T18:00`. */
export function inputFromInstant(instant: string | null | undefined, zone: string): string {
  if (!instant) return ''
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return ''
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
}

/** The instant that was typed, read on the clock of the zone (RFC 5545, 3.3.5 for times that a clock change skips). */
export function instantFromInput(typed: string, zone: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(typed)) return null
  try {
    return Temporal.PlainDateTime.from(typed)
      .toZonedDateTime(zone, { disambiguation: 'compatible' })
      .toInstant()
      .toString({ smallestUnit: 'second' })
  } catch {
    return null
  }
}
