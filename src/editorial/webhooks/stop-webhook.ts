import type { CollectionSlug, Payload } from 'payload'
import { logDoing } from '../log/log-doing.js'
import { tellOf } from '../notices/tell.js'
import { setColumns, type Webhook } from './webhook-records.js'

/** Switches a webhook off that has failed for days, and tells each admin of its municipality. What waits is kept. */
export async function stopWebhook(payload: Payload, webhook: Webhook, now: Date): Promise<void> {
  const { id, name, municipality } = webhook
  // Told first: stopped without a word it would never be noticed. Told twice it is once, by the key.
  const at = now.toISOString()
  const said = { at, kind: 'webhook', document: id, municipality, title: name }
  await tellOf(payload, 'webhook-off', `webhook-off ${id} ${at}`, said, {})
  if (await setColumns(payload, 'webhooks' as CollectionSlug, { id, enabled: true }, { enabled: false }))
    await logDoing(payload, {
      action: 'webhook-off',
      kind: 'webhook',
      document: id,
      municipality,
      by: null,
      at: now,
    })
  payload.logger.warn({ kind: 'webhook', document: id, code: 'webhook-off' }, 'webhook')
}
