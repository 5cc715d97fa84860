import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'
import { beforeFirst, lineAfter, type Place } from '../../privacy/erasure/ledger-line.js'
import type { Known, Standing } from '../../privacy/erasure/ledger-verdict.js'
import type { Write } from '../together.js'
import { erasures, rowsOf } from './erasure-rows.js'

const collection = 'ledger-standings' as CollectionSlug
/** There is one. */
const id = 'ledger'

type Stored = Record<string, unknown> & { id: string }

/** Where the database stands in the ledger; null where it stands in none yet. */
export async function standingOf(payload: Payload, req?: PayloadRequest): Promise<Standing | null> {
  const row = await payload.db.findOne<Stored>({ collection, where: { id: { equals: id } }, req })
  return (
    row && {
      lineage: String(row.lineage),
      number: Number(row.number),
      hash: String(row.hash ?? ''),
      known: (row.known ?? {}) as Known,
      copied: Number(row.copied ?? 0),
    }
  )
}

/** Moves on, if nobody has moved meanwhile; whether it did. */
export async function moveStanding(
  payload: Payload,
  { lineage, number }: Place,
  data: Partial<Standing>,
  write: Write,
): Promise<boolean> {
  const where: Where = {
    and: [{ id: { equals: id } }, { lineage: { equals: lineage } }, { number: { equals: number } }],
  }
  const row = await payload.db.updateOne({
    collection,
    where,
    data,
    options: { atomic: true },
    req: write,
  } as unknown as Parameters<Payload['db']['updateOne']>[0])
  return row !== null && row !== undefined
}

/** What the file is seen to have, of one lineage. */
export async function setCopied(payload: Payload, { lineage }: Place, copied: number): Promise<void> {
  await payload.db.updateOne({
    collection,
    where: { and: [{ id: { equals: id } }, { lineage: { equals: lineage } }] },
    data: { copied },
    options: { atomic: true },
  } as unknown as Parameters<Payload['db']['updateOne']>[0])
}

/**
 * Goes on in a lineage of its own, which knows all that was before it. `from`: where the database stands, null where it
 * stands nowhere. The first line of the lineage is written with it, so that whoever else holds a copy sees that it was
 * begun. False where another process was quicker.
 */
export async function beginLineage(
  payload: Payload,
  { lineage, from, known, at }: { lineage: string; from: Standing | null; known: Known; at: string },
  write: Write,
): Promise<boolean> {
  const line = lineAfter(beforeFirst(lineage), {
    ...{ kind: 'begin', id: from?.lineage ?? 'none', at, reason: null },
  })
  const data = { lineage, number: line.number, hash: line.hash, known, copied: 0 }
  if (from) {
    if (!(await moveStanding(payload, from, data, write))) return false
  } else {
    if (await standingOf(payload, write)) return false
    await payload.db.create({ collection, data: { id, ...data } as never, req: write })
  }
  const key = `begin ${lineage}`
  if ((await rowsOf(payload, { id: { equals: key } }, write)).length > 0) return true
  const { id: document, ...row } = line
  await payload.db.create({
    collection: erasures as CollectionSlug,
    data: { ...row, id: key, document, settled: true } as never,
    req: write,
  })
  return true
}
