import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'
import type { Line, LineKind } from '../../privacy/erasure/ledger-line.js'
import { everyRow } from '../../shared/every-row.js'

export const erasures = 'erasures'

/** A row of what was erased. Number 0: it waits for its number. */
export interface ErasureRow extends Line {
  key: string
  /** False: its deletion was begun, and has not been seen to end. */
  settled: boolean
}

type Stored = Record<string, unknown> & { id: string }

const asRow = (row: Stored): ErasureRow => ({
  key: String(row.id),
  kind: row.kind as LineKind,
  id: String(row.document),
  at: new Date(row.at as string).toISOString(),
  reason: typeof row.reason === 'string' && row.reason !== '' ? row.reason : null,
  settled: row.settled === true,
  lineage: typeof row.lineage === 'string' ? row.lineage : '',
  number: Number(row.number ?? 0),
  previous: typeof row.previous === 'string' ? row.previous : '',
  hash: typeof row.hash === 'string' ? row.hash : '',
})

export const rowsOf = async (payload: Payload, where: Where, req?: PayloadRequest): Promise<ErasureRow[]> =>
  (await everyRow<Stored>(payload, erasures, where, req)).map(asRow)

/** What has its number: the lines of the ledger that the database has. */
export const numberedRows = (payload: Payload): Promise<ErasureRow[]> =>
  rowsOf(payload, { number: { greater_than: 0 } })

/** The one that waits longest for its number; null where none does. */
export async function nextWaiting(payload: Payload, req?: PayloadRequest): Promise<ErasureRow | null> {
  const { docs } = await payload.db.find({
    collection: erasures as CollectionSlug,
    where: { and: [{ settled: { equals: true } }, { number: { equals: 0 } }] },
    sort: ['at', 'id'],
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0] ? asRow(docs[0] as unknown as Stored) : null
}

export async function setRow(
  payload: Payload,
  key: string,
  data: Record<string, unknown>,
  req?: PayloadRequest,
): Promise<void> {
  await payload.db.updateOne({
    collection: erasures as CollectionSlug,
    where: { id: { equals: key } },
    data,
    options: { atomic: true },
    req,
  } as unknown as Parameters<Payload['db']['updateOne']>[0])
}

/** Makes a row this line of the ledger: what its hash is made of, too, for one that was erased again later. */
export const giveNumber = (
  payload: Payload,
  key: string,
  { lineage, number, at, reason, previous, hash }: Line,
  req?: PayloadRequest,
): Promise<void> => setRow(payload, key, { lineage, number, at, reason, previous, hash }, req)
