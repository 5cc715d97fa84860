import { Temporal } from 'temporal-polyfill'

/** One day of a month, with the times of the series on it. */
export interface GridDay {
  /** `YYYY-MM-DD` */
  day: string
  /** Original starts. */
  occurrences: string[]
}

export interface GridMonth {
  /** `YYYY-MM` */
  month: string
  /** From Monday to Sunday; null is a day of another month. */
  weeks: (GridDay | null)[][]
}

/** The months in which a series has times, as calendars have them on the wall. `dayOf` says on which day a time is. */
export function monthsOf(occurrences: readonly string[], dayOf: (occurrence: string) => string): GridMonth[] {
  const byDay = new Map<string, string[]>()
  for (const occurrence of occurrences) {
    const day = dayOf(occurrence)
    byDay.set(day, [...(byDay.get(day) ?? []), occurrence])
  }
  const months = [...new Set([...byDay.keys()].map((day) => day.slice(0, 7)))].sort()
  return months.map((month) => ({ month, weeks: weeksOf(month, byDay) }))
}

function weeksOf(month: string, byDay: ReadonlyMap<string, string[]>): GridMonth['weeks'] {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 })
  const before = Array.from({ length: first.dayOfWeek - 1 }, () => null)
  const days = Array.from({ length: first.daysInMonth }, (_, index): GridDay => {
    const day = first.add({ days: index }).toString()
    return { day, occurrences: byDay.get(day) ?? [] }
  })
  const cells = [...before, ...days]
  const weeks: GridMonth['weeks'] = []
  for (let at = 0; at < cells.length; at += 7) {
    const week = cells.slice(at, at + 7)
    weeks.push([...week, ...Array.from({ length: 7 - week.length }, () => null)])
  }
  return weeks
}

/** What was changed about one time of a series, as its form has it. */
export interface Override {
  occurrence: string
  start: string | null
  end: string | null
  note: string | null
}

export type DateMark = 'off' | 'moved' | 'noted' | null

/** What a date of the calendar is marked with. What is left out is left out, whatever else was said about it. */
export function markOf(
  occurrence: string,
  exceptions: readonly string[],
  override: Override | null | undefined,
): DateMark {
  if (exceptions.includes(occurrence)) return 'off'
  if (override?.start || override?.end) return 'moved'
  return override?.note ? 'noted' : null
}
