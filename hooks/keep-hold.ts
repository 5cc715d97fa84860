import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeValidateHook,
  PayloadRequest,
  Where,
} from 'payload'
import type { OtherAction } from '../src/accounts/logged-actions.js'
import { actorOf } from '../src/accounts/standing.js'
import { logDoing } from '../src/editorial/log/log-doing.js'
import { collectionOfHeld, type HoldKind } from '../src/privacy/retention/holds.js'
import { systemClock } from '../src/shared/clock.js'
import { DomainError } from '../src/shared/errors.js'
import { idOf } from '../src/shared/reference.js'
import { homeOf } from '../src/tenancy/home.js'
import { isMunicipalityAdminOf } from '../src/tenancy/membership.js'

/** A municipality holds what is its own, and each thing once. */
export const keepHold: CollectionBeforeValidateHook = async ({ data, operation, req }) => {
  const actor = actorOf(req)
  if (!data || operation !== 'create') return data
  const municipality =
    actor && req.context.asSystem !== true
      ? homeOf(actor, { municipality: idOf(data.municipality), organisation: null }, null).municipality
      : idOf(data.municipality)
  const collection = collectionOfHeld[data.kind as HoldKind] as 'events' | undefined
  const id = String(data.document ?? '')
  if (actor && req.context.asSystem !== true && !(municipality && isMunicipalityAdminOf(actor, municipality)))
    throw new DomainError('not-allowed', 'Only the admin of the municipality holds something back.')
  // What no id can be is not asked for: MongoDB breaks on it.
  const row =
    collection && /^[0-9a-f-]{24,36}$/.test(id)
      ? await req.payload.db.findOne<Record<string, unknown> & { id: string }>({
          collection,
          where: { id: { equals: id } },
          req,
        })
      : null
  const owner =
    data.kind === 'log' ? row?.id : data.kind === 'account' ? row?.homeMunicipality : row?.municipality
  if (!row || row.state === 'erased' || idOf(owner) !== municipality) {
    throw new DomainError('invalid-input', 'There is nothing here that could be held.', {
      faults: [{ field: 'document', code: 'not-found', message: 'The id of something of the municipality' }],
    })
  }
  const same: Where = { and: [{ municipality: { equals: municipality } }, { document: { equals: id } }] }
  const { totalDocs } = await req.payload.db.count({
    collection: 'retention-holds' as 'events',
    where: same,
    req,
  })
  if (totalDocs > 0) throw new DomainError('duplicate', 'This is held already.')
  return { ...data, municipality, document: id, since: systemClock.now().toISOString() }
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
