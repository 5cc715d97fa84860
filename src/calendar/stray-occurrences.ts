import type { FieldFault } from '../shared/errors.js'
import { carryNames } from './carry-occurrences.js'
import type { Announcements, EventContent } from './event-content.js'
import { originalStarts } from './original-starts.js'
import { dayAt } from './zoned-time.js'

/** What is said of coming times that a series does not have, by day. */
interface Strays {
  /** What is moved or noted. */
  overrides: string[]
  /** What is left out on a day on which the series takes place now, at another time. */
  unclear: string[]
  /** What is left out on a day on which it does not, although it goes on. */
  gone: string[]
}
const none: Strays = { overrides: [], unclear: [], gone: [] }

function straysOf(content: EventContent, now: Date): Strays {
  const { exceptions, recurrenceRule, zone } = content
  // What takes place once has no dates to leave out, and its form shows none.
  if (!recurrenceRule || !zone) return none
  const overridden = content.overrides.map((one) => one.occurrence)
  const starts = originalStarts(content, [...exceptions, ...overridden])
  if (!starts) return none
  const today = dayAt(now, zone)
  const left = new Set(exceptions.map(starts.spelt))
  const daysOf = (names: string[]): string[] => [
    ...new Set(names.filter((name) => !starts.has(name)).map(starts.dayOf)),
  ]
  const coming = (day: string): boolean => day >= today
  const takesPlace = (day: string): boolean => starts.startsOn(day).some((name) => !left.has(name))
  const days = daysOf(exceptions).filter(coming)
  return {
    overrides: daysOf(overridden).filter(coming),
    unclear: days.filter(takesPlace),
    gone: days.filter((day) => !takesPlace(day) && starts.goesOnAfter(day)),
  }
}

/** The coming days for which something was announced that is about no time of the changed event. */
function announcedStrays(content: EventContent, { approved, said }: Known, now: Date): Strays {
  if (!approved || !said || !content.zone) return none
  const names = Object.keys(said.occurrences).filter((name) => said.occurrences[name]!.status !== 'scheduled')
  const old = originalStarts(approved, names)
  const starts = originalStarts(content, names)
  if (!old || !starts) return none
  const carried = carryNames(approved, content, names)
  const left = new Set(content.recurrenceRule ? content.exceptions.map(starts.spelt) : [])
  const today = dayAt(now, content.zone)
  const days = names.filter((name) => carried.get(name) === null).map(old.dayOf)
  const coming = [...new Set(days)].filter((day) => day >= today)
  const takesPlace = (day: string): boolean => starts.startsOn(day).some((name) => !left.has(name))
  return { ...none, unclear: coming.filter(takesPlace), gone: coming.filter((day) => !takesPlace(day)) }
}

/** What citizens know of an event: what was decided on, and what was announced since. */
export interface Known {
  approved: EventContent | null
  said: Announcements | null
}

/** Nothing where a time or the rule cannot be read: that is refused in its own words. */
function read<T>(work: () => T, otherwise: T): T {
  try {
    return work()
  } catch {
    return otherwise
  }
}

function compare(content: EventContent, known: Known, now: Date) {
  const own = read(() => straysOf(content, now), none)
  // What was decided on like this is nobody's loss now.
  const before = known.approved ? read(() => straysOf(known.approved!, now), none) : none
  const fresh = (list: keyof Strays): string[] => own[list].filter((day) => !before[list].includes(day))
  const announced = read(() => announcedStrays(content, known, now), none)
  return { overrides: fresh('overrides'), unclear: fresh('unclear'), gone: fresh('gone'), announced }
}

const fault = (field: string, code: string, words: string, days: string[]): FieldFault[] =>
  days.length === 0 ? [] : [{ field, code, message: `${words}: ${days.sort().join(', ')}.` }]

/**
 * What an event may not be submitted or corrected with: a date that was left out, moved, noted or called off, and that
 * citizens would find taking place as if nothing had been said. Names the dates.
 */
export function strayFaults(content: EventContent, known: Known, now: Date): FieldFault[] {
  const { overrides, unclear, announced } = compare(content, known, now)
  return [
    ...fault('overrides', 'no-such-time', 'The series has no time to change on these days', overrides),
    ...fault('exceptions', 'left-out-unclear', 'Choose again which times are left out on', unclear),
    ...fault(
      content.allDay ? 'startDate' : 'start',
      'announced-unclear',
      'It cannot be told which of the times this concerns that was announced for',
      announced.unclear,
    ),
  ]
}

/** What author and editor are told: dates that were left out or called off, and that the series does not have any more. */
export function strayFindings(content: EventContent, known: Known, now: Date): FieldFault[] {
  const { gone, announced } = compare(content, known, now)
  return [
    ...fault('exceptions', 'left-out-gone', 'The series has no time to leave out on', gone),
    ...fault(
      content.allDay ? 'startDate' : 'start',
      'announced-gone',
      'The series has no time any more for what was announced for',
      announced.gone,
    ),
  ]
}
