import { randomUUID } from 'node:crypto'
import type { CollectionSlug, Payload, PayloadRequest } from 'payload'

/**
 * Writes a new word in a row, so that of two transactions that both rest on what they counted below it, in whichever
 * processes they run, only one commits and the other counts anew. Snapshots alone would let both through (write skew).
 */
export async function takeTurn(
  payload: Payload,
  collection: 'organisations' | 'municipalities',
  id: string,
  write: PayloadRequest,
): Promise<void> {
  await payload.db.updateOne({
    collection: collection as CollectionSlug,
    where: { id: { equals: id } },
    data: { turn: randomUUID() },
    req: write,
  })
}
