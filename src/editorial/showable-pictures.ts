import type { Payload } from 'payload'
import { pictureMayBeShown } from '../privacy/consent.js'
import { everyRow, withIds } from '../shared/every-row.js'
import { consentOf } from './snapshot.js'
import type { Write } from './together.js'
import type { Snapshot } from './working-document.js'

const pictureDecidedAt = ({ decidedAt, picturesDecidedAt }: Snapshot, id: string): string =>
  picturesDecidedAt?.[id] ?? decidedAt

/**
 * When the pictures were decided on that a correction leaves as they were: it decides on its own edits, and brings back
 * nothing whose consent has ended since. One that it names is decided on anew, if it may be shown now.
 */
export async function picturesDecided(
  payload: Payload,
  before: Snapshot,
  kept: string[],
  named: boolean,
  now: Date,
  write: Write,
): Promise<Record<string, string>> {
  const known = kept.filter((id) => id in before.copies.pictures)
  const rows = named ? await everyRow(payload, 'media', withIds(known), write) : []
  const anew = new Set(
    rows
      .filter((row) => pictureMayBeShown(consentOf(row), now.toISOString(), now))
      .map((row) => String(row.id)),
  )
  return Object.fromEntries(
    known.filter((id) => !anew.has(id)).map((id) => [id, pictureDecidedAt(before, id)]),
  )
}

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
      .filter((row) => pictureMayBeShown(consentOf(row), pictureDecidedAt(snapshot, String(row.id)), now))
      .map((row) => String(row.id)),
  )
  const pictures = Object.fromEntries(known.filter(([id]) => shown.has(id)))
  return { ...snapshot, copies: { ...snapshot.copies, pictures } }
}
