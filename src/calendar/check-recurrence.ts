import { DomainError, type FieldFault } from '../shared/errors.js'
import { expandedDays } from './last-end.js'
import { expandOccurrences, type Timetable } from './occurrences.js'
import { isCounted, largestRule, readRule, type RecurrenceRule } from './recurrence-rule.js'

/**
 * What is wrong with the repetition of a whole event: of its rule alone, or together with its start and changes, as
 * when an hourly rule has been counting since 1900. Work is bounded; nothing that passes is too much for the feed.
 */
export function checkRecurrence(event: Timetable, now: Date): FieldFault[] {
  if (!event.recurrence) return []
  const { rule, faults } = readRule(event.recurrence.rule, event.allDay)
  if (faults.length > 0) return faults
  if (rule?.until && endsBefore(rule.until, event.start))
    return [
      { field: 'recurrence.rule', code: 'before-start', message: 'The repetition ends before it begins.' },
    ]
  try {
    const coming = countComing(event, now)
    if (coming > largestRule.times)
      return [
        {
          field: 'recurrence.rule',
          code: 'too-many-times',
          message: `An event can take place at most ${largestRule.times} times in ${expandedDays} days.`,
        },
      ]
    if (coming > 1 || !rule || rule.until || rule.count || comesAgain(event)) return []
    return [
      {
        field: 'recurrence.rule',
        code: 'never-again',
        message: 'The repetition never comes again: such a day does not exist.',
      },
    ]
  } catch (fault) {
    if (fault instanceof DomainError) return fault.faults
    // Dates and instants that cannot be read, e.g. an instant among the exceptions of an all-day event.
    if (fault instanceof RangeError)
      return [{ field: 'recurrence', code: 'bad-times', message: 'A time of the repetition cannot be read.' }]
    throw fault
  }
}

const after = (instant: Date, days: number): Date => new Date(instant.getTime() + days * 86_400_000)

/**
 * How often it takes place while readers have its times, counted from its start where that is to come. What is counted
 * in the rule is bounded there; anything else in pieces, so that too much is told after little work.
 */
function countComing(event: Timetable, now: Date): number {
  const first = new Date(Math.max(now.getTime(), Date.parse(event.start)))
  const days = isCounted(event.recurrence?.rule ?? '') ? expandedDays : 50
  let count = 0
  for (let done = 0; done < expandedDays && count <= largestRule.times; done += days)
    count += expandOccurrences(event, { from: after(first, done), to: after(first, done + days) }).length
  return count
}

/** The longest wait between two days that exist is that for 29 February around 2100: eight years. */
function comesAgain(event: Timetable): boolean {
  const { start: name, end: _end, ...series } = event
  const start = new Date(name)
  const bare: Timetable = { ...series, start: name, end: null, overrides: [] }
  return expandOccurrences(bare, { from: start, to: after(start, 9 * 366) }).length > 1
}

function endsBefore(until: NonNullable<RecurrenceRule['until']>, start: string): boolean {
  return 'day' in until ? until.day < start.slice(0, 10) : Date.parse(until.instant) < Date.parse(start)
}
