import type { Payload, Where } from 'payload'
import { addressOfStep } from '../../moderation/notices/next-steps.js'
import { nextStepOf } from '../../moderation/notices/happenings.js'
import {
  drawTogether,
  hasRead,
  inboxPage,
  mostCounted,
  type Inbox,
  type InboxNotice,
  type Readings,
} from '../../moderation/notices/inbox.js'
import { reasonLabel } from '../../moderation/reason-label.js'
import type { Labels } from '../../moderation/reasons.js'
import { DomainError, nothingHere } from '../../shared/errors.js'
import { idOf } from '../../shared/reference.js'
import type { Actor } from '../../tenancy/actor.js'
import { municipalitiesOf } from '../../tenancy/membership.js'
import type { Reader } from '../queue/queue-rows.js'
import { municipalityZone } from '../registers.js'
import { readingsOf, storeReadings } from './readings.js'
import { steppedAsideFrom } from './stepped-aside.js'

interface Row {
  id: string
  createdAt: string
  at: string | Date
  action?: string | null
  kind?: string | null
  document?: string | null
  title?: string | null
  message?: string | null
  reason?: string | null
  ground?: string | null
  rule?: string | null
  wording?: Partial<Labels> | null
  automated?: boolean | null
  changes?: InboxNotice['changes'] | null
  told?: string | null
  organisation?: unknown
}

/** Notices that this account may read, by its own rights. */
async function find(
  payload: Payload,
  user: Reader,
  asked: { where?: Where; sort: string; limit: number; page?: number; select?: object },
): Promise<Row[]> {
  const { docs } = await payload.find({
    collection: 'notices' as 'events',
    pagination: asked.page !== undefined,
    depth: 0,
    // How somebody is told, and the house rule as it read then, are no fields of a form.
    showHiddenFields: true,
    overrideAccess: false,
    user,
    ...(asked as object),
  })
  return docs as unknown as Row[]
}

const idAndTime = { createdAt: true }
const after = ({ readUntil }: Readings): Where => ({ createdAt: { greater_than: readUntil } })

/** How much of somebody's inbox is unread, up to one more than is counted. */
export async function countUnread(payload: Payload, account: string, user: Reader): Promise<number> {
  return unreadOf(payload, user, await readingsOf(payload, account))
}

async function unreadOf(payload: Payload, user: Reader, readings: Readings): Promise<number> {
  const limit = mostCounted + 1 + readings.read.length
  const rows = await find(payload, user, {
    where: after(readings),
    sort: '-createdAt',
    limit,
    select: idAndTime,
  })
  return Math.min(mostCounted + 1, rows.filter((row) => !hasRead(readings, asKnown(row))).length)
}

const asKnown = ({ id, createdAt }: Row) => ({ id: String(id), createdAt: new Date(createdAt).toISOString() })

/** A page of somebody's inbox, the newest first; of the unread ones alone up to as many as are counted. */
export async function readInbox(
  payload: Payload,
  actor: Actor,
  user: Reader,
  { page, unreadOnly }: { page: number; unreadOnly: boolean },
): Promise<Inbox> {
  const readings = await readingsOf(payload, actor.account)
  const rows = unreadOnly
    ? await find(payload, user, {
        where: after(readings),
        sort: '-createdAt',
        limit: mostCounted + readings.read.length,
      })
    : await find(payload, user, { sort: '-createdAt', limit: inboxPage, page })
  const notices = rows.filter((row) => !unreadOnly || !hasRead(readings, asKnown(row)))
  const names = await namesOf(payload, notices)
  const steppedAside = await steppedAsideFrom(payload, notices)
  const [home] = municipalitiesOf(actor)
  return {
    notices: notices.map((row) => noticeOf(row, readings, names, steppedAside)),
    unread: await unreadOf(payload, user, readings),
    more: !unreadOnly && rows.length === inboxPage ? page + 1 : null,
    zone: home ? await municipalityZone(payload, home) : 'Europe/Stockholm',
  }
}

