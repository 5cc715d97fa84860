import type { Payload } from 'payload'
import { wentOut, type WentOut } from '../../moderation/went-out.js'
import { withIds } from '../../shared/every-row.js'
import { announcedIn } from '../announced.js'
import {
  asWorkingDocument,
  collectionOf,
  type ModeratedKind,
  type WorkingDocument,
} from '../working-document.js'

type OutColumns = Pick<WorkingDocument, 'listedForReview' | 'unreviewedKey' | 'workflow' | 'announcements'>

/** What of a document is public and nobody at the municipality has looked at. */
export const outIn = (document: OutColumns): WentOut | null =>
  wentOut({
    unseen: document.listedForReview || Boolean(document.unreviewedKey),
    record: document.workflow,
    standing: announcedIn(document),
  })

const columns = {
  municipality: true,
  organisation: true,
  listedForReview: true,
  unreviewedKey: true,
  workflow: true,
  announcements: true,
} as const

interface Found {
  kind: ModeratedKind
  row: { id: string; waitsFor?: unknown; unreviewedKey?: unknown }
}

/**
 * The same for the lines of a list, by id. Of rows that the reader was let see already: read as the system, because the
 * record itself is closed, and nothing of it is handed on but which rule and which status.
 */
export async function readWentOut(payload: Payload, found: readonly Found[]): Promise<Map<string, WentOut>> {
  const unseen = found.filter(({ row }) => row.waitsFor === 'afterwards' || Boolean(row.unreviewedKey))
  const kinds = [...new Set(unseen.map(({ kind }) => kind))]
  const read = await Promise.all(
    kinds.map(async (kind) => {
      const ids = unseen.filter((one) => one.kind === kind).map(({ row }) => String(row.id))
      const { docs } = await payload.db.find<Record<string, unknown> & { id: string }>({
        collection: collectionOf[kind],
        where: withIds(ids),
        limit: ids.length,
        pagination: false,
        select: columns,
      })
      return docs.map((row) => [String(row.id), outIn(asWorkingDocument(kind, row))] as const)
    }),
  )
  return new Map(read.flat().flatMap(([id, out]) => (out ? [[id, out] as const] : [])))
}
