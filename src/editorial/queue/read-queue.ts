import type { Payload, Where } from 'payload'
import type { QueueReason, QueueRow } from '../../moderation/queue.js'
import type { QueueFilters } from '../../moderation/queue-filters.js'
import { type QueuePart, queueParts, readPlace, writePlace } from '../../moderation/queue-place.js'
import { asRows, findForList, type FoundRow, type Reader } from './queue-rows.js'
import { type Remit, soonAt, type Stream, streamsOf } from './queue-streams.js'
import type { ModeratedKind } from '../working-document.js'

export interface QueueQuestion extends Remit {
  filters: QueueFilters
  cursor: string | null
  limit: number
  now: Date
}

export interface QueuePage {
  items: QueueRow[]
  next: string | null
}

interface Found {
  kind: ModeratedKind
  row: FoundRow
  key: string
  reason: QueueReason
  part: QueuePart
}

/**
 * One page of everything that waits in a municipality: what starts soon first, then what has waited longest, last the
 * overdue confirmations. Each part is a few streams, each in the order of an index, of which no more is read than the
 * page can show; nothing is counted and nothing skipped.
 */
export async function readQueue(payload: Payload, question: QueueQuestion, user: Reader): Promise<QueuePage> {
  const { cursor, limit, now } = question
  const place = cursor ? readPlace(cursor) : null
  const soon = place?.soon ?? soonAt(now)
  const found: Found[] = []
  for (const part of queueParts.slice(place ? queueParts.indexOf(place.part) : 0)) {
    const after = place?.part === part ? place.after : ''
    // One more than is shown tells whether there is a next page.
    const most = limit + 1 - found.length
    const streams = streamsOf(part, soon, { ...question, account: String(user.id) })
    const read = await Promise.all(
      streams.map((stream) => readStream(payload, stream, part, after, most, user)),
    )
    found.push(...read.flat().sort(byKey).slice(0, most))
    if (found.length > limit) break
  }
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: await asRows(payload, shown, { now, user }),
    next: found.length > limit && last ? writePlace({ part: last.part, after: last.key, soon: soon }) : null,
  }
}

const byKey = (one: Found, other: Found): number => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)

async function readStream(
  payload: Payload,
  { kind, key, where }: Stream,
  part: QueuePart,
  after: string,
  limit: number,
  user: Reader,
): Promise<Found[]> {
  const from: Where[] = after ? [{ [key]: { greater_than: after } }] : []
  const rows = await findForList(payload, kind, { and: [...where, ...from] }, { sort: key, limit }, user)
  return rows.map((row) => ({
    kind,
    row,
    part,
    key: String(row[key]),
    reason: part === 'confirmations' ? 'confirmation' : (row.waitsFor as QueueReason),
  }))
}
