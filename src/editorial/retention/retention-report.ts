import type { Payload } from 'payload'
import type { Counts } from '../../privacy/retention/plan.js'
import { lengthOf } from '../../privacy/retention/period.js'
import { retentionCategories, retentionTable } from '../../privacy/retention/retention-table.js'
import type {
  DryRun,
  LineCounts,
  Retention,
  ShownRow,
  ShownRun,
} from '../../privacy/retention/shown-retention.js'
import { everyRow } from '../../shared/every-row.js'
import type { Row } from './candidates.js'
import { rulesOf } from './plan-retention.js'
import { runOf, runsCollection } from './run-record.js'
import { dryRun } from './run-retention.js'

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
