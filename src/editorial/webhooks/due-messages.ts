import type { Payload } from 'payload'
import type { Publication } from '../../publication/publication.js'
import type { Message } from '../../webhooks/message.js'
import { messageOf } from '../../webhooks/message.js'
import { messageAfter, standingAfter, type Outcome } from '../../webhooks/after-attempt.js'
import { findPublication } from '../number-publication.js'
import { oneAtATime } from '../one-at-a-time.js'
import { stopWebhook } from './stop-webhook.js'
import { deliveries, setColumns, stateOf, states, type Delivery, type Webhook } from './webhook-records.js'

/** The messages of a webhook whose time has come, those that have waited longest first. */
export async function dueMessages(
  payload: Payload,
  webhook: string,
  now: Date,
  limit: number,
): Promise<Delivery[]> {
  const { docs } = await payload.db.find<Delivery>({
    collection: deliveries,
    where: {
      and: [
        { webhook: { equals: webhook } },
        { state: { equals: 'pending' } },
        { nextAt: { less_than_equal: now.toISOString() } },
      ],
    },
    sort: 'nextAt',
    limit,
    pagination: false,
  })
  return docs
}

/**
 * What is to be sent for a waiting message: the item as it is at this moment, so that nothing is sent that was taken
 * down meanwhile. Null where there is nothing to tell; then nothing waits any more.
 */
export async function messageNow(
  payload: Payload,
  delivery: Delivery,
  now: Date,
  baseUrl: string,
): Promise<{ message: Message; delivery: Delivery } | null> {
  const publication = await findPublication(payload, delivery.document)
  const message = publication && messageOf(publication, await ownersOf(payload, publication), now, baseUrl)
  if (!publication || !message) {
    await settle(payload, delivery)
    return null
  }
  const number = Number(publication.number)
  if (number === delivery.number) return { message, delivery }
  // A newer change takes the place of the one that waited.
  const newer = { number, attempts: 0 }
  const { id, number: seen } = delivery
  return (await setColumns(payload, deliveries, { id, number: seen }, newer))
    ? { message, delivery: { ...delivery, ...newer } }
    : null
}

async function ownersOf(payload: Payload, { municipality, organisation }: Publication) {
  const find = async (id: string) => (await findPublication(payload, id)) ?? undefined
  return {
    municipality: await find(municipality),
    organisation: organisation === null ? undefined : await find(organisation),
  }
}

/** Takes a message from what waits, unless the item has changed since. */
const settle = (payload: Payload, { id, number }: Delivery) =>
  payload.db.deleteMany({
    collection: deliveries,
    where: { and: [{ id: { equals: id } }, { number: { equals: number } }] },
  })

/** Writes down what came of an attempt, of the message and of the webhook; switches it off after long failure. */
export async function afterAttempt(
  payload: Payload,
  webhook: Webhook,
  delivery: Delivery,
  outcome: Outcome,
  now: Date,
  chance: number,
): Promise<void> {
  if (outcome.fault === null) await settle(payload, delivery)
  else {
    const seen = { id: delivery.id, number: delivery.number }
    await setColumns(payload, deliveries, seen, messageAfter(delivery.attempts, outcome, now, chance))
  }
  await oneAtATime(`webhook ${webhook.id}`, async () => {
    const before = await stateOf(payload, webhook.id)
    if (!before) return
    const { standing, switchOff } = standingAfter(before, outcome, now, chance)
    await setColumns(payload, states, { id: webhook.id }, standing)
    if (switchOff) await stopWebhook(payload, webhook, now)
  })
}
