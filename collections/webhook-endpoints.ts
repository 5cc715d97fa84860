import type { Endpoint, PayloadRequest } from 'payload'
import { logDoing } from '../src/editorial/log/log-doing.js'
import { createRow } from '../src/editorial/create-document.js'
import { rotateSecret } from '../src/editorial/webhooks/secrets.js'
import { sendAgain } from '../src/editorial/webhooks/send-again.js'
import { systemClock } from '../src/shared/clock.js'
import { DomainError, nothingHere } from '../src/shared/errors.js'
import { idOf } from '../src/shared/reference.js'
import type { KeyRing } from '../src/shared/sealing.js'
import { requireActor } from './endpoints.js'
import { bodyOf, knownBody } from './request-body.js'

const answer = (body: unknown, status = 200) =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })

/** The webhook in the address, where the account may read it. */
async function webhookOf(req: PayloadRequest): Promise<string> {
  requireActor(req)
  const id = String(req.routeParams?.id ?? '')
  if (!isId(id)) throw nothingHere()
  const { docs } = await req.payload.find({
    collection: 'webhooks',
    where: { id: { equals: id } },
    limit: 1,
    depth: 0,
    overrideAccess: false,
    req,
  })
  if (docs.length === 0) throw nothingHere()
  return id
}

const isId = (text: string): boolean => /^[0-9a-f-]{24,36}$/.test(text)

/** One message by its id, or all where none is named. */
function deliveryIn(body: Record<string, unknown>): string | null {
  const { delivery } = body
  if (delivery === undefined || delivery === null) return null
  if (typeof delivery === 'string' && isId(delivery)) return delivery
  throw new DomainError('invalid-input', 'There is no such message.', {
    faults: [{ field: 'delivery', code: 'not-found', message: 'The id of a message' }],
  })
}

async function logDone(
  req: PayloadRequest,
  action: 'rotate-secret' | 'send-again',
  id: string,
): Promise<void> {
  const row = await req.payload.db.findOne<{ id: string; municipality?: unknown }>({
    collection: 'webhooks',
    where: { id: { equals: id } },
  })
  await logDoing(req.payload, {
    action,
    kind: 'webhook',
    document: id,
    municipality: idOf(row?.municipality),
    by: requireActor(req),
    at: systemClock.now(),
  })
}

/** Making a webhook, the only answer with its secret; a new secret; sending again what was not received. */
export const webhookEndpoints = (ring: KeyRing): Endpoint[] => [
  {
    path: '/',
    method: 'post',
    handler: async (req) => {
      requireActor(req)
      const doc = await createRow(req.payload, 'webhooks', await bodyOf(req), 0, req)
      const secret = req.context.webhookSecret
      return answer({ doc, secret, message: req.t('general:successfullyCreated', { label: 'Webhook' }) }, 201)
    },
  },
  {
    path: '/:id/actions/rotate-secret',
    method: 'post',
    handler: async (req) => {
      const id = await webhookOf(req)
      await knownBody(req, {})
      const made = await rotateSecret(req.payload, id, ring, systemClock)
      await logDone(req, 'rotate-secret', id)
      return answer(made)
    },
  },
  {
    path: '/:id/actions/send-again',
    method: 'post',
    handler: async (req) => {
      const id = await webhookOf(req)
      const sent = await sendAgain(
        req.payload,
        id,
        deliveryIn(await knownBody(req, { delivery: 'anything' })),
        systemClock,
      )
      await logDone(req, 'send-again', id)
      return answer(sent)
    },
  },
]
