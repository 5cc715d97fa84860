import type { Payload } from 'payload'
import { isPictureUsed } from './picture-uses.js'
import { municipalitySlug } from './registers.js'
import { referencesOf } from './snapshot.js'
import type { Write } from './together.js'
import type { Content, ModeratedKind, WorkingDocument } from './working-document.js'

type Row = Record<string, unknown> & { id: string }

/** Pictures of earlier revisions, read before those are destroyed. */
async function picturesOfHistory(
  payload: Payload,
  kind: ModeratedKind,
  document: WorkingDocument,
  write: Write,
) {
  const { docs } = await payload.db.find<Row>({
    collection: 'revisions',
    where: { document: { equals: document.id } },
    limit: 1000,
    pagination: false,
    req: write,
  })
  return [
    ...new Set(
      docs.flatMap((row) => (row.content ? referencesOf(kind, row.content as Content).pictures : [])),
    ),
  ]
}

/** Destroys what an erased document leaves behind: history, words in notices, and pictures that nothing else uses. */
export async function eraseTraces(
  payload: Payload,
  kind: ModeratedKind,
  document: WorkingDocument,
  write: Write,
): Promise<void> {
  const pictures = await picturesOfHistory(payload, kind, document, write)
  const { municipality } = document
  const slug = await municipalitySlug(payload, municipality, write)
  for (const picture of pictures) {
    if (await isPictureUsed(payload, { id: picture, municipality, slug, except: document.id }, write))
      continue
    // Through Payload, which removes the files too. As the system: the decision to erase was taken by a person who may.
    await payload
      .delete({ collection: 'media', id: picture, overrideAccess: true, req: write })
      .catch((error: unknown) => {
        if ((error as { status?: number }).status !== 404) throw error
      })
  }
  const { docs } = await payload.db.find<Row>({
    collection: 'notices',
    where: { document: { equals: document.id } },
    limit: 1000,
    pagination: false,
    req: write,
  })
  for (const notice of docs) {
    await payload.db.updateOne({
      collection: 'notices',
      where: { id: { equals: notice.id } },
      data: { title: null, message: null, changes: null },
      req: write,
    })
  }
  await payload.db.deleteMany({
    collection: 'revisions',
    where: { document: { equals: document.id } },
    req: write,
  })
}
