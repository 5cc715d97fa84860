import type { Access, Payload, PayloadRequest, Where } from 'payload'
import type { ExportedEntry } from '../../privacy/audit/log-csv.js'
import { entryOf } from '../../privacy/audit/log-entry.js'
import { logConditions, type LogFilters } from '../../privacy/audit/log-questions.js'
import { nothingHere } from '../../shared/errors.js'
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
      ...(logConditions(filters) as Where[]),
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

/** Everything that fits, the oldest first, in portions: a log of years never lies in memory at once. */
export async function* exportLog(
  payload: Payload,
  question: LogQuestion,
  req: PayloadRequest,
): AsyncGenerator<ShownEntry[]> {
  const where = await whereOf(question, req)
  for (let after = 0; ;) {
    const { docs } = await payload.find({
      collection: 'moderation-log' as 'events',
      where: { and: [where, { sequence: { greater_than: after } }] },
      sort: 'sequence',
      limit: portion,
      pagination: false,
      ...asSystem,
    })
    const entries = (docs as unknown as Record<string, unknown>[]).map(shown)
    if (entries.length > 0) yield entries
    if (entries.length < portion) return
    after = entries.at(-1)!.sequence!
  }
}
