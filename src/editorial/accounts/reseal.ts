import type { CollectionSlug, Payload } from 'payload'
import { addressTraces, openedAddress, sealedAddress } from '../../accounts/contact.js'
import type { Device, SecondFactor } from '../../accounts/second-factor.js'
import { everyRow } from '../../shared/every-row.js'
import { isSealed, keyIdOf, resealed, type KeyRing } from '../../shared/sealing.js'
import { resealWebhooks, webhookKeysInUse } from '../webhooks/reseal-webhooks.js'
import { changeCredentials } from './credentials.js'
import { sealedFor } from './prove.js'

type Row = Record<string, unknown> & { id: string }

const addressesIn = (payload: Payload) => everyRow<Row>(payload, 'accounts', { email: { exists: true } })
const credentialsIn = (payload: Payload) => everyRow<Row>(payload, 'credentials' as CollectionSlug, {})
const secretsIn = (row: Row): Device[] =>
  ((row.factor as SecondFactor | null)?.devices ?? []).filter(({ secret }) => secret !== null)

/** The ids of the keys that the database needs: of everything that is sealed in it. */
export async function keysInUse(payload: Payload): Promise<Set<string>> {
  const addresses = (await addressesIn(payload)).map(({ email }) => String(email ?? ''))
  const secrets = (await credentialsIn(payload)).flatMap(secretsIn).map(({ secret }) => secret!)
  return new Set([
    ...[...addresses, ...secrets].flatMap((each) => keyIdOf(each) ?? []),
    ...(await webhookKeysInUse(payload)),
  ])
}

/**
 * Puts every address and every secret of a device or webhook under the first key. What is being added at this moment keeps its key;
 * it lasts for a quarter of an hour.
 */
export async function resealAll(payload: Payload, ring: KeyRing): Promise<{ moved: number; there: number }> {
  let { moved, there } = await resealWebhooks(payload, ring)
  for (const row of await addressesIn(payload)) {
    const stored = String(row.email ?? '')
    if (stored === '') continue
    there += 1
    if (keyIdOf(stored) === ring[0].id) continue
    await sealAddressOf(payload, row, ring)
    moved += 1
  }
  for (const row of await credentialsIn(payload)) {
    there += secretsIn(row).length
    const { count } = await changeCredentials(payload, String(row.id), (now) => {
      let count = 0
      const devices = now.factor.devices.map((device) => {
        const secret = device.secret && resealed(device.secret, ring, sealedFor(now.account))
        count += secret ? 1 : 0
        return secret ? { ...device, secret } : device
      })
      return { credentials: count > 0 ? { ...now, factor: { ...now.factor, devices } } : null, count }
    })
    moved += count
  }
  return { moved, there }
}

/** Seals addresses that were stored before they were sealed. */
export async function sealOldAddresses(payload: Payload, ring: KeyRing): Promise<void> {
  for (const row of await addressesIn(payload)) {
    const stored = String(row.email ?? '')
    if (stored !== '' && !isSealed(stored)) await sealAddressOf(payload, row, ring)
  }
}

async function sealAddressOf(payload: Payload, row: Row, ring: KeyRing): Promise<void> {
  const address = openedAddress(String(row.email), ring)
  // Only where it is still the same: its holder may have changed it meanwhile.
  await payload.db.updateOne({
    collection: 'accounts',
    where: { and: [{ id: { equals: row.id } }, { email: { equals: row.email } }] },
    data: { email: sealedAddress(address, ring), emailTrace: addressTraces(address, ring)[0] },
    options: { atomic: true },
  } as unknown as Parameters<Payload['db']['updateOne']>[0])
}
