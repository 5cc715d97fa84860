import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import { erasureKey, type Erased } from '../../privacy/erasure/erased.js'
import { erasures, rowsOf, setRow } from './erasure-rows.js'
import { ledgerOf } from './ledger-file.js'

type What = Omit<Erased, 'reason'> & { reason?: string | null }

/**
 * Notes that something is erased, beside the erasure itself and in its transaction: where that is undone, so is this.
 * To be called once it is decided and can only be finished. Copied out to the ledger before anybody is answered; see
 * copy-out.ts. May be called again.
 */
export const noteErasure = (payload: Payload, what: What, req?: PayloadRequest): Promise<void> =>
  put(payload, what, true, req)

/**
 * Notes that a row is about to be deleted. Only `settleErasure` makes it a line of the ledger: on SQLite, which has no
 * transaction here, the deletion may fail between the two, and what is still there must not be taken for erased.
 */
export const noteAttempt = (payload: Payload, what: What, req?: PayloadRequest): Promise<void> =>
  put(payload, what, false, req)

/** The row that `noteAttempt` named is gone. */
export async function settleErasure(
  payload: Payload,
  what: Pick<Erased, 'kind' | 'id'>,
  req?: PayloadRequest,
): Promise<void> {
  await setRow(payload, erasureKey(what), { settled: true }, req)
  ledgerOf(payload).count()
}

async function put(payload: Payload, what: What, settled: boolean, req?: PayloadRequest): Promise<void> {
  const { kind, id, at, reason = null } = what
  const key = erasureKey(what)
  const [row] = await rowsOf(payload, { id: { equals: key } }, req)
  if (!row)
    await payload.db.create({
      collection: erasures as CollectionSlug,
      data: { id: key, kind, document: id, at, reason, settled, number: 0 } as never,
      req,
    })
  else if (!row.settled) await setRow(payload, key, { at, reason, settled }, req)
  if (settled) ledgerOf(payload).count()
}
