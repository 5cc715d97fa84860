import type { Payload } from 'payload'
import type { Announcements, EventContent } from '../calendar/event-content.js'
import type { PostContent } from '../community/post-content.js'
import type { OutRecord } from '../moderation/went-out.js'
import type { WaitingReason } from '../moderation/queue.js'
import type { Action, ModeratedKind, WorkflowState } from '../moderation/states.js'
import type { Statement } from '../moderation/statement.js'
import type { ProfileContent } from '../organisations/profile-content.js'
import type { PictureFacts, PlaceFacts } from '../publication/public-data.js'
import type { PublicationState } from '../publication/publication.js'
import type { Address } from './notices/tell.js'
import type { Objection } from './objection.js'
import type { Write } from './together.js'
import { idAlways } from '../shared/reference.js'

export { moderatedKinds, type ModeratedKind } from '../moderation/states.js'
export const collectionOf = { event: 'events', post: 'posts', organisation: 'organisations' } as const
export const isModerated = (collection: string): boolean =>
  (Object.values(collectionOf) as string[]).includes(collection)
export const surfaceOf = { event: 'calendar', post: 'community', organisation: null } as const

export type Content = EventContent | PostContent | ProfileContent

/** Words and pictures that belong to others, as they were when it was decided. */
export interface Copies {
  organisation: { id: string; name: string }
  coOrganisers: { id: string; name: string }[]
  places: Record<string, PlaceFacts>
  pictures: Record<string, PictureFacts>
  /** Category id → code. */
  categories: Record<string, string>
}

export interface Snapshot {
  content: Content
  copies: Copies
  revision: number
  decidedAt: string
  /** When pictures were decided on that a later correction of something else has left as they were, by id. */
  picturesDecidedAt?: Record<string, string>
}

/** Who did what when, as far as decisions depend on it. Instants in UTC; accounts by id. */
export interface WorkflowRecord extends OutRecord {
  savedBy: string | null
  submittedBy: string | null
  submittedRevision: number | null
  /** What the author wrote to the editors when submitting. */
  submitMessage: string | null
  decidedBy: string | null
  decision: Action | null
  decidedAt: string | null
  message: string | null
  reason: string | null
  explanation: string | null
  /** The objection that stands: no later decision about something else takes its words. */
  objection: Objection | null
  /** Last approval by a person, and last reject, request-changes, withdraw or remove by an editor. */
  approvedAt: string | null
  objectedAt: string | null
  approvedByRule: 'mode-post' | 'trust' | null
  appeal: null | 'open' | 'decided'
  /** The newest reject or remove that may still be appealed against. */
  appealable: null | 'reject' | 'remove'
  /** Who took that decision and when, whatever has been decided beside it since. */
  refusedBy: string | null
  refusedAt: string | null
  /** Whether the content was written by an editor for the organisation. */
  enteredOnBehalf: boolean
  appealMessage: string | null
  claimedBy: string | null
  claimedUntil: string | null
  everPublic: boolean
  /** When it went out, and when anew after it was gone: what the time of a post is counted from. */
  publicSince: string | null
  pinnedAt: string | null
  /** Of an organisation: the last step in its life (approved, declined, suspended, left …). Null for those taken before this was kept. */
  lifeAt: string | null
  /** Fields in which an editor has accepted what looks like an identity number, until they are changed. */
  acceptedNumbers: string[]
}

export const freshRecord: WorkflowRecord = {
  savedBy: null,
  submittedBy: null,
  submittedRevision: null,
  submitMessage: null,
  decidedBy: null,
  decision: null,
  decidedAt: null,
  message: null,
  reason: null,
  explanation: null,
  objection: null,
  approvedAt: null,
  objectedAt: null,
  approvedByRule: null,
  appeal: null,
  appealable: null,
  refusedBy: null,
  refusedAt: null,
  enteredOnBehalf: false,
  appealMessage: null,
  claimedBy: null,
  claimedUntil: null,
  everPublic: false,
  publicSince: null,
  pinnedAt: null,
  lifeAt: null,
  acceptedNumbers: [],
}

