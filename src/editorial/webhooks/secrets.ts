import { randomBytes } from 'node:crypto'
import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import type { Clock } from '../../shared/clock.js'
import { nothingHere } from '../../shared/errors.js'
import { open, seal, type KeyRing } from '../../shared/sealing.js'
import { bothSecretsFor, secretBytes, secretFrom } from '../../webhooks/sign.js'
import { oneAtATime } from '../one-at-a-time.js'
import { sealedFor, setColumns, stateOf, states, type WebhookState } from './webhook-records.js'

/**
 * Gives a new webhook its secret and the place from which it tells: the change number of now, so that nothing old is
 * sent. Returns the secret, which can never be read again.
 */
export async function beginWebhook(
  payload: Payload,
  webhook: { id: string; slug: string },
  ring: KeyRing,
  req: PayloadRequest,
): Promise<string> {
  const secret = secretFrom(randomBytes(secretBytes))
  const counter = await payload.db.findOne<{ id: string; last: number }>({
    collection: 'change-counters' as CollectionSlug,
    where: { id: { equals: webhook.slug } },
    req,
  })
  await payload.db.create({
    collection: states,
    data: {
      id: webhook.id,
      secret: seal(secret, ring, sealedFor(webhook.id)),
      after: Number(counter?.last ?? 0),
      failures: 0,
    },
    req,
  })
  return secret
}

/**
 * Makes a new secret. For two days messages are signed with the one before it as well, so that a receiver can change
 * without losing any; a third, older one is no longer used from now on.
 */
export async function rotateSecret(
  payload: Payload,
  webhook: string,
  ring: KeyRing,
  clock: Clock,
): Promise<{ secret: string; previousUntil: string }> {
  const secret = secretFrom(randomBytes(secretBytes))
  const previousUntil = new Date(clock.now().getTime() + bothSecretsFor).toISOString()
  return oneAtATime(`webhook ${webhook}`, async () => {
    for (;;) {
      const state = await stateOf(payload, webhook)
      if (!state) throw nothingHere()
      const data = {
        secret: seal(secret, ring, sealedFor(webhook)),
        previousSecret: state.secret,
        previousUntil,
      }
      // Another process may have made one at the same moment: then that one is the former.
      if (await setColumns(payload, states, { id: webhook, secret: state.secret }, data))
        return { secret, previousUntil }
    }
  })
}

/**
 * The secrets that are valid now, the newest first. One that no key of this installation opens, because its key was
 * changed, is left out.
 */
export function secretsNow(state: WebhookState, ring: KeyRing, now: Date): string[] {
  const { id, secret, previousSecret, previousUntil } = state
  const both = previousSecret && previousUntil && Date.parse(previousUntil) > now.getTime()
  return [secret, ...(both ? [previousSecret] : [])].flatMap((each) => {
    try {
      return open(each, ring, sealedFor(id))
    } catch {
      return []
    }
  })
}
