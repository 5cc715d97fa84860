import type { CollectionSlug, Payload } from 'payload'
import type { ErasedKind } from '../../privacy/erasure/erased.js'
import { everyRow, withIds } from '../../shared/every-row.js'
import { erasures, rowsOf, setRow } from './erasure-rows.js'
import { ledgerOf } from './ledger-file.js'

/** What is noted before its row is deleted, and where that row lies. */
const attempted: Partial<Record<ErasedKind, string>> = { account: 'accounts', media: 'media' }

/**
 * Finds out what became of deletions that were begun and not seen to end. What is gone is erased, and becomes a line of
 * the ledger. What is still there was not erased: `atStart`, when no deletion can be under way, its note goes. Run at
 * start and each minute.
 */
export async function resolveAttempts(payload: Payload, { atStart = false } = {}): Promise<void> {
  for (const row of await rowsOf(payload, { settled: { not_equals: true } })) {
    const collection = attempted[row.kind as ErasedKind]
    if (!collection) continue
    const [there] = await everyRow(payload, collection, withIds([row.id]))
    if (!there) {
      await setRow(payload, row.key, { settled: true })
      ledgerOf(payload).count()
    } else if (atStart)
      await payload.db.deleteMany({
        collection: erasures as CollectionSlug,
        where: { and: [{ id: { equals: row.key } }, { settled: { not_equals: true } }] },
      })
  }
}
