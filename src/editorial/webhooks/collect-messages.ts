import type { CollectionSlug, Payload } from 'payload'
import { wasPublic } from '../../feed/tombstones.js'
import type { Publication } from '../../publication/publication.js'
import { deliveries, setColumns, states, type Delivery, type Webhook } from './webhook-records.js'

/** So many changes are looked at in one go. */
const page = 200
/** While so many messages wait, no further ones are made: later changes of an item take the place of earlier ones. */
const mostWaiting = 1000

/**
 * Makes a message of each change of the municipality after those that were looked at before. Every step may be done
 * twice: the place is moved on only when the messages are stored, so a crash sends a message again and loses none.
 * Returns whether there may be more.
 */
export async function collectMessages(
  payload: Payload,
  webhook: Webhook,
  slug: string,
  after: number,
  now: Date,
): Promise<{ after: number; more: boolean }> {
  const waiting = await payload.db.count({
    collection: deliveries,
    where: { and: [{ webhook: { equals: webhook.id } }, { state: { equals: 'pending' } }] },
  })
  if (waiting.totalDocs >= mostWaiting) return { after, more: false }
  const { docs } = await payload.db.find<Publication>({
    collection: 'publications' as CollectionSlug,
    where: { and: [{ municipality: { equals: slug } }, { number: { greater_than: after } }] },
    sort: 'number',
    limit: page,
    pagination: false,
  })
  for (const row of docs) if (wasPublic(row)) await storeMessage(payload, webhook, row, now)
  const last = docs.at(-1)
  if (!last) return { after, more: false }
  await setColumns(payload, states, { id: webhook.id, after }, { after: Number(last.number) })
  return { after: Number(last.number), more: docs.length === page }
}

async function storeMessage(
  payload: Payload,
  { id: webhook, municipality }: Webhook,
  { id: document, kind, number }: Publication,
  now: Date,
): Promise<void> {
  const key = `${webhook} ${document}`
  const fresh = {
    number: Number(number),
    state: 'pending',
    attempts: 0,
    nextAt: now.toISOString(),
    fault: null,
  }
  const there = await payload.db.findOne<Delivery>({
    collection: deliveries,
    where: { key: { equals: key } },
  })
  if (!there) {
    await payload.db.create({
      collection: deliveries,
      data: { ...fresh, key, webhook, municipality, document, kind },
    })
  } else if (there.number < fresh.number) {
    await setColumns(payload, deliveries, { id: there.id, number: there.number }, fresh)
  }
}
