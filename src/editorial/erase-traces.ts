import type { Payload } from 'payload'
import { everyRow } from '../shared/every-row.js'
import { eraseName } from './erase-name.js'
import { eraseOwnPlaces } from './erase-own-places.js'
import { isPictureUsed } from './picture-uses.js'
import { municipalitySlug } from './registers.js'
import { referencesOf } from './snapshot.js'
import type { Write } from './together.js'
import type { Content, ModeratedKind, WorkingDocument } from './working-document.js'

/** Pictures of earlier revisions, read before those are destroyed. */
async function picturesOfHistory(
  payload: Payload,
  kind: ModeratedKind,
  document: WorkingDocument,
  write: Write,
) {
  const rows = await everyRow(payload, 'revisions', { document: { equals: document.id } }, write)
  return [
    ...new Set(
      rows.flatMap((row) => (row.content ? referencesOf(kind, row.content as Content).pictures : [])),
    ),
  ]
}

/** Destroys what a document was before, and what was told of it in words: of an erased one, and of a draft that was deleted. */
export async function eraseWords(
  payload: Payload,
  document: Pick<WorkingDocument, 'id'>,
  write: Write,
): Promise<void> {
  const of = { document: { equals: document.id } }
  for (const notice of await everyRow(payload, 'notices', of, write)) {
    await payload.db.updateOne({
      collection: 'notices',
      where: { id: { equals: notice.id } },
      data: { title: null, message: null, changes: null },
      req: write,
    })
  }
  await payload.db.deleteMany({ collection: 'revisions', where: of, req: write })
}

/**
 * Takes a contact out of what an event was before, and out of what was told of its changes: whoever takes back the
 * consent to be named is named nowhere. May be done again.
 */
export async function eraseContact(
  payload: Payload,
  document: Pick<WorkingDocument, 'id'>,
  write: Write,
  /** The last revision of which it is taken out; without one, all are. */
  until = Infinity,
): Promise<void> {
  const of = { document: { equals: document.id } }
  const change = (collection: 'revisions' | 'notices', id: unknown, data: Record<string, unknown>) =>
    payload.db.updateOne({ collection, where: { id: { equals: id as string } }, data, req: write })
  for (const { id, content, revision } of await everyRow(payload, 'revisions', of, write))
    if (Number(revision) <= until && (content as { contact?: unknown } | null)?.contact)
      await change('revisions', id, { content: { ...(content as object), contact: null } })
  for (const { id, changes } of await everyRow(payload, 'notices', of, write)) {
    if (!Array.isArray(changes)) continue
    const kept = (changes as { field: string }[]).filter(({ field }) => field.split('.')[0] !== 'contact')
    if (kept.length < changes.length) await change('notices', id, { changes: kept })
  }
}

/**
 * Destroys what an erased document leaves behind: history, words in notices and its name on others, and marks the pictures that nothing
 * else uses; `discardPictures` deletes those once this is committed. The caller holds the municipality's lock, so that
 * nobody writes back a picture's row as it was before the mark.
 */
export async function eraseTraces(
  payload: Payload,
  kind: ModeratedKind,
  document: WorkingDocument,
  write: Write,
): Promise<void> {
  if (kind === 'event') await eraseOwnPlaces(payload, document, write)
  if (kind === 'organisation') await eraseName(payload, document, write)
  const pictures = await picturesOfHistory(payload, kind, document, write)
  const { municipality } = document
  const slug = await municipalitySlug(payload, municipality, write)
  for (const picture of pictures) {
    if (await isPictureUsed(payload, { id: picture, municipality, slug, except: document.id }, write))
      continue
    await payload.db.updateOne({
      collection: 'media',
      where: { id: { equals: picture } },
      data: { discarded: true },
      req: write,
    })
  }
  await eraseWords(payload, document, write)
}
