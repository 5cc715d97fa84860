import type { FieldFault } from '../shared/errors.js'
import { addWorkingDays, type CountryWithHolidays, workingDaysBetween } from './working-days.js'

/** The times that a municipality has set for itself and for those who write; both in working days, null is none. */
export interface HouseTimes {
  /** How long before it starts an event should have been submitted. */
  leadDays: number | null
  /** How soon after submitting a decision is promised. */
  decisionDays: number | null
  country: CountryWithHolidays
  /** IANA zone of the municipality. */
  zone: string
}

/** What holds for a municipality that has set nothing else. */
export const usualTimes = { leadDays: 5, decisionDays: 3 } as const

/** When a decision is due: the end of the last working day of the promised time; null where none is promised. */
export function decisionDue(submittedAt: Date, { decisionDays, country, zone }: HouseTimes): Date | null {
  return decisionDays === null ? null : addWorkingDays(submittedAt, decisionDays, country, zone)
}

/** How long is left before something starts, and how long the municipality asks for; both in working days. */
export interface LeadTime {
  left: number
  needed: number
  late: boolean
}

/** Whether there is time enough for a decision; null where none is asked for, or it has begun. */
export function leadTime(start: Date, now: Date, times: HouseTimes): LeadTime | null {
  const { leadDays, country, zone } = times
  if (leadDays === null || leadDays === 0 || start.getTime() <= now.getTime()) return null
  const left = workingDaysBetween(now, start, country, zone)
  return { left, needed: leadDays, late: left < leadDays }
}

/** A warning where less than the lead time is left; never a refusal, because what is late may still be wanted. */
export function leadTimeFinding(start: Date, now: Date, times: HouseTimes): FieldFault | null {
  const lead = leadTime(start, now, times)
  if (!lead?.late) return null
  return {
    field: 'start',
    code: 'too-late',
    message: `The municipality asks for ${lead.needed} working days before the start. It may not be decided in time.`,
  }
}
