import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeValidateHook,
  PayloadRequest,
  Where,
} from 'payload'
import type { OtherAction } from '../src/accounts/logged-actions.js'
import { actorOf } from '../src/accounts/standing.js'
import { logDoing } from '../src/editorial/log/log-doing.js'
import { destroyWhatWaited } from '../src/editorial/retention/let-go.js'
import { collectionOfHeld, holdRefusal, isHoldKind, type HoldKind } from '../src/privacy/retention/holds.js'
import { systemClock } from '../src/shared/clock.js'
import { idOf } from '../src/shared/reference.js'
import { homeOf } from '../src/tenancy/home.js'
import { isMunicipalityAdminOf } from '../src/tenancy/membership.js'

/** Who may hold what, says `holdRefusal`; here it is looked up. */
export const keepHold: CollectionBeforeValidateHook = async ({ data, operation, req }) => {
  if (!data || operation !== 'create') return data
  const actor = req.context.asSystem === true ? null : actorOf(req)
  const wanted = idOf(data.municipality)
  const municipality = actor
    ? homeOf(actor, { municipality: wanted, organisation: null }, null).municipality
    : wanted
  const kind = data.kind as HoldKind
  const id = String(data.document ?? '')
  const refusal = holdRefusal({
    admin: !actor || (municipality !== null && isMunicipalityAdminOf(actor, municipality)),
    municipality,
    kind,
    row: await rowOf(req, kind, id),
    held: await isHeldIn(req, municipality, id),
  })
  if (refusal) throw refusal
  return { ...data, municipality, document: id, since: systemClock.now().toISOString() }
}

async function rowOf(
  req: PayloadRequest,
  kind: HoldKind,
  id: string,
): Promise<Record<string, unknown> | null> {
  // What no id can be is not asked for: MongoDB breaks on it.
  if (!isHoldKind(kind) || !/^[0-9a-f-]{24,36}$/.test(id)) return null
  const collection = collectionOfHeld[kind] as 'events'
  return req.payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection,
    where: { id: { equals: id } },
    req,
  })
}

async function isHeldIn(req: PayloadRequest, municipality: string | null, id: string): Promise<boolean> {
  const same: Where = { and: [{ municipality: { equals: municipality } }, { document: { equals: id } }] }
  const { totalDocs } = await req.payload.db.count({
    collection: 'retention-holds' as 'events',
    where: same,
    req,
  })
  return totalDocs > 0
}

/** What waited for the hold to end goes before the hold does: after a death in between it is let go once more. */
export const letGo: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const hold = await req.payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: 'retention-holds' as 'events',
    where: { id: { equals: id } },
    req,
  })
  if (hold) await destroyWhatWaited(req.payload, hold, req)
}

/** What is held and why, by the id of what is held: when the hold is lifted, only the log still knows. */
async function log(req: PayloadRequest, action: OtherAction, hold: Record<string, unknown>): Promise<void> {
  const by = actorOf(req)
  if (!by || req.context.asSystem === true) return
  await logDoing(
    req.payload,
    {
      action,
      kind: 'hold',
      document: String(hold.document),
      municipality: idOf(hold.municipality),
      reason: String(hold.reason),
      by,
      at: systemClock.now(),
    },
    req,
  )
}

export const logHold: CollectionAfterChangeHook = async ({ doc, req }) => {
  await log(req, 'hold-data', doc as Record<string, unknown>)
  return doc
}
export const logLifting: CollectionAfterDeleteHook = ({ doc, req }) =>
  log(req, 'lift-hold', doc as Record<string, unknown>)
