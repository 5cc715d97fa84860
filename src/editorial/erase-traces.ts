import type { Payload } from 'payload'
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

async function isUsedElsewhere(
  payload: Payload,
  picture: string,
  document: WorkingDocument,
  write: Write,
): Promise<boolean> {
  for (const [collection, field] of [
    ['events', 'pictures'],
    ['posts', 'pictures'],
    ['organisations', 'logo'],
    ['municipalities', 'logo'],
  ] as const) {
    const other = await payload.db.findOne<Row>({
      collection,
      where: { and: [{ [field]: { in: [picture] } }, { id: { not_equals: document.id } }] },
      req: write,
    })
    if (other) return true
  }
  const { docs } = await payload.db.find<Row>({
    collection: 'publications',
    where: { and: [{ state: { equals: 'live' } }, { organisation: { equals: document.organisation } }] },
    limit: 10_000,
    pagination: false,
    req: write,
  })
  return docs.some(
    (row) => String(row.id) !== document.id && (row.pictures as string[] | null)?.includes(picture),
  )
}

/** Destroys what an erased document leaves behind: history, words in notices, and pictures that nothing else uses. */
export async function eraseTraces(
  payload: Payload,
  kind: ModeratedKind,
  document: WorkingDocument,
  write: Write,
): Promise<void> {
  const pictures = await picturesOfHistory(payload, kind, document, write)
  for (const picture of pictures) {
    if (await isUsedElsewhere(payload, picture, document, write)) continue
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
