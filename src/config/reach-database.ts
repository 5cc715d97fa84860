import { MongoClient } from 'mongodb'
import { SettingsFault, type Settings } from './env.js'

/**
 * Ends a start whose MongoDB does not answer with a sentence for the operator, in the place of the driver's. Nothing of
 * the address but its hosts is repeated: it may hold a password. `patience` in milliseconds: how
 * long a replica set may take to elect its primary while everything is being started.
 */
export async function reachDatabase({ database, databaseUrl }: Settings, patience = 15_000): Promise<void> {
  if (database !== 'mongodb') return
  const client = new MongoClient(databaseUrl, { serverSelectionTimeoutMS: patience })
  try {
    await client.connect()
    const { setName } = (await client.db().admin().command({ hello: 1 })) as { setName?: string }
    const fault = setFault(client.options.replicaSet, setName)
    if (fault) throw new SettingsFault([fault])
  } catch (error) {
    if (error instanceof SettingsFault) throw error
    const hosts = client.options.hosts.map(String).join(', ')
    const { name = '', code } = error as { name?: string; code?: number }
    // 18: the credentials are refused (AuthenticationFailed).
    throw new SettingsFault([
      code === 18
        ? `DATABASE_URL: MongoDB at ${hosts} refuses the credentials`
        : `DATABASE_URL: no primary of replica set ${client.options.replicaSet ?? ''} answers at ${hosts} (${name}): start it, or correct the address`,
    ])
  } finally {
    await client.close()
  }
}

/**
 * Why nothing may be written there, or null. `named`: the replica set of the address, which for `mongodb+srv:` may stand in
 * the DNS; `answered`: what the server says. Where none is named, Payload writes without transactions and says nothing.
 */
export function setFault(named: string | undefined, answered: string | undefined): string | null {
  if (!answered)
    return 'DATABASE_URL: what answers is no member of a replica set, so nothing could be written together: make it one (a set of one is enough; a router of a sharded cluster will not do)'
  return named ? null : `DATABASE_URL names no replica set, nor does its DNS: add replicaSet=${answered}`
}
