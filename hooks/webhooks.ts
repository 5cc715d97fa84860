import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionAfterReadHook,
  CollectionBeforeValidateHook,
  CollectionConfig,
} from 'payload'
import { actorOf } from '../src/accounts/standing.js'
import { beginWebhook } from '../src/editorial/webhooks/secrets.js'
import { sendAgain } from '../src/editorial/webhooks/send-again.js'
import { deliveries, stateOf, states } from '../src/editorial/webhooks/webhook-records.js'
import { takeTurn } from '../src/editorial/take-turn.js'
import { systemClock } from '../src/shared/clock.js'
import { DomainError } from '../src/shared/errors.js'
import { idAlways, idOf } from '../src/shared/reference.js'
import type { KeyRing } from '../src/shared/sealing.js'
import { municipalityFor } from '../src/tenancy/home.js'
import { mostWebhooks, receiverFaults } from '../src/webhooks/receiver-faults.js'
import { logChanges } from './log-changes.js'

export interface WebhookOptions {
  ring: KeyRing
  /** Whether receivers on this machine, without encryption, are let through: for tests and the demo. */
  loopback: boolean
}

/** A receiver's address is one that Torg may connect to; a webhook never changes its municipality. */
const keepWebhook =
  ({ loopback }: WebhookOptions): CollectionBeforeValidateHook =>
  async ({ data, operation, originalDoc, req }) => {
    if (!data) return data
    const faults = receiverFaults({ ...originalDoc, ...data }, { loopback })
    if (faults.length > 0)
      throw new DomainError('invalid-input', 'Some of the webhook cannot be used.', { faults })
    const kept = { ...data, ...(data.url ? { url: new URL(String(data.url)).href } : {}) }
    if (operation === 'update') return { ...kept, municipality: originalDoc?.municipality }
    const actor = actorOf(req)
    const wanted = idOf(data.municipality)
    const municipality =
      actor && req.context.asSystem !== true ? municipalityFor(actor, 'webhooks', wanted) : idAlways(wanted)
    // What is counted next must still hold when this commits.
    await takeTurn(req.payload, 'municipalities', municipality, req)
    const where = { municipality: { equals: municipality } }
    const { totalDocs } = await req.payload.db.count({ collection: 'webhooks', where, req })
    if (totalDocs >= mostWebhooks) {
      throw new DomainError('invalid-input', `A municipality has at most ${mostWebhooks} webhooks.`, {
        faults: [{ field: 'url', code: 'too-many', message: `At most ${mostWebhooks} webhooks` }],
      })
    }
    return { ...kept, municipality }
  }

/** A new webhook gets its secret, which goes out with this answer only; one that is switched on again, or sent to another
 * address, begins at once. */
const beginOrGoOn =
  ({ ring }: WebhookOptions): CollectionAfterChangeHook =>
  async ({ doc, operation, previousDoc, req }) => {
    const id = String(doc.id)
    if (operation === 'create') {
      const municipality = await req.payload.db.findOne<{ id: string; slug: string }>({
        collection: 'municipalities',
        where: { id: { equals: idAlways(doc.municipality) } },
        req,
      })
      const webhook = { id, slug: String(municipality?.slug) }
      req.context.webhookSecret = await beginWebhook(req.payload, webhook, ring, req)
    } else if (doc.enabled && (previousDoc?.enabled === false || previousDoc?.url !== doc.url)) {
      await sendAgain(req.payload, id, null, systemClock, req)
    }
    return doc
  }

const forget: CollectionAfterDeleteHook = async ({ id, req }) => {
  const where = { webhook: { equals: String(id) } }
  await req.payload.db.deleteMany({ collection: deliveries, where, req })
  await req.payload.db.deleteMany({ collection: states, where: { id: { equals: String(id) } }, req })
}

/** How the webhook does now, beside what its admin wrote down; the secrets stay where they are. */
const tellStanding: CollectionAfterReadHook = async ({ doc, req }) => {
  const id = String(doc.id)
  const state = await stateOf(req.payload, id, req)
  const where = { webhook: { equals: id } }
  const { totalDocs } = await req.payload.db.count({ collection: deliveries, where, req })
  return {
    ...doc,
    undelivered: totalDocs,
    failingSince: state?.failingSince ?? null,
    lastSuccess: state?.lastSuccess ?? null,
    lastFault: state?.lastFault ?? null,
    previousUntil: state?.previousUntil ?? null,
  }
}

const logged = logChanges('webhook', {
  create: 'make-webhook',
  update: 'change-webhook',
  delete: 'delete-webhook',
})

export const webhookHooks = (options: WebhookOptions): NonNullable<CollectionConfig['hooks']> => ({
  beforeValidate: [keepWebhook(options)],
  afterChange: [beginOrGoOn(options), logged.change],
  afterDelete: [forget, logged.end],
  afterRead: [tellStanding],
})
