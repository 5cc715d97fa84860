import type { Payload, Where } from 'payload'
import { isUnused } from '../../accounts/review.js'
import { dayOf } from '../../accounts/second-factor.js'
import type { Clock } from '../../shared/clock.js'
import { nothingHere } from '../../shared/errors.js'
import { everyRow } from '../../shared/every-row.js'
import { idAlways, idOf } from '../../shared/reference.js'
import type { Actor } from '../../tenancy/actor.js'
import { isMunicipalityAdminOf } from '../../tenancy/membership.js'
import { logAccount } from './account-log.js'
import { endLostRights } from './end-lost-rights.js'
import { endSessions } from './sessions.js'

type Row = Record<string, unknown> & { id: string }
type Update = Parameters<Payload['db']['updateOne']>[0]

/** The admin of the municipality has looked at a role and keeps it. */
export async function reviewRole(
  payload: Payload,
  actor: Actor,
  id: string,
  clock: Clock,
): Promise<{ reviewedOn: string }> {
  const row = await payload.db.findOne<Row>({ collection: 'memberships', where: { id: { equals: id } } })
  const municipality = row ? idOf(row.municipality) : null
  if (!row || municipality === null || !isMunicipalityAdminOf(actor, municipality)) throw nothingHere()
  const reviewedOn = dayOf(clock.now())
  await payload.db.updateOne({
    collection: 'memberships',
    where: { id: { equals: id } },
    data: { reviewedOn },
    options: { atomic: true },
  } as unknown as Update)
  await logAccount(payload, {
    action: 'review-role',
    kind: 'membership',
    account: idAlways(row.account),
    municipality,
    organisation: idOf(row.organisation),
    actor: actor.account,
    device: actor.device ?? null,
    reason: String(row.role),
    at: clock.now(),
  })
  return { reviewedOn }
}

/**
 * Disables accounts that nobody has used for 180 days. The last account that can still administer a municipality, or the
 * installation, stays: somebody must be able to enable the others. Gives how many were disabled.
 */
export async function disableUnused(payload: Payload, clock: Clock): Promise<number> {
  const now = clock.now()
  const accounts = await everyRow<Row>(payload, 'accounts', { disabled: { not_equals: true } })
  const unused = accounts.filter((row) =>
    isUnused({ lastActive: text(row.lastActive), activeFrom: madeOn(row) }, now),
  )
  if (unused.length === 0) return 0
  const enabled = new Set(accounts.map(({ id }) => String(id)))
  const admins = await everyRow<Row>(payload, 'memberships', {
    role: { in: ['municipality-admin', 'operator'] },
  })
  // Longest unused first, so that of several the one that was here last stays.
  unused.sort((a, b) => lastDay(a).localeCompare(lastDay(b)))
  let disabled = 0
  for (const row of unused) {
    const id = String(row.id)
    if (isLastAdmin(id, admins, enabled)) continue
    const done = await payload.db.updateOne({
      collection: 'accounts',
      where: { and: [{ id: { equals: id } }, { disabled: { not_equals: true } }] },
      data: { disabled: true, disabledBecause: 'unused', disabledOn: dayOf(now) },
      options: { atomic: true },
    } as unknown as Update)
    if (!done) continue
    enabled.delete(id)
    disabled += 1
    await endSessions(payload, id)
    await endLostRights(payload, id, now)
    await logAccount(payload, {
      action: 'disable-account',
      kind: 'account',
      account: id,
      municipality: idOf(row.homeMunicipality),
      actor: null,
      device: null,
      reason: 'unused',
      automated: true,
      at: now,
    })
  }
  return disabled
}

/** Accounts that were disabled before the day was kept: their time counts from today. */
export async function dateDisabled(payload: Payload, now: Date): Promise<void> {
  const where: Where = { and: [{ disabled: { equals: true } }, { disabledOn: { equals: null } }] }
  for (const { id } of await everyRow<Row>(payload, 'accounts', where)) {
    await payload.db.updateOne({
      collection: 'accounts',
      where: { and: [{ id: { equals: id } }, { disabled: { equals: true } }] },
      data: { disabledOn: dayOf(now) },
      options: { atomic: true },
    } as unknown as Update)
  }
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const madeOn = (row: Row): string => text(row.activeFrom) ?? dayOf(new Date(row.createdAt as string))
const lastDay = (row: Row): string => text(row.lastActive) ?? madeOn(row)

function isLastAdmin(id: string, admins: readonly Row[], enabled: ReadonlySet<string>): boolean {
  return admins.some((one) => {
    if (idOf(one.account) !== id) return false
    const place = idOf(one.municipality)
    const beside = admins.filter(
      (other) => other.role === one.role && idOf(other.municipality) === place && idOf(other.account) !== id,
    )
    return !beside.some((other) => enabled.has(idAlways(other.account)))
  })
}
