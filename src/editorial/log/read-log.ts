import type { Access, Payload, PayloadRequest, Where } from 'payload'
import type { ExportedEntry } from '../../privacy/audit/log-csv.js'
import { entryOf } from '../../privacy/audit/log-entry.js'
import { logConditions, type LogFilters } from '../../privacy/audit/log-questions.js'
import { nothingHere } from '../../shared/errors.js'
import { everyRow, withIds } from '../../shared/every-row.js'
import { logCollection } from './append-entry.js'
import { municipalityZone } from '../registers.js'
import { hungEntry } from './lines.js'

export interface LogQuestion {
  /** A municipality's id. */
  municipality: string
  filters: LogFilters
}

/** An entry as it is shown: with the title of the role that acted, as it is now. */
export type ShownEntry = ExportedEntry & { id: string; actorRole: string | null }

/**
 * What is asked for, as far as this account may read it: by the collection's own rule. Entries are read as the system
 * beyond that, since their keys and hashes, which no other door shows, belong to what can be verified.
 */
async function whereOf({ municipality, filters }: LogQuestion, req: PayloadRequest): Promise<Where> {
  const read = req.payload.collections['moderation-log' as 'events']!.config.access.read as Access
  const reached = await read({ req } as Parameters<Access>[0])
  if (reached === false) throw nothingHere()
  return {
    and: [
      { municipality: { equals: municipality } },
      ...(logConditions(filters, await municipalityZone(req.payload, municipality)) as Where[]),
      ...(reached === true ? [] : [reached]),
    ],
  }
}
const asSystem = { depth: 0, showHiddenFields: true, overrideAccess: true } as const

const shown = (row: Record<string, unknown>): ShownEntry => {
  const { id, sequence, previous, hash } = hungEntry(row as Record<string, unknown> & { id: string })
  return {
    id,
    ...entryOf(row),
    sequence,
    previous,
    hash,
    actorRole: (row.actorRole as string | null | undefined) ?? null,
  }
}

/** One page of the log of a municipality, the newest first, as far as this account may read it. */
export async function readLog(
  payload: Payload,
  question: LogQuestion & { page: number; limit: number },
  req: PayloadRequest,
): Promise<{ entries: ShownEntry[]; page: number; more: boolean; total: number }> {
  const { docs, hasNextPage, totalDocs } = await payload.find({
    collection: 'moderation-log' as 'events',
    where: await whereOf(question, req),
    sort: ['-at', '-id'],
    page: question.page,
    limit: question.limit,
    ...asSystem,
  })
  const entries = (docs as unknown as Record<string, unknown>[]).map(shown)
  return { entries, page: question.page, more: hasNextPage, total: totalDocs }
}

const portion = 500
/** So many ids are asked for at once. */
const idsAtOnce = 100

/**
 * Which entries that fit have no place in their line at this moment: ids. They wait, or the line is broken and gives
 * none, or they were refused.
 */
export async function withoutPlace(
  payload: Payload,
  question: LogQuestion,
  req: PayloadRequest,
): Promise<Set<string>> {
  const none: Where = { or: [{ sequence: { equals: null } }, { sequence: { equals: 0 } }] }
  const rows = await everyRow(payload, logCollection, { and: [await whereOf(question, req), none] }, req)
  return new Set(rows.map(({ id }) => String(id)))
}

/**
 * Everything that fits, the oldest first, in portions: a log of years never lies in memory at once. Then the entries
 * that `withoutPlace` named before: an export leaves out nothing because of the state of the line.
 */
export async function* exportLog(
  payload: Payload,
  question: LogQuestion & { waiting: ReadonlySet<string> },
  req: PayloadRequest,
): AsyncGenerator<ShownEntry[]> {
  const where = await whereOf(question, req)
  const some = async (which: Where) => {
    const { docs } = await payload.find({
      collection: 'moderation-log' as 'events',
      where: { and: [where, which] },
      sort: ['sequence', 'createdAt'],
      limit: portion,
      pagination: false,
      ...asSystem,
    })
    return (docs as unknown as Record<string, unknown>[]).map(shown)
  }
  const waiting = new Set(question.waiting)
  for (let after = 0; ;) {
    const entries = await some({ sequence: { greater_than: after } })
    for (const { id } of entries) waiting.delete(id)
    if (entries.length > 0) yield entries
    if (entries.length < portion) break
    after = entries.at(-1)!.sequence!
  }
  // Each once, also where it was given its place meanwhile.
  const left = [...waiting]
  for (let from = 0; from < left.length; from += idsAtOnce) {
    yield await some(withIds(left.slice(from, from + idsAtOnce)))
  }
}
