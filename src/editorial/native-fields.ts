import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { contentFields, contentOf } from './content.js'
import type { Write } from './together.js'
import { collectionOf, type ModeratedKind, type WorkingDocument } from './working-document.js'

/**
 * Makes the native fields (relations, lists, rich text) show what the `content` column holds. They are its editable
 * view; the column is the truth.
 */
export async function writeNative(
  payload: Payload,
  kind: ModeratedKind,
  document: WorkingDocument,
  write: Write,
): Promise<void> {
  const content = document.content ?? contentOf(kind, {})
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
