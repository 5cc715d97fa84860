import { randomInt } from 'node:crypto'
import type { Payload } from 'payload'
import type { Clock } from '../../shared/clock.js'
import { everyRow } from '../../shared/every-row.js'
import type { KeyRing } from '../../shared/sealing.js'
import { signedHeaders } from '../../webhooks/sign.js'
import { collectMessages } from '../../editorial/webhooks/collect-messages.js'
import { afterAttempt, dueMessages, messageNow } from '../../editorial/webhooks/due-messages.js'
import { secretsNow } from '../../editorial/webhooks/secrets.js'
import {
  stateOf,
  webhookNow,
  type Delivery,
  type Webhook,
  type WebhookState,
} from '../../editorial/webhooks/webhook-records.js'
import { postMessage } from './post-message.js'

export interface Sending {
  payload: Payload
  clock: Clock
  ring: KeyRing
  /** Without a slash at its end. */
  publicUrl: string
  loopback: boolean
  signal: AbortSignal
  /** Whether this process still holds the lease for long enough to send one message. */
  maySend: () => boolean
}

/** Messages on their way to one receiver at once, each of another item; while it fails, one. */
const atOnce = 4
/** Few: whoever switches a webhook off does not wait long for it. */
const batch = 12

/** The slug of each municipality, by id. */
export async function slugs(payload: Payload): Promise<Map<string, string>> {
  const rows = await everyRow<{ id: string; slug: string }>(payload, 'municipalities', {})
  return new Map(rows.map(({ id, slug }) => [String(id), slug]))
}

/**
 * Sends what one webhook has to tell, until nothing is due, it must wait or the process stops. One item's messages
 * follow each other, since only its newest change waits; nothing here waits for another webhook.
 */
export async function sendWebhook(sending: Sending, id: string, slug: string): Promise<void> {
  const { payload, clock, maySend, signal } = sending
  while (!signal.aborted && maySend()) {
    const webhook = await webhookNow(payload, id)
    const state = await stateOf(payload, id)
    if (!webhook?.enabled || !state) return
    if (state.waitUntil && Date.parse(state.waitUntil) > clock.now().getTime()) return
    const { more } = await collectMessages(payload, webhook, slug, Number(state.after), clock.now())
    const failing = state.failures > 0
    const due = await dueMessages(payload, id, clock.now(), failing ? 1 : batch)
    if (due.length === 0 && !more) return
    const went = await sendAll(sending, webhook, state, due)
    if (!went) return
  }
}

/** Some messages, a few at a time; ends with the first that fails, and answers whether none did. */
async function sendAll(
  sending: Sending,
  webhook: Webhook,
  state: WebhookState,
  due: Delivery[],
): Promise<boolean> {
  let went = true
  const queue = [...due]
  const work = async () => {
    for (let next = queue.shift(); next && went; next = queue.shift())
      if (!(await sendOne(sending, webhook, state, next))) went = false
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return went
}

async function sendOne(
  { payload, clock, ring, publicUrl, loopback, signal, maySend }: Sending,
  webhook: Webhook,
  state: WebhookState,
  waiting: Delivery,
): Promise<boolean> {
  const found = await messageNow(payload, waiting, clock.now(), publicUrl)
  if (!found) return true
  if (!maySend()) return false
  const { message, delivery } = found
  const secrets = secretsNow(state, ring, clock.now())
  const headers = {
    'Content-Type': 'application/json',
    'User-Agent': 'Torg-Webhooks/1',
    ...signedHeaders(message, clock.now(), secrets),
  }
  const outcome =
    secrets.length > 0
      ? await postMessage({ url: webhook.url, headers, body: message.body, loopback, signal })
      : ({ fault: 'no-secret', status: null, askedToWait: 0 } as const)
  // Cut off by the end of the process: nobody knows what came of it, so it is sent again.
  if (signal.aborted && outcome.fault !== null) return false
  await afterAttempt(payload, webhook, delivery, outcome, clock.now(), randomInt(1000) / 1000)
  return outcome.fault === null
}
