import { DomainError, type FieldFault } from '../shared/errors.js'
import { expandOccurrences, type Timetable } from './occurrences.js'
import { checkRule } from './recurrence-rule.js'

/**
 * What is wrong with the repetition of a whole event: of its rule alone, or together with its start and changes, as
 * when an hourly rule has been counting since 1900. Work is bounded; nothing that passes is too much for the feed.
 */
export function checkRecurrence(event: Timetable, now: Date): FieldFault[] {
  if (!event.recurrence) return []
  const faults = checkRule(event.recurrence.rule, event.allDay)
  if (faults.length > 0) return faults
  try {
    expandOccurrences(event, { from: now, to: new Date(now.getTime() + 400 * 86_400_000) })
    return []
  } catch (fault) {
    if (fault instanceof DomainError) return fault.faults
    // Dates and instants that cannot be read, e.g. an instant among the exceptions of an all-day event.
    if (fault instanceof RangeError)
      return [{ field: 'recurrence', code: 'bad-times', message: 'A time of the repetition cannot be read.' }]
    throw fault
  }
}
