import type { IncidentFacts } from './incident.js'

const hour = 3_600_000

/**
 * Within so many hours the authority is told (GDPR, article 33(1)). Hours that pass, not days on a calendar: a change of the clock
 * makes them neither longer nor shorter. Regulation 1182/71 would let them begin with the next full hour; they are counted
 * from the moment itself, which is never too late.
 */
export const hoursToReport = 72
/** So many hours before the end the admins are told once more. */
export const hoursToWarn = 24

type Reported = Pick<IncidentFacts, 'discoveredAt' | 'authority' | 'authorityAt'>

/** The instant at which the 72 hours are over. */
export const reportBy = ({ discoveredAt }: Pick<IncidentFacts, 'discoveredAt'>): Date =>
  new Date(Date.parse(discoveredAt) + hoursToReport * hour)

export const isReportedLate = (facts: Reported): boolean =>
  facts.authority === 'done' &&
  facts.authorityAt !== null &&
  Date.parse(facts.authorityAt) > reportBy(facts).getTime()

/** How the clock stands. `hours` are whole ones: left, or passed since the end. */
export type IncidentClock =
  | { standing: 'left' | 'late'; by: string; hours: number }
  | { standing: 'in-time' | 'reported-late' | 'not-needed'; by: string; hours: null }

export function clockOf(facts: Reported, now: Date): IncidentClock {
  const end = reportBy(facts)
  const by = end.toISOString()
  if (facts.authority === 'not-needed') return { standing: 'not-needed', by, hours: null }
  if (facts.authority === 'done')
    return { standing: isReportedLate(facts) ? 'reported-late' : 'in-time', by, hours: null }
  const left = end.getTime() - now.getTime()
  return left >= 0
    ? { standing: 'left', by, hours: Math.floor(left / hour) }
    : { standing: 'late', by, hours: Math.floor(-left / hour) }
}

/** What the admins are to be told of now: that a day is left, then that the time is over; null before, and once it is reported. */
export function warningOf(facts: Reported, now: Date): 'incident-soon' | 'incident-late' | null {
  const { standing } = clockOf(facts, now)
  if (standing === 'late') return 'incident-late'
  if (standing !== 'left') return null
  return reportBy(facts).getTime() - now.getTime() <= hoursToWarn * hour ? 'incident-soon' : null
}
