import type { Payload } from 'payload'
import { pictureMayBeShown } from '../privacy/consent.js'
import { everyRow, withIds } from '../shared/every-row.js'
import { consentOf } from './snapshot.js'
import type { Write } from './together.js'
import type { Snapshot } from './working-document.js'

/**
 * The snapshot with those of its pictures that may be shown now. Whatever brings a snapshot before citizens (restoring,
 * going live, a lifted suspension, a correction) asks here, so that a picture whose consent has ended never comes back.
 */
export async function withShowablePictures(
  payload: Payload,
  snapshot: Snapshot,
  now: Date,
  write: Write,
): Promise<Snapshot> {
  const known = Object.entries(snapshot.copies.pictures)
  if (known.length === 0) return snapshot
  const rows = await everyRow(payload, 'media', withIds(known.map(([id]) => id)), write)
  const shown = new Set(
    rows
      .filter((row) => pictureMayBeShown(consentOf(row), snapshot.decidedAt, now))
      .map((row) => String(row.id)),
  )
  const pictures = Object.fromEntries(known.filter(([id]) => shown.has(id)))
  return { ...snapshot, copies: { ...snapshot.copies, pictures } }
}
