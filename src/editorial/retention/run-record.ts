import type { CollectionSlug, Payload } from 'payload'
import type { Counts, Planned } from '../../privacy/retention/plan.js'
import type { RetentionCategory } from '../../privacy/retention/retention-table.js'
import { everyRow } from '../../shared/every-row.js'
import type { Row } from './candidates.js'

export const runsCollection = 'retention-runs' as CollectionSlug

type Update = Parameters<Payload['db']['updateOne']>[0]

/** What is being carried out now: some of one category or, of the log, the entries of a line up to a place. */
export interface UnderWay {
  category: RetentionCategory
  line: string
  ids: string[]
  /** Whose each of them is. */
  lines: string[]
  /** Of the log: how many entries, and the place of the last. */
  log: { entries: number; upTo: number } | null
}

/** What is known of a run: what was done so far, and what was under way when a process died. */
export interface Run {
  id: string
  day: string
  began: string
  /** Grows with each write: of two processes that carry out one run, the later one goes on with it. */
  step: number
  done: Counts
  held: Counts
  failed: RetentionCategory[]
  underWay: UnderWay | null
  /** Everything is done and the proof is being written. */
  closing: boolean
  finished: string | null
}

/** Another process has taken up the run, and goes on with it. */
export class RunTakenUp extends Error {
  override name = 'RetentionTakenUp'
  readonly code = 'retention-taken-up'
}

export const runOf = (row: Row): Run => ({
  id: String(row.id),
  day: String(row.day),
  began: String(row.began),
  step: Number(row.step ?? 0),
  done: (row.done ?? {}) as Counts,
  held: (row.held ?? {}) as Counts,
  failed: (row.failed ?? []) as RetentionCategory[],
  underWay: (row.underWay ?? null) as UnderWay | null,
  closing: row.closing === true,
  finished: (row.finished as string | null | undefined) ?? null,
})

/** Runs that never came to their end, the oldest first. */
export async function openRuns(payload: Payload): Promise<Run[]> {
  const rows = await everyRow<Row>(payload, runsCollection, { finished: { equals: null } })
  return rows.map(runOf).sort((a, b) => a.began.localeCompare(b.began))
}

/** The first run of a day is called by it; after a restart there may be more. */
export async function beginRun(payload: Payload, now: Date): Promise<Run> {
  const day = now.toISOString().slice(0, 10)
  const { totalDocs } = await payload.db.count({
    collection: runsCollection,
    where: { day: { equals: day } },
  })
  const id = totalDocs === 0 ? day : `${day}-${totalDocs + 1}`
  const run = runOf({ id, day, began: now.toISOString() })
  await payload.db.create({ collection: runsCollection, data: { ...run } })
  return run
}

/** Writes down how far a run has come. Throws `RunTakenUp` where another process has done so since. */
export async function writeDown(payload: Payload, run: Run, data: Partial<Run>): Promise<void> {
  const won = await payload.db.updateOne({
    collection: runsCollection,
    where: { and: [{ id: { equals: run.id } }, { step: { equals: run.step } }] },
    data: { ...data, step: run.step + 1 },
    options: { atomic: true },
  } as unknown as Update)
  if (!won) throw new RunTakenUp('Another process has taken up the run.')
  Object.assign(run, data, { step: run.step + 1 })
}

/** Adds what was done, in place. */
export function addCounts(sum: Counts, more: Counts): Counts {
  for (const [category, lines] of Object.entries(more) as [RetentionCategory, Record<string, number>][]) {
    const row = (sum[category] ??= {})
    for (const [line, count] of Object.entries(lines)) row[line] = (row[line] ?? 0) + count
  }
  return sum
}

export const underWayOf = (some: readonly Planned[], log: UnderWay['log']): UnderWay => ({
  category: some[0]!.category,
  line: some[0]!.line,
  ids: log ? [some.at(-1)!.id] : some.map(({ id }) => id),
  lines: log ? [] : some.map(({ line }) => line),
  log,
})
