import type { HouseTimes } from './house-rules.js'
import type { ModeratedKind } from './states.js'
import { dayIn, workingDaysBetween } from './working-days.js'

/** An entry of the log, as far as figures are made from it. Instants are RFC 3339. */
export interface LoggedFact {
  at: string
  action: string
  kind: string
  document: string
  reason: string | null
  toState: string | null
  /** Decided by a rule or the clock, not by a person. */
  automated: boolean
}

/** What a decision came to. */
export const outcomes = ['approved', 'changes', 'refused', 'lookedOver'] as const
export type Outcome = (typeof outcomes)[number]

const outcomeOf: Record<string, Outcome> = {
  approve: 'approved',
  'approve-with-edits': 'approved',
  overturn: 'approved',
  'request-changes': 'changes',
  reject: 'refused',
  remove: 'refused',
  uphold: 'refused',
  decline: 'refused',
  'look-over': 'lookedOver',
}
/** Decisions on something that was sent in; the rest answers nothing and has no time. */
const answers = [
  'approve',
  'approve-with-edits',
  'request-changes',
  'reject',
  'uphold',
  'overturn',
  'decline',
]
const begins = ['submit', 'appeal', 'apply']

export interface WeekOfDecisions extends Record<Outcome, number> {
  /** The Monday, `YYYY-MM-DD`. */
  week: string
}

export interface DecisionFigures {
  weeks: WeekOfDecisions[]
  /** Working days from sending in to the decision, for decisions of these weeks; null where there was none. */
  medianDays: number | null
  /** How many decisions took so many working days; the last of them and more. */
  byDays: { days: number; count: number }[]
  /** How many kept to what is promised now; null where nothing is promised. */
  inTime: number | null
  answered: number
  /** Rejections and removals by reason, the most frequent first. */
  byReason: { reason: string; count: number }[]
}

export const weeksShown = 12
/** Decisions that took longer than this are one group. */
const longestShown = 6

const weekMs = 7 * 86_400_000

/** The Monday of the week in which an instant falls in a zone. */
export function mondayOf(at: Date, zone: string): string {
  const date = new Date(`${dayIn(at, zone)}T00:00:00Z`)
  const weekday = (date.getUTCDay() + 6) % 7
  return new Date(date.getTime() - weekday * 86_400_000).toISOString().slice(0, 10)
}

/** When the first of the weeks shown begins: what lies before is not read. */
export function firstWeek(now: Date, zone: string): Date {
  const monday = Date.parse(`${mondayOf(now, zone)}T00:00:00Z`)
  // A day more, since a day begins earlier in the east.
  return new Date(monday - (weeksShown - 1) * weekMs - 86_400_000)
}

/**
 * What editors decided in the last weeks and how long it took. A decision whose submission lies before what was read
 * counts, but has no time.
 */
export function decisionFigures(facts: readonly LoggedFact[], now: Date, times: HouseTimes): DecisionFigures {
  const { zone, country } = times
  const inOrder = [...facts].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const lastMonday = Date.parse(`${mondayOf(now, zone)}T00:00:00Z`)
  const weeks = Array.from({ length: weeksShown }, (_, index): WeekOfDecisions => {
    const week = new Date(lastMonday - (weeksShown - 1 - index) * weekMs).toISOString().slice(0, 10)
    return { week, approved: 0, changes: 0, refused: 0, lookedOver: 0 }
  })
  const byWeek = new Map(weeks.map((week) => [week.week, week]))
  const waitingSince = new Map<string, string>()
  const took: number[] = []
  const reasons = new Map<string, number>()
  for (const fact of inOrder) {
    const { action, document, at } = fact
    if (begins.includes(action) && !fact.automated) waitingSince.set(document, at)
    const outcome = fact.automated ? undefined : outcomeOf[action]
    const week = byWeek.get(mondayOf(new Date(at), zone))
    if (!outcome || !week) continue
    week[outcome] += 1
    if ((action === 'reject' || action === 'remove') && fact.reason)
      reasons.set(fact.reason, (reasons.get(fact.reason) ?? 0) + 1)
    const since = waitingSince.get(document)
    if (!answers.includes(action) || since === undefined) continue
    waitingSince.delete(document)
    took.push(daysTaken(new Date(since), new Date(at), country, zone))
  }
  const promised = times.decisionDays
  return {
    weeks,
    medianDays: median(took),
    byDays: Array.from({ length: longestShown + 1 }, (_, days) => ({
      days,
      count: took.filter((each) => (days === longestShown ? each >= days : each === days)).length,
    })),
    inTime: promised === null ? null : took.filter((each) => each <= promised).length,
    answered: took.length,
    byReason: [...reasons].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count),
  }
}

/** Zero on the same day; each working day begun after it is one. */
export function daysTaken(from: Date, to: Date, country: HouseTimes['country'], zone: string): number {
  return dayIn(from, zone) === dayIn(to, zone) ? 0 : workingDaysBetween(from, to, country, zone) + 1
}

function median(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** How long what waits has waited, in working days. */
export interface QueueAge {
  /** At least so many working days, up to the next group. */
  from: number
  count: number
  /** Later than what is promised. */
  late: boolean
}

const ages = [0, 1, 2, 3, 4, 6, 11] as const

export function queueAges(
  since: readonly string[],
  now: Date,
  { decisionDays, country, zone }: HouseTimes,
): QueueAge[] {
  const waited = since.map((each) => daysTaken(new Date(each), now, country, zone))
  return ages.map((from, index) => {
    const next = ages[index + 1] ?? Infinity
    return {
      from,
      count: waited.filter((days) => days >= from && days < next).length,
      late: decisionDays !== null && from > decisionDays,
    }
  })
}

/** The figures of one municipality. */
export interface Figures extends DecisionFigures {
  ages: QueueAge[]
  /** Not all that waits, or not all decisions, were counted: there are too many. */
  partial: boolean
  decisionDays: number | null
  confirmations: { id: string; name: string; dueAt: string; overdue: boolean }[]
  zone: string
  slug: string
  kinds: ModeratedKind[]
}
