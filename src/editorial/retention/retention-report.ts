import type { Payload } from 'payload'
import type { Counts } from '../../privacy/retention/plan.js'
import { lengthOf, type Period } from '../../privacy/retention/period.js'
import type { RetentionRow } from '../../privacy/retention/retention-row.js'
import {
  retentionCategories,
  retentionTable,
  type RetentionCategory,
} from '../../privacy/retention/retention-table.js'
import { everyRow } from '../../shared/every-row.js'
import type { Row } from './candidates.js'
import { rulesOf } from './plan-retention.js'
import { runOf, runsCollection } from './run-record.js'
import { dryRun } from './run-retention.js'

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

const ofLine = (counts: Counts, line: string): LineCounts =>
  Object.fromEntries(
    Object.entries(counts).flatMap(([category, lines]) =>
      lines[line] ? [[category, lines[line]] as const] : [],
    ),
  )

/** So many nights are shown. */
const nights = 7

export async function retentionOf(payload: Payload, line: string): Promise<Retention> {
  const rules = (await rulesOf(payload)).of(line)
  const rows = retentionCategories.map((category): ShownRow => {
    const { period: longest, ...row } = retentionTable[category]
    const period = rules.period(category)
    return { category, ...row, period, longest, own: lengthOf(period) < lengthOf(longest) }
  })
  const { docs } = await payload.db.find<Row>({
    collection: runsCollection,
    sort: '-began',
    limit: nights,
    pagination: false,
  })
  const runs = docs.map(runOf).map(({ id, began, finished, done, held, failed }): ShownRun => ({
    id,
    began: new Date(began).toISOString(),
    finished: finished && new Date(finished).toISOString(),
    done: ofLine(done, line),
    held: ofLine(held, line),
    failed,
  }))
  const holds = await everyRow<Row>(payload, 'retention-holds', { municipality: { equals: line } })
  return {
    municipality: line,
    rows,
    runs,
    holds: holds.map(({ id, kind, document, reason, since }) => ({
      id: String(id),
      kind: String(kind),
      document: String(document),
      reason: String(reason),
      since: new Date(since as string).toISOString(),
    })),
  }
}

export async function dryRunOf(payload: Payload, line: string, now: Date): Promise<DryRun> {
  const { done, held, failed } = await dryRun(payload, now)
  return {
    municipality: line,
    at: now.toISOString(),
    due: ofLine(done, line),
    held: ofLine(held, line),
    failed,
  }
}
