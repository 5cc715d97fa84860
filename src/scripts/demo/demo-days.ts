import { Temporal } from 'temporal-polyfill'
import type { DemoDay, Weekday } from './demo-when.js'

const numbers: Record<Weekday, number> = { MO: 1, TU: 2, WE: 3, TH: 4, FR: 5, SA: 6, SU: 7 }

export const weekdayNumber = (weekday: Weekday): number => numbers[weekday]

const onOrAfter = (day: Temporal.PlainDate, weekday: Weekday) =>
  day.add({ days: (numbers[weekday] - day.dayOfWeek + 7) % 7 })

export function nthOfMonth(
  month: Temporal.PlainYearMonth,
  nth: number,
  weekday: Weekday,
): Temporal.PlainDate {
  return onOrAfter(month.toPlainDate({ day: 1 }), weekday).add({ weeks: nth - 1 })
}

/** The Gregorian computus in the form that Meeus, Jones and Butcher gave it. */
export function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 })
}

/** The first of this year's and the next years' days that lies after today. */
function firstAfter(
  today: Temporal.PlainDate,
  inYear: (year: number) => Temporal.PlainDate,
): Temporal.PlainDate {
  const thisYear = inYear(today.year)
  return Temporal.PlainDate.compare(thisYear, today) > 0 ? thisYear : inYear(today.year + 1)
}

function clockChange(today: Temporal.PlainDate, zone: string, days: number): Temporal.PlainDate {
  const next = (from: Temporal.PlainDate): Temporal.PlainDate => {
    const change = from.toZonedDateTime({ timeZone: zone, plainTime: '23:59' }).getTimeZoneTransition('next')
    if (!change) throw new RangeError(`The zone ${zone} has no change of the clock ahead`)
    const day = change.toPlainDate().add({ days })
    return Temporal.PlainDate.compare(day, today) > 0 ? day : next(change.toPlainDate())
  }
  return next(today)
}

/**
 * Which day a rule means when the demo is seeded `today`. The rule's own day always lies after today; `plus` counts on
 * from there, so that the parts of a festival stay together.
 */
export function resolveDay(day: DemoDay, today: Temporal.PlainDate, zone: string): Temporal.PlainDate {
  if (typeof day === 'number') return today.add({ days: day })
  if ('on' in day) {
    const inYear = (year: number) => {
      const date = Temporal.PlainDate.from(`${year}-${day.on}`)
      return day.weekday ? onOrAfter(date, day.weekday) : date
    }
    return firstAfter(today, inYear).add({ days: day.plus ?? 0 })
  }
  if ('nth' in day) {
    const month = today.toPlainYearMonth()
    const here = nthOfMonth(month, day.nth, day.weekday)
    const passed = Temporal.PlainDate.compare(here, today) <= 0
    return nthOfMonth(month.add({ months: (passed ? 1 : 0) + (day.months ?? 0) }), day.nth, day.weekday)
  }
  if ('easter' in day) return firstAfter(today, (year) => easterSunday(year).add({ days: day.easter }))
  if ('clockChange' in day) return clockChange(today, zone, day.clockChange)
  return onOrAfter(today.add({ days: 1 }), day.weekday).add({ weeks: day.weeks ?? 0 })
}
