import type { Where } from 'payload'
import {
  confirmedBefore,
  keyWithin,
  type QueueReason,
  queueReasons,
  soonDays,
  waitingReasons,
} from '../../moderation/queue.js'
import type { QueueFilters, QueueSurface } from '../../moderation/queue-filters.js'
import type { QueuePart } from '../../moderation/queue-place.js'
import type { Actor } from '../../tenancy/actor.js'
import { decidesOnOrganisations, isEditorOf } from '../../tenancy/membership.js'
import { type ModeratedKind, moderatedKinds, surfaceOf } from '../working-document.js'

/**
 * One collection read in one order from an index: the queue is several of these, merged. Whatever their number, each is
 * read only as far as the page needs.
 */
export interface Stream {
  kind: ModeratedKind
  /** The column whose order this is; its value is where a page ends. */
  key: 'queueStart' | 'queueSince' | 'confirmKey'
  where: Where[]
}

/** What an editor decides about in one municipality. */
export interface Remit {
  municipality: string
  kinds: readonly ModeratedKind[]
  reasons: readonly QueueReason[]
}

export interface Asked extends Remit {
  filters: QueueFilters
  account: string
  now: Date
}

/** The remit of an account; what it cannot decide about would only stand in its way. */
export function remitOf(actor: Actor, municipality: string): Remit {
  const mayApprove = decidesOnOrganisations(actor, municipality)
  return {
    municipality,
    kinds: moderatedKinds.filter((kind) => isEditorOf(actor, municipality, surfaceOf[kind])),
    reasons: queueReasons.filter((reason) => mayApprove || reason !== 'application'),
  }
}

/** The end of "soon" as a key; a page further on keeps the one of the first page. */
export const soonAt = (now: Date): string => keyWithin(now, soonDays)

const equal = (field: string, value: unknown): Where => ({ [field]: { equals: value } })

const kindOn: Record<QueueSurface, ModeratedKind> = {
  calendar: 'event',
  community: 'post',
  organisations: 'organisation',
}

/** The streams of one part of the queue, with everything that narrows them; none where the filters leave nothing. */
export function streamsOf(part: QueuePart, soon: string, asked: Asked): Stream[] {
  const { filters, municipality, now } = asked
  const kinds = asked.kinds.filter((kind) => !filters.surface || kindOn[filters.surface] === kind)
  const home = equal('municipality', municipality)
  if (part === 'confirmations') {
    const other = filters.reason !== null && filters.reason !== 'confirmation'
    if (other || !kinds.includes('organisation') || narrowsToContent(filters)) return []
    if (filters.mine || filters.flagged) return []
    const overdue = [
      home,
      { confirmKey: { less_than: confirmedBefore(now) } },
      ...(filters.organisation ? [equal('id', filters.organisation)] : []),
    ]
    return [{ kind: 'organisation', key: 'confirmKey', where: overdue }]
  }
  if (filters.reason === 'confirmation') return []
  const within = filters.within === null ? null : keyWithin(now, filters.within)
  if (part === 'soon') {
    // Only events start.
    if (!kinds.includes('event')) return []
    const until = within !== null && within < soon ? within : soon
    const where = [home, { queueStart: { less_than_equal: until } }, ...narrowed('event', asked)]
    const reason = filters.reason ? [equal('waitsFor', filters.reason)] : []
    return [{ kind: 'event', key: 'queueStart', where: [...where, ...reason] }]
  }
  const later: Where[] = [
    { queueStart: { greater_than: soon } },
    ...(within === null ? [] : [{ queueStart: { less_than_equal: within } }]),
  ]
  const reasons = waitingReasons.filter(
    (reason) => asked.reasons.includes(reason) && (!filters.reason || filters.reason === reason),
  )
  return kinds
    .filter((kind) => !(kind === 'organisation' && narrowsToContent(filters)))
    .flatMap((kind) =>
      reasons
        .filter((reason) => kind === 'organisation' || reason !== 'application')
        .map((reason): Stream => ({
          kind,
          key: 'queueSince',
          where: [home, equal('waitsFor', reason), ...later, ...narrowed(kind, asked)],
        })),
    )
}

/** Organisations have neither category nor language, and never start. */
const narrowsToContent = ({ category, language, within }: QueueFilters): boolean =>
  category !== null || language !== null || within !== null

function narrowed(kind: ModeratedKind, { filters, account, now }: Asked): Where[] {
  const { organisation, category, language, flagged, mine } = filters
  return [
    ...(organisation ? [equal(kind === 'organisation' ? 'id' : 'organisation', organisation)] : []),
    // The id is checked to be one, so no sign in it means anything to a pattern.
    ...(category ? [{ categoryKeys: { contains: `|${category}|` } }] : []),
    ...(language ? [equal('language', language)] : []),
    ...(flagged ? [equal('flagged', true)] : []),
    ...(mine ? [equal('claimedBy', account), { claimedUntil: { greater_than: now.toISOString() } }] : []),
  ]
}
