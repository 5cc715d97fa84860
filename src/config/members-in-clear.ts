import type { Db } from 'mongodb'
import type { Payload } from 'payload'
import { SettingsFault, type Settings } from './env.js'
import { databaseAddress, openHosts } from './in-the-clear.js'

/**
 * Refuses a start where the replica set is reached in the clear although its address is not: a set tells its members'
 * addresses itself, and the driver talks to those.
 */
export function refuseMembersInClear({ db }: Payload, { databaseUrl, privateNetwork }: Settings): void {
  const mongo = (db as unknown as { connection?: { db?: Db } }).connection?.db
  if (!mongo || databaseAddress(databaseUrl).encrypted) return
  const { topology } = mongo.client as unknown as {
    topology?: { description: { servers: ReadonlyMap<string, unknown> } }
  }
  const open = openHosts([...(topology?.description.servers.keys() ?? [])], privateNetwork)
  if (open.length === 0) return
  throw new SettingsFault([
    `The replica set has members that are reached in the clear: ${open.join(', ')}. Add tls=true to DATABASE_URL, or name them in TORG_PRIVATE_NETWORK`,
  ])
}
