import { dayIn, isWorkingDay, type CountryWithHolidays, workingDaysBetween } from './working-days.js'

/** How a waiting document stands against what the municipality promised. */
export interface DecisionClock {
  tone: 'in-time' | 'due-today' | 'late'
  /** Working days left, today not counted; or, when late, working days over, today counted. */
  workingDays: number
}

/**
 * Whether a decision is still in time. Due today is its own state until the day is over, on whichever day it falls; null
 * where the municipality promises no time.
 */
export function decisionClock(
  dueAt: Date | null,
  now: Date,
  { country, zone }: { country: CountryWithHolidays; zone: string },
): DecisionClock | null {
  if (!dueAt) return null
  const [today, due] = [dayIn(now, zone), dayIn(dueAt, zone)]
  if (today === due) return { tone: 'due-today', workingDays: 0 }
  const [first, last] = today < due ? [now, dueAt] : [dueAt, now]
  const between = workingDaysBetween(first, last, country, zone)
  const lastCounts = isWorkingDay(today < due ? due : today, country) ? 1 : 0
  return { tone: today < due ? 'in-time' : 'late', workingDays: between + lastCounts }
}
