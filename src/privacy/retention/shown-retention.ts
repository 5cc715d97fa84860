import type { Period } from './period.js'
import type { RetentionRow } from './retention-row.js'
import type { RetentionCategory } from './retention-table.js'

/** One row of the table as it stands in a municipality. */
export interface ShownRow extends Omit<RetentionRow, 'period'> {
  category: RetentionCategory
  /** As it is kept there, and what the table says at most. */
  period: Period
  longest: Period
  /** Shorter than the table says. */
  own: boolean
}

/** How many went, or stayed, of each category in one municipality. */
export type LineCounts = Partial<Record<RetentionCategory, number>>

export interface ShownRun {
  id: string
  began: string
  finished: string | null
  done: LineCounts
  held: LineCounts
  failed: RetentionCategory[]
}

export interface ShownHold {
  id: string
  kind: string
  document: string
  reason: string
  since: string
}

/** The table as it stands in a municipality, what is held there, and what the last runs did. */
export interface Retention {
  municipality: string
  rows: ShownRow[]
  runs: ShownRun[]
  holds: ShownHold[]
}

/** What a run would do now in a municipality. */
export interface DryRun {
  municipality: string
  at: string
  due: LineCounts
  held: LineCounts
  failed: RetentionCategory[]
}
