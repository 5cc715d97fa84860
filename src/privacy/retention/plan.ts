import { isOver, type Period } from './period.js'
import { retentionTable, type RetentionCategory } from './retention-table.js'

/** Something that may be over: found by a query, decided by `plan`. */
export interface Candidate {
  id: string
  category: RetentionCategory
  /** A municipality's id, or `installation`. */
  line: string
  trigger: Date
  /** What a hold would name: the document, account or picture that it belongs to. */
  subject: string
  /** What cannot go now, because somebody waits for a decision about it. */
  underDecision?: boolean
}

export interface Planned {
  category: RetentionCategory
  line: string
  id: string
}

export interface Plan {
  due: Planned[]
  /** What is over and stays, because it is held or decided on. */
  held: Planned[]
  /** What could not be looked through. */
  failed: RetentionCategory[]
}

/** The rules of one municipality, or of the installation. */
export interface LineRules {
  zone: string
  period: (category: RetentionCategory) => Period
}

/**
 * What goes now: everything whose time is over, but what is held. Pure; a dry run and a run ask the same question and so
 * get the same answer.
 */
export function plan(
  candidates: readonly Candidate[],
  rules: (line: string) => LineRules,
  holds: ReadonlySet<string>,
  now: Date,
): Pick<Plan, 'due' | 'held'> {
  const found: Pick<Plan, 'due' | 'held'> = { due: [], held: [] }
  for (const { id, category, line, trigger, subject, underDecision } of candidates) {
    const { zone, period } = rules(line)
    if (!isOver(trigger, period(category), zone, now)) continue
    const stays = underDecision === true || (retentionTable[category].holdable && holds.has(subject))
    found[stays ? 'held' : 'due'].push({ category, line, id })
  }
  return found
}

/** How many of each category in each line. */
export type Counts = Partial<Record<RetentionCategory, Record<string, number>>>

export function countsOf(planned: readonly Planned[]): Counts {
  const counts: Counts = {}
  for (const { category, line } of planned) {
    const row = (counts[category] ??= {})
    row[line] = (row[line] ?? 0) + 1
  }
  return counts
}
