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
    await client.db().command({ ping: 1 })
  } catch (error) {
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
