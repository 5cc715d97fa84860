import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { everyRow, withIds } from '../shared/every-row.js'
import { canonical, contentFields, contentOf } from './content.js'
import { referencesIn, withoutLost } from './field-shapes.js'
import type { Write } from './together.js'
import { collectionOf, type Content, type ModeratedKind, type WorkingDocument } from './working-document.js'

/**
 * Makes the native fields (relations, lists, rich text) show what the `content` column holds. They are its editable
 * view; the column is the truth, and keeps a reference that they cannot show because what it names is gone.
 */
export async function writeNative(
  payload: Payload,
  kind: ModeratedKind,
  document: Pick<WorkingDocument, 'id' | 'content'>,
  write: Write,
): Promise<void> {
  const content = await showable(payload, kind, document.content ?? contentOf(kind, {}), write)
  const data = Object.fromEntries(
    contentFields[kind].map((field) => [field, withRowIds(field, (content as never)[field] ?? null)]),
  )
  // Straight to the database: hooks are for people's saves, and the workflow columns must stay as they are.
  await payload.db.updateOne({
    collection: collectionOf[kind],
    where: { id: { equals: document.id } },
    data,
    req: write,
    returning: false,
  })
}

/**
 * The content without the references to rows that are gone. A relational database takes none of those, and a document
 * whose native fields could not be written would never get any further: not even taken down.
 */
async function showable(
  payload: Payload,
  kind: ModeratedKind,
  content: Content,
  write: Write | undefined,
): Promise<Content> {
  const fields = payload.collections[collectionOf[kind]]!.config.flattenedFields
  const row = content as unknown as Record<string, unknown>
  const wanted = new Map<string, string[]>()
  for (const { collection, ids } of referencesIn(fields, row))
    wanted.set(collection, [...(wanted.get(collection) ?? []), ...ids])
  const there = new Set<string>()
  for (const [collection, ids] of wanted) {
    if (ids.length === 0) continue
    const rows = await everyRow(payload, collection, withIds([...new Set(ids)]), write)
    for (const { id } of rows) there.add(`${collection} ${id}`)
  }
  const shown = withoutLost(fields, row, (collection, id) => !there.has(`${collection} ${id}`))
  return shown as unknown as Content
}

/** Rows of the two list fields carry ids of their own, which Payload would otherwise give them. */
const withRowIds = (field: string, value: unknown) =>
  (field === 'translations' || field === 'overrides') && Array.isArray(value)
    ? value.map((row: object) => ({ ...row, id: randomBytes(12).toString('hex') }))
    : value

/** Whether the native fields say something else than the content column (a process died between the two). */
export function nativeDiffers(
  kind: ModeratedKind,
  row: Record<string, unknown>,
  canonical: (value: unknown) => string,
) {
  return (
    row.content !== null &&
    row.content !== undefined &&
    canonical(contentOf(kind, row)) !== canonical(row.content)
  )
}

/** Whether they could say more of it than they do: what it names may be gone. */
export async function nativeNeedsRepair(
  payload: Payload,
  kind: ModeratedKind,
  row: Record<string, unknown>,
): Promise<boolean> {
  if (!nativeDiffers(kind, row, canonical)) return false
  const shown = await showable(payload, kind, row.content as Content, undefined)
  return canonical(contentOf(kind, row)) !== canonical(shown)
}
