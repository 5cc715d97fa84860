import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import { everyRow } from '../../shared/every-row.js'
import { idAlways } from '../../shared/reference.js'
import type { Purpose } from '../../shared/sealing.js'
import type { Standing } from '../../webhooks/after-attempt.js'

/** A receiver as the municipality's admin wrote it down. */
export interface Webhook {
  id: string
  municipality: string
  name: string
  url: string
  enabled: boolean
}

/** What the sender knows of a webhook; in a row of its own, so that saving the form never writes over it. */
export interface WebhookState extends Standing {
  id: string
  /** Sealed. */
  secret: string
  previousSecret: string | null
  previousUntil: string | null
  /** Messages are made of all changes up to this number. */
  after: number
}

/** One message that is still to be taken; one row for each webhook and item, with the newest change. */
export interface Delivery {
  id: string
  webhook: string
  document: string
  kind: string
  number: number
  state: 'pending' | 'failed'
  attempts: number
}

export const states = 'webhook-states' as CollectionSlug
export const deliveries = 'webhook-deliveries' as CollectionSlug

export const sealedFor = (webhook: string): Purpose => ({ name: 'webhook', of: webhook })

type Row = Record<string, unknown> & { id: string }

const asWebhook = (row: Row): Webhook => ({
  id: String(row.id),
  municipality: idAlways(row.municipality),
  name: String(row.name),
  url: String(row.url),
  enabled: row.enabled !== false,
})

export const enabledWebhooks = async (payload: Payload): Promise<Webhook[]> =>
  (await everyRow(payload, 'webhooks', { enabled: { equals: true } })).map(asWebhook)

export async function webhookNow(payload: Payload, id: string): Promise<Webhook | null> {
  const row = await payload.db.findOne<Row>({
    collection: 'webhooks' as CollectionSlug,
    where: { id: { equals: id } },
  })
  return row && asWebhook(row)
}

export const stateOf = (payload: Payload, id: string, req?: PayloadRequest): Promise<WebhookState | null> =>
  payload.db.findOne<WebhookState>({ collection: states, where: { id: { equals: id } }, req })

/** Sets these columns and no other, if the row is still as `where` says; answers whether it was. */
export async function setColumns(
  payload: Payload,
  collection: CollectionSlug,
  where: Record<string, unknown> & { id: string },
  data: object,
  req?: PayloadRequest,
): Promise<boolean> {
  const row = await payload.db.updateOne({
    collection,
    where: { and: Object.entries(where).map(([name, value]) => ({ [name]: { equals: value } })) },
    data,
    options: { atomic: true },
    req,
  } as unknown as Parameters<Payload['db']['updateOne']>[0])
  return row !== null && row !== undefined
}
