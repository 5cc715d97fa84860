import type { EventContent } from '../../calendar/event-content.js'
import { queueKeys, waitsFor, type WaitingReason } from '../../moderation/queue.js'
import type { Columns } from '../compare-and-set.js'
import type { ModeratedKind, WorkingDocument } from '../working-document.js'

/**
 * Columns by which editors' lists find and order documents without reading them: the queue, what is public, and what
 * went out with nobody having looked at it. Written with every change of the row itself, so they cannot fall behind.
 */
export interface ListColumns {
  waitsFor: WaitingReason | null
  queueStart: string | null
  queueSince: string | null
  flagged: boolean
  claimedBy: string | null
  claimedUntil: string | null
  /** `|id|id|`: one text, since a list of relations lies in a table of its own on SQLite. */
  categoryKeys: string
  /** `{instant} {id}` of the last change of what is public. */
  changedKey: string | null
  /** `{instant} {id}` of the start of an event, or of when a post went out. */
  dateKey: string | null
  /** `{instant} {id}` of when it went out unreviewed; null once somebody looked at it. */
  unreviewedKey: string | null
  /** Of an approved organisation: `{instant} {id}` of its last confirmation. */
  confirmKey?: string | null
}

/** The row as it will be, with the columns as they were. */
type After = Pick<
  WorkingDocument,
  'state' | 'publication' | 'workflow' | 'listedForReview' | 'content' | 'submittedAt' | 'life'
> &
  Partial<ListColumns> & { startsAt?: string | null; confirmedAt?: string | null }

interface Change {
  kind: ModeratedKind
  /** What makes the keys unique: the id, or for a row that has none yet any unique text. */
  unique: string
  at: string
  /** Whether a finding marks it; undefined leaves the mark as it is. */
  flagged?: boolean
  /** What is public became otherwise. */
  publicChanged: boolean
  /** `out`: it went out, or changed in public, unreviewed. `seen`: a person decided about it. */
  unreviewed: 'keep' | 'out' | 'seen'
}

export function listColumns(after: After, change: Change): ListColumns & Columns {
  const { at, unique } = change
  const key = (instant: string | null | undefined) => (instant ? `${toInstant(instant)} ${unique}` : null)
  const reason = waitsFor({ ...after, appeal: after.workflow.appeal })
  const waited = after.waitsFor === reason ? after.queueSince?.slice(0, at.length) : undefined
  const since = reason === 'afterwards' ? (waited ?? at) : (after.submittedAt ?? waited ?? at)
  const keys = reason
    ? queueKeys(unique, after.startsAt ?? null, since)
    : { queueStart: null, queueSince: null }
  const erased = after.state === 'erased'
  const shown = after.publication !== 'none' && !erased
  const categories = (after.content as EventContent | null)?.categories ?? []
  const unreviewed = { keep: after.unreviewedKey ?? null, out: key(at), seen: null }[change.unreviewed]
  return {
    waitsFor: reason,
    ...keys,
    flagged: reason !== null && (change.flagged ?? after.flagged ?? false),
    claimedBy: after.workflow.claimedBy,
    claimedUntil: after.workflow.claimedUntil,
    categoryKeys: erased || categories.length === 0 ? '' : `|${categories.join('|')}|`,
    changedKey: !shown ? null : change.publicChanged ? key(at) : (after.changedKey ?? key(at)),
    dateKey: !shown
      ? null
      : change.publicChanged || !after.dateKey
        ? key(dateOf(change, after))
        : after.dateKey,
    unreviewedKey: shown ? unreviewed : null,
    ...(change.kind === 'organisation'
      ? { confirmKey: after.life === 'approved' && !erased ? key(after.confirmedAt) : null }
      : {}),
  }
}

/** The date by which people look for it. */
const dateOf = ({ kind, at }: Change, { workflow, startsAt }: After): string =>
  (kind === 'post' ? workflow.publicSince : startsAt) ?? at

const toInstant = (value: string): string => new Date(value).toISOString()