/** What a decision still has to bring about; committed with it. */
export interface Outbox {
  cause: string
  action: string
  at: string
  actor: string | null
  /** Number of the second-factor device that the actor had shown; 0 a recovery code, null none. */
  device: number | null
  revision: number
  from: string
  to: string
  /** Whether the publication is written anew from the snapshot and the row's publication state. */
  publication: boolean
  reason: string | null
  explanation: string | null
  message: string | null
  /** Of a decision that a rule took: mode or trust. */
  rule: string | null
  automated: boolean
  /** Why an editor let an identity number stand. */
  override: string | null
  /** Of a decision that takes something away. */
  statement: Statement | null
  /** Whether this revision's content belongs into `revisions`, and into the native fields. */
  keepRevision: boolean
  rewriteNative: boolean
  /** Whether a person at the municipality decided on this content: its places may be shown in the public register. */
  opensPlaces: boolean
  /** Those who get a notice. */
  tell: Address[]
  changes: { field: string; before: unknown; after: unknown }[] | null
  /** A held decision that this sets aside, as the log tells it. */
  voids?: Outbox | null
}

/** A decision that waits (`hold`): carried out by the clock unless undone. */
export interface Pending {
  decision: string
  action: Action
  input: Record<string, unknown>
  revision: number
  actor: string
  device: number | null
  effectiveAt: string
  /** When the clock had to look at the document before this was held; null for never. */
  lookAfter?: string | null
}

export interface WorkingDocument {
  id: string
  municipality: string
  organisation: string
  state: WorkflowState
  publication: PublicationState
  revision: number
  content: Content | null
  approvedSnapshot: Snapshot | null
  announcements: Announcements | null
  workflow: WorkflowRecord
  pending: Pending | null
  outbox: Outbox | null
  outboxCause: string
  clockAt: string | null
  pinned: boolean
  listedForReview: boolean
  submittedAt: string | null
  dueAt: string | null
  /** Of an event: when it starts, or starts next. */
  startsAt?: string | null
  /** Columns of editors' lists; see `ListColumns`. */
  waitsFor?: WaitingReason | null
  queueStart?: string | null
  queueSince?: string | null
  flagged?: boolean
  changedKey?: string | null
  unreviewedKey?: string | null
  createdAt: string
  /** Organisations only. */
  life?: string
  kind?: string
  organisationNumber?: string | null
  confirmedAt?: string | null
}

/** The document as it is stored now, hidden columns included; null when there is none. */
export async function loadWorkingDocument(
  payload: Payload,
  kind: ModeratedKind,
  id: string,
  write?: Write,
): Promise<WorkingDocument | null> {
  const row = await payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: collectionOf[kind],
    where: { id: { equals: id } },
    req: write,
  })
  return row ? asWorkingDocument(kind, row) : null
}

/** The municipality of a document, which never changes, without loading the rest; null when there is no document. */
export async function municipalityOf(
  payload: Payload,
  kind: ModeratedKind,
  id: string,
): Promise<string | null> {
  const row = await payload.db.findOne<{ id: string; municipality: unknown }>({
    collection: collectionOf[kind],
    where: { id: { equals: id } },
    select: { municipality: true },
  })
  return row ? idAlways(row.municipality) : null
}

/** What may never have been written; MongoDB leaves it out of the row, and SQLite says null. */
const perhapsUnwritten = [
  'content',
  'approvedSnapshot',
  'announcements',
  'pending',
  'outbox',
  'clockAt',
  'submittedAt',
  'dueAt',
] as const

export function asWorkingDocument(kind: ModeratedKind, row: Record<string, unknown>): WorkingDocument {
  return {
    ...(row as unknown as WorkingDocument),
    ...Object.fromEntries(perhapsUnwritten.map((column) => [column, row[column] ?? null])),
    id: String(row.id),
    municipality: idAlways(row.municipality),
    organisation: kind === 'organisation' ? String(row.id) : idAlways(row.organisation),
    workflow: { ...freshRecord, ...((row.workflow as object | null) ?? {}) },
    outboxCause: (row.outboxCause as string | null) ?? '',
    pinned: row.pinned === true,
    listedForReview: row.listedForReview === true,
  }
}
