import type { Payload } from 'payload'
import { collectionOf, type ModeratedKind, type WorkingDocument } from './working-document.js'
import type { Write } from './together.js'

/** Columns that moderation writes; scalars and JSON of the main table, so that one statement carries them all. */
export type Columns = Partial<
  Pick<
    WorkingDocument,
    | 'state'
    | 'publication'
    | 'revision'
    | 'content'
    | 'approvedSnapshot'
    | 'announcements'
    | 'workflow'
    | 'pending'
    | 'outbox'
    | 'outboxCause'
    | 'clockAt'
    | 'pinned'
    | 'listedForReview'
    | 'submittedAt'
    | 'dueAt'
    | 'life'
  >
> & {
  startsAt?: string | null
  waitsFor?: string | null
  queueStart?: string | null
  queueSince?: string | null
  flagged?: boolean
  claimedBy?: string | null
  claimedUntil?: string | null
  categoryKeys?: string
  changedKey?: string | null
  dateKey?: string | null
  unreviewedKey?: string | null
  confirmKey?: string | null
  confirmedAt?: string | null
  lifeMessage?: string | null
  applicationReference?: string | null
  organisationNumber?: string | null
  registerReference?: string | null
}

/**
 * The commit point: writes the columns if the document is still as it was read (same revision, same outbox) and says
 * whether it was. Exactly one of several writers at once gets `true`.
 */
export async function compareAndSet(
  payload: Payload,
  kind: ModeratedKind,
  seen: Pick<WorkingDocument, 'id' | 'revision' | 'outboxCause'>,
  columns: Columns,
  write: Write,
): Promise<boolean> {
  const row = await payload.db.updateOne({
    collection: collectionOf[kind],
    where: {
      and: [
        { id: { equals: seen.id } },
        { revision: { equals: seen.revision } },
        { outboxCause: { equals: seen.outboxCause } },
      ],
    },
    data: { ...columns, updatedAt: new Date().toISOString() },
    options: { atomic: true },
    req: write,
  } as Parameters<Payload['db']['updateOne']>[0])
  return row !== null && row !== undefined
}
