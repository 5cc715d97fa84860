import type { Payload, TypedUser, Where } from 'payload'
import type { QueueReason, QueueRow } from '../../moderation/queue.js'
import { confirmationDue } from '../../moderation/queue.js'
import { idOf } from '../../shared/reference.js'
import { withIds } from '../../shared/every-row.js'
import { readWentOut } from './went-out.js'
import { collectionOf, type ModeratedKind } from '../working-document.js'

/** The loaded account that reads; its own rights apply. */
export type Reader = TypedUser

/** A document as editors' lists read it: scalars of the main table only. */
export type FoundRow = Record<string, unknown> & { id: string }

const shared = {
  municipality: true,
  state: true,
  publication: true,
  revision: true,
  submittedAt: true,
  dueAt: true,
  startsAt: true,
  waitsFor: true,
  queueStart: true,
  queueSince: true,
  flagged: true,
  claimedBy: true,
  claimedUntil: true,
  changedKey: true,
  dateKey: true,
  unreviewedKey: true,
} as const
const written = { title: true, organisation: true, language: true }

export const columnsOf: Record<ModeratedKind, Record<string, true>> = {
  event: { ...shared, ...written, allDay: true, zone: true },
  post: { ...shared, ...written, pinned: true },
  organisation: { ...shared, name: true, life: true, confirmedAt: true, confirmKey: true, trust: true },
} as Record<ModeratedKind, Record<string, true>>

/**
 * Reads documents for a list as this account, in the order of one key. What the account may not see is not
 * there; the columns of the lists are open to this door only.
 */
export async function findForList(
  payload: Payload,
  kind: ModeratedKind,
  where: Where,
  { sort, limit, select = columnsOf[kind] }: { sort: string; limit: number; select?: Record<string, true> },
  user: Reader,
): Promise<FoundRow[]> {
  const { docs } = await payload.find({
    collection: collectionOf[kind] as 'events',
    where,
    // MongoDB's adapter would add an order of its own behind one that it does not know to be unique.
    sort: sort.startsWith('-') ? [sort, '-createdAt'] : [sort, 'createdAt'],
    limit,
    pagination: false,
    depth: 0,
    select: select as never,
    overrideAccess: false,
    user,
    context: { readsQueue: true },
  })
  return docs as unknown as FoundRow[]
}

type Titled = { id: string; name?: string | null; roleTitle?: string | null }

/** The names of organisations, as this account may read them. */
export async function organisationNames(
  payload: Payload,
  ids: readonly (string | null)[],
  user: Reader,
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))]
  if (wanted.length === 0) return new Map()
  const { docs } = await payload.find({
    collection: 'organisations' as 'events',
    where: withIds(wanted),
    limit: wanted.length,
    pagination: false,
    depth: 0,
    select: { name: true } as never,
    overrideAccess: false,
    user,
  })
  return new Map((docs as unknown as Titled[]).map(({ id, name }) => [String(id), name ?? '']))
}

/**
 * What accounts are called to others. Read as the system: a role title is what its holder shows, and the accounts
 * themselves are closed to colleagues.
 */
export async function roleTitles(
  payload: Payload,
  ids: readonly (string | null)[],
): Promise<Map<string, string | null>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))]
  if (wanted.length === 0) return new Map()
  const { docs } = await payload.db.find<Titled>({
    collection: 'accounts',
    where: withIds(wanted),
    limit: wanted.length,
    pagination: false,
    select: { roleTitle: true },
  })
  return new Map(docs.map(({ id, roleTitle }) => [String(id), roleTitle || null]))
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const instant = (value: unknown): string | null =>
  value === null || value === undefined || value === '' ? null : new Date(value as string).toISOString()

/** Found documents as lines, with the names that they need. */
export async function asRows(
  payload: Payload,
  found: readonly { kind: ModeratedKind; row: FoundRow; reason: QueueReason }[],
  { now, user }: { now: Date; user: Reader },
): Promise<QueueRow[]> {
  const names = await organisationNames(
    payload,
    found.map(({ row }) => idOf(row.organisation)),
    user,
  )
  const claims = found.map(({ row }) => {
    const until = instant(row.claimedUntil)
    return text(row.claimedBy) && until && new Date(until) > now ? { by: String(row.claimedBy), until } : null
  })
  const titles = await roleTitles(
    payload,
    claims.map((claim) => claim?.by ?? null),
  )
  const out = await readWentOut(payload, found)
  return found.map(({ kind, row, reason }, index) => {
    const id = String(row.id)
    const organisation = kind === 'organisation' ? id : idOf(row.organisation)
    const own = text(row.name) ?? ''
    const claim = claims[index]
    return {
      kind,
      collection: collectionOf[kind],
      id,
      title: text(row.title) ?? text(row.name),
      organisation: organisation
        ? { id: organisation, name: kind === 'organisation' ? own : (names.get(organisation) ?? '') }
        : null,
      reason,
      change: row.publication === 'live' || row.publication === 'scheduled',
      state: row.state as QueueRow['state'],
      publication: String(row.publication ?? 'none'),
      revision: Number(row.revision),
      language: text(row.language),
      startsAt: instant(row.startsAt),
      allDay: row.allDay === true,
      zone: text(row.zone),
      since:
        reason === 'confirmation'
          ? confirmationDue(String(instant(row.confirmedAt)))
          : (text(row.queueSince)?.split(' ')[0] ?? instant(row.submittedAt)),
      dueAt: instant(row.dueAt),
      flagged: row.flagged === true,
      wentOut: out.get(id) ?? null,
      claim: claim
        ? { by: titles.get(claim.by) ?? null, until: claim.until, mine: claim.by === String(user.id) }
        : null,
    }
  })
}
