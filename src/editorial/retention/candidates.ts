import type { CollectionSlug, Payload, Where } from 'payload'
import { appealUntil, mayYetAppeal } from '../../moderation/statement.js'
import { installationLine } from '../../privacy/audit/log-entry.js'
import type { Candidate } from '../../privacy/retention/plan.js'
import type { RetentionCategory } from '../../privacy/retention/retention-table.js'
import { idOf } from '../../shared/reference.js'
import type { WorkflowRecord } from '../working-document.js'

export type Row = Record<string, unknown> & { id: string }

/** A part of what is kept: some of one category by id or, of the log, one line. */
export interface Part {
  category: RetentionCategory
  ids: readonly string[] | null
  line: string | null
}

/** What every search has at hand. */
export interface Search {
  payload: Payload
  now: Date
  /** Only this is asked about; null: everything. */
  part: Part | null
  /** No trigger after this can be over, in any municipality or in one: a bound for the query, ISO. */
  bound(category: RetentionCategory, line?: string): string
  /** The municipality with a slug, by id. */
  lineOfSlug(slug: string): string
}

/** Rows with some of their columns: content is never read only to learn that it is old. */
export async function rowsOf(
  payload: Payload,
  collection: string,
  where: Where,
  columns: readonly string[],
): Promise<Row[]> {
  // Some of the framework's collections are there only where something uses them.
  if (!payload.collections[collection as CollectionSlug]) return []
  const select = Object.fromEntries(columns.map((column) => [column, true as const]))
  const { docs } = await payload.db.find<Row>({
    collection: collection as CollectionSlug,
    where,
    select,
    limit: 0,
    pagination: false,
  })
  return docs
}

/** The same, but of a part only where one is asked about. */
export async function foundRows(
  { payload, part }: Search,
  collection: string,
  where: readonly Where[],
  columns: readonly string[],
): Promise<Row[]> {
  const ids: Where[] = part?.ids ? [{ id: { in: [...part.ids] } }] : []
  return rowsOf(payload, collection, { and: [...where, ...ids] }, columns)
}

/** Ids in portions that a query can name. */
export function* portionsOf<T>(all: readonly T[], size = 200): Generator<T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size)
}

export const dateOf = (value: unknown): Date | null => {
  if (value === null || value === undefined || value === '') return null
  const date = new Date(value as string)
  return Number.isNaN(date.getTime()) ? null : date
}

/** The latest of what is known: something counts from when it was last touched. */
export const latest = (...values: unknown[]): Date | null =>
  values.map(dateOf).reduce((one, other) => (other && (!one || other > one) ? other : one), null)

/**
 * When an organisation was declined or left. Where that was before it was kept, when its row was last written: late, and
 * never early.
 */
export const lifeStepOf = (row: Row): Date | null =>
  dateOf((row.workflow as WorkflowRecord | null)?.lifeAt ?? row.updatedAt)

/** Whether somebody waits for an appeal to be decided, or may still appeal. */
export function isAppealed({ workflow }: Row, now: Date): boolean {
  const { appeal = null, appealable = null, refusedAt } = (workflow ?? {}) as Partial<WorkflowRecord>
  const until = refusedAt ? appealUntil(refusedAt) : null
  return appeal === 'open' || mayYetAppeal({ appeal, appealable, appealUntil: until }, now)
}

/** Rows with one column that says from when the time counts. */
export async function byDate(
  search: Search,
  category: RetentionCategory,
  asked: {
    collection: string
    column: string
    /** Which columns name what a hold would name, and whose it is. */
    subject?: string
    municipality?: string
    where?: Where[]
  },
): Promise<Candidate[]> {
  const { collection, column, subject, municipality, where = [] } = asked
  const columns = [column, ...(subject ? [subject] : []), ...(municipality ? [municipality] : [])]
  const old: Where = { [column]: { less_than_equal: search.bound(category) } }
  const rows = await foundRows(search, collection, [old, ...where], columns)
  return rows.flatMap((row) => {
    const trigger = dateOf(row[column])
    if (!trigger) return []
    const line = (municipality && idOf(row[municipality])) || installationLine
    return [
      { id: String(row.id), category, line, trigger, subject: String((subject && row[subject]) ?? row.id) },
    ]
  })
}
