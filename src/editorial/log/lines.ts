import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import { beginningOf, stampHead, type Place } from '../../privacy/audit/log-chain.js'
import type { HungEntry, LineFacts } from '../../privacy/audit/check-line.js'
import { entryOf } from '../../privacy/audit/log-entry.js'
import type { KeyRing } from '../../shared/sealing.js'

export const linesCollection = 'log-lines' as CollectionSlug

type Row = Record<string, unknown> & { id: string }
type Update = Parameters<Payload['db']['updateOne']>[0]

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const count = (value: unknown): number | null =>
  value === null || value === undefined ? null : Number(value)

export const hungEntry = (row: Row): HungEntry => ({
  id: String(row.id),
  entry: entryOf(row),
  sequence: count(row.sequence),
  previous: text(row.previous),
  hash: text(row.hash),
  stamp: text(row.stamp),
})

const factsOf = (row: Row): LineFacts => ({
  line: String(row.id),
  head: { sequence: Number(row.last), hash: String(row.hash) },
  headStamp: text(row.stamp),
  cut:
    Number(row.cut ?? 0) > 0
      ? { sequence: Number(row.cut), hash: String(row.cutHash) }
      : beginningOf(String(row.id)),
  cutStamp: text(row.cutStamp),
})

export async function lineFacts(
  payload: Payload,
  line: string,
  req?: PayloadRequest,
): Promise<LineFacts | null> {
  const row = await payload.db.findOne<Row>({
    collection: linesCollection,
    where: { id: { equals: line } },
    req,
  })
  return row && factsOf(row)
}

/** The line, begun where it was not yet. Of two who begin it at once one finds it there. */
export async function beginLine(
  payload: Payload,
  line: string,
  ring: KeyRing,
  req?: PayloadRequest,
): Promise<LineFacts> {
  const known = await lineFacts(payload, line, req)
  if (known) return known
  const { sequence, hash } = beginningOf(line)
  const data = { id: line, last: sequence, hash, stamp: stampHead(line, { sequence, hash }, ring), cut: 0 }
  await payload.db.create({ collection: linesCollection, data, req })
  return (await lineFacts(payload, line, req))!
}

/** Says how far the line reaches now; false where somebody else has said so meanwhile. */
export async function moveHead(
  payload: Payload,
  { line, head }: Pick<LineFacts, 'line' | 'head'>,
  to: Place,
  ring: KeyRing,
  req?: PayloadRequest,
): Promise<boolean> {
  const moved = await payload.db.updateOne({
    collection: linesCollection,
    where: { and: [{ id: { equals: line } }, { last: { equals: head.sequence } }] },
    data: { last: to.sequence, hash: to.hash, stamp: stampHead(line, to, ring) },
    options: { atomic: true },
    req,
  } as unknown as Update)
  return moved !== null
}
