/** Days as `YYYY-MM-DD`, months as `YYYY-MM`: times of the feed begin with the day on the clocks of their place. */
const dayMs = 86_400_000
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMs
const dayOf = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10)

export const addDays = (day: string, days: number): string => dayOf(numberOf(day) + days)
export const monthOf = (day: string): string => day.slice(0, 7)
export const firstOf = (month: string): string => `${month}-01`

export function addMonths(month: string, months: number): string {
  const [year, of] = month.split('-').map(Number)
  return new Date(Date.UTC(year!, of! - 1 + months, 1)).toISOString().slice(0, 7)
}

export const lastOf = (month: string): string => addDays(firstOf(addMonths(month, 1)), -1)

/** The same day of another month, or its last day where it is shorter. */
export function sameDayIn(month: string, day: string): string {
  const wished = `${month}-${day.slice(8)}`
  return wished < lastOf(month) ? wished : lastOf(month)
}

/** Monday is 0. */
export const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

/** The weeks of a month from Monday to Sunday; null where a day belongs to another month. */
export function weeksOf(month: string): (string | null)[][] {
  const first = firstOf(month)
  const weeks: (string | null)[][] = []
  for (let monday = addDays(first, -weekdayOf(first)); monday <= lastOf(month); monday = addDays(monday, 7))
    weeks.push(
      Array.from({ length: 7 }, (_, at) => {
        const day = addDays(monday, at)
        return monthOf(day) === month ? day : null
      }),
    )
  return weeks
}

interface Span {
  start: string
  end: string | null
  allDay: boolean
}

/** The last day of something; what ends at midnight is over the day before. */
export function lastDayOf({ start, end, allDay }: Span): string {
  const first = start.slice(0, 10)
  if (end === null || end.slice(0, 10) <= first) return first
  if (allDay) return end
  return end.slice(11, 16) === '00:00' ? addDays(end.slice(0, 10), -1) : end.slice(0, 10)
}

/** What stands beside something on one of its days. Hours as `HH:MM`; neither hour: it lasts all that day. */
export interface Hours {
  from: string | null
  until: string | null
  /** Where it goes on after that day, other than into the night. */
  lastDay: string | null
}

export function hoursOn(span: Span, day: string): Hours {
  const last = lastDayOf(span)
  const lastDay = last > day ? last : null
  const hour = (time: string): string => time.slice(11, 16)
  if (span.allDay) return { from: null, until: null, lastDay }
  const from = span.start.slice(0, 10) < day ? null : hour(span.start)
  const end = span.end === null || last === span.start.slice(0, 10) ? null : hour(span.end)
  if (end === null || end === '00:00') return { from, until: null, lastDay }
  // A concert from 22:00 to 02:00 is one evening.
  const isNight = from !== null && last === addDays(day, 1) && end < from
  return lastDay === null || isNight ? { from, until: end, lastDay: null } : { from, until: null, lastDay }
}

/** What takes place on each day from one to another, in the order given. */
export function byDay<T extends Span>(spans: readonly T[], from: string, to: string): Map<string, T[]> {
  const days = new Map<string, T[]>()
  for (const span of spans) {
    const last = lastDayOf(span)
    const first = span.start.slice(0, 10)
    for (let day = first > from ? first : from; day <= last && day <= to; day = addDays(day, 1))
      days.set(day, [...(days.get(day) ?? []), span])
  }
  return days
}