/** The notices with these ids that an account may read now, in the order in which they were written. */
export async function readNotices(
  payload: Payload,
  actor: Actor,
  user: Reader,
  ids: readonly string[],
): Promise<InboxNotice[]> {
  if (ids.length === 0) return []
  const where: Where = { id: { in: [...ids] } }
  const rows = await find(payload, user, { where, sort: 'createdAt', limit: ids.length })
  const readings = await readingsOf(payload, actor.account)
  const names = await namesOf(payload, rows)
  const steppedAside = await steppedAsideFrom(payload, rows)
  return rows.map((row) => noticeOf(row, readings, names, steppedAside))
}

/** Names of the organisations that are told: their people may know them. */
async function namesOf(payload: Payload, rows: readonly Row[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap(({ organisation }) => idOf(organisation) ?? []))]
  if (ids.length === 0) return new Map()
  const { docs } = await payload.db.find<{ id: string; name?: string | null }>({
    collection: 'organisations',
    where: { id: { in: ids } },
    select: { name: true },
    limit: ids.length,
    pagination: false,
  })
  return new Map(docs.map(({ id, name }) => [String(id), name ?? '']))
}

function noticeOf(
  row: Row,
  readings: Readings,
  names: ReadonlyMap<string, string>,
  steppedAside: ReadonlySet<string>,
): InboxNotice {
  const { action = null, kind = null, document = null, told = null } = row
  const organisation = idOf(row.organisation)
  const step = action && told && !steppedAside.has(row.id) ? nextStepOf(action, told) : null
  return {
    id: String(row.id),
    at: new Date(row.at).toISOString(),
    action: action ?? '',
    kind,
    document,
    title: row.title ?? null,
    organisation: organisation === null ? null : (names.get(organisation) ?? null),
    message: row.message ?? null,
    // A rule of the municipality's own is quoted as it read on the day of the decision.
    reason: row.wording ?? reasonLabel(action, row.reason ?? null, []),
    ground: row.ground ?? null,
    automated: row.automated === true,
    changes: row.changes ?? [],
    next: step && { step, address: addressOfStep(step, { kind, document }) },
    read: hasRead(readings, asKnown(row)),
  }
}

/** So many single notices are asked for by their ids at once. */
const mostAsked = 400

/** Of the notices that were read one by one those that were written after an instant. */
async function stillLater(
  payload: Payload,
  user: Reader,
  read: readonly string[],
  instant: string,
): Promise<string[]> {
  if (read.length === 0) return []
  const ids = read.slice(-mostAsked)
  const where: Where = { and: [{ id: { in: ids } }, { createdAt: { greater_than: instant } }] }
  const rows = await find(payload, user, { where, sort: 'createdAt', limit: mostAsked, select: idAndTime })
  return rows.map(({ id }) => String(id))
}

/** Only so often is it tried again where the same account reads in two windows at once. */
const attempts = 5

/**
 * Notes that an account has read one notice, or everything up to one: the newest that it was shown, so that what was
 * written since stays unread. Concerns nobody else: others of the organisation read for themselves.
 */
export async function markRead(
  payload: Payload,
  actor: Actor,
  user: Reader,
  { notice, upTo }: { notice: string; upTo: boolean },
): Promise<{ unread: number }> {
  const [found] = await find(payload, user, {
    where: { id: { equals: notice } },
    sort: '-createdAt',
    limit: 1,
  })
  if (!found) throw nothingHere()
  const known = asKnown(found)
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const before = await readingsOf(payload, actor.account)
    // Everything up to one that was read by itself is not read with it.
    const done = upTo ? known.createdAt <= before.readUntil : hasRead(before, known)
    if (done) return { unread: await unreadOf(payload, user, before) }
    const next = upTo
      ? { readUntil: known.createdAt, read: await stillLater(payload, user, before.read, known.createdAt) }
      : { readUntil: before.readUntil, read: [...before.read, known.id] }
    const limit = next.read.length + 1
    const later = await find(payload, user, {
      where: after(next),
      sort: 'createdAt',
      limit,
      select: idAndTime,
    })
    const drawn = drawTogether(next, later.map(asKnown))
    if (await storeReadings(payload, actor.account, { ...drawn, revision: before.revision }))
      return { unread: await unreadOf(payload, user, drawn) }
  }
  throw new DomainError(
    'revision-conflict',
    'You are reading in another window at the same moment. Try again.',
  )
}
