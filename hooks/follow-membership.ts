import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  PayloadRequest,
} from 'payload'
import { dayOf } from '../src/accounts/second-factor.js'
import { actorOf } from '../src/accounts/standing.js'
import { logAccount, type AccountAction } from '../src/editorial/accounts/account-log.js'
import { endLostRights } from '../src/editorial/accounts/end-lost-rights.js'
import { endSessions } from '../src/editorial/accounts/sessions.js'
import type { Clock } from '../src/shared/clock.js'
import { idAlways, idOf } from '../src/shared/reference.js'

async function follow(
  req: PayloadRequest,
  row: Record<string, unknown>,
  action: AccountAction,
  clock: Clock,
): Promise<void> {
  const account = idAlways(row.account)
  const actor = actorOf(req)
  if (!actor || req.context.asSystem === true) return
  // Who may do something else from now on logs in again; a new role may ask for a second factor.
  await endSessions(req.payload, account)
  await logAccount(
    req.payload,
    {
      action,
      kind: 'membership',
      account,
      municipality: idOf(row.municipality),
      organisation: idOf(row.organisation),
      actor: actor.account,
      device: actor.device ?? null,
      reason: String(row.role),
      at: clock.now(),
    },
    req,
  )
}

/** What somebody may do was changed: their sessions end, and the log says so. A review changes nothing. */
export const followMembership =
  (clock: Clock): CollectionAfterChangeHook =>
  async ({ doc, operation, req }) => {
    await endLostRights(req.payload, idAlways((doc as Record<string, unknown>).account), clock.now(), req)
    await follow(
      req,
      doc as Record<string, unknown>,
      operation === 'create' ? 'give-role' : 'change-role',
      clock,
    )
    return doc
  }

export const followEndedMembership =
  (clock: Clock): CollectionAfterDeleteHook =>
  async ({ doc, req }) => {
    const row = doc as Record<string, unknown>
    await endLostRights(req.payload, idAlways(row.account), clock.now(), req)
    await follow(req, row, 'end-role', clock)
  }

/** Who gives or changes a role has looked at it. */
export const reviewedNow =
  (clock: Clock): CollectionBeforeChangeHook =>
  ({ data }) => ({ ...data, reviewedOn: dayOf(clock.now()) })
