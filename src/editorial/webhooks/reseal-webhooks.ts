import type { Payload } from 'payload'
import { everyRow } from '../../shared/every-row.js'
import { keyIdOf, resealed, type KeyRing } from '../../shared/sealing.js'
import { sealedFor, setColumns, states, type WebhookState } from './webhook-records.js'

const statesIn = (payload: Payload) => everyRow<WebhookState>(payload, states, {})
const secretsOf = ({ secret, previousSecret }: WebhookState): string[] =>
  [secret, previousSecret].filter((each) => each !== null && each !== undefined)

/** The ids of the keys with which secrets of webhooks are sealed. */
export const webhookKeysInUse = async (payload: Payload): Promise<string[]> =>
  (await statesIn(payload)).flatMap(secretsOf).flatMap((secret) => keyIdOf(secret) ?? [])

/** Puts the secrets of all webhooks under the first key; one that is made anew at this moment has it already. */
export async function resealWebhooks(
  payload: Payload,
  ring: KeyRing,
): Promise<{ moved: number; there: number }> {
  let [moved, there] = [0, 0]
  for (const state of await statesIn(payload)) {
    there += secretsOf(state).length
    const { id, secret, previousSecret } = state
    const next = resealed(secret, ring, sealedFor(id))
    const former = previousSecret ? resealed(previousSecret, ring, sealedFor(id)) : null
    if (!next && !former) continue
    const data = { secret: next ?? secret, previousSecret: former ?? previousSecret }
    if (await setColumns(payload, states, { id, secret }, data))
      moved += [next, former].filter((each) => each !== null).length
  }
  return { moved, there }
}
