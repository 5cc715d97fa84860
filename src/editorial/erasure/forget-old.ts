import type { CollectionSlug, Payload } from 'payload'
import { forgottenBefore } from '../../privacy/erasure/erased.js'
import { erasures } from './erasure-rows.js'
import { ledgerOf } from './ledger-file.js'

/**
 * Forgets what was erased so long ago that no copy of the database is as old: the rows first, else they would be written
 * out anew where their file has gone. What waits for its number stays.
 */
export async function forgetOldErasures(payload: Payload, now: Date): Promise<void> {
  await payload.db.deleteMany({
    collection: erasures as CollectionSlug,
    where: {
      and: [{ number: { greater_than: 0 } }, { at: { less_than: forgottenBefore(now).toISOString() } }],
    },
  })
  await ledgerOf(payload).forgetOld(now)
}
