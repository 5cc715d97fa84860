import type { Payload } from 'payload'

type Client = { execute(sql: string): Promise<unknown> }

const clientOf = ({ db }: Payload): Client | null =>
  db.name === 'sqlite' ? (db as unknown as { client: Client }).client : null

/**
 * SQLite leaves what was deleted in the pages that it frees, and each connection forgets what the one before was told.
 * The library opens a new one after a transaction, as the migrations use: to be called when they are done.
 */
export async function overwriteDeleted(payload: Payload): Promise<void> {
  const client = clientOf(payload)
  if (!client) return
  for (const setting of ['busy_timeout = 5000', 'synchronous = FULL', 'secure_delete = ON'])
    await client.execute(`PRAGMA ${setting}`)
}

/**
 * Leaves no byte of what was deleted in the files of an embedded database: it is written anew, and its log emptied. What
 * MongoDB has freed its engine overwrites in its own time: docs/operations.md says until when. False where the database
 * cannot be written anew now (no room on the disk, another program reads it): that is told, and tried again later.
 */
export async function wipeFreed(payload: Payload): Promise<boolean> {
  const client = clientOf(payload)
  if (!client) return true
  try {
    await client.execute('VACUUM')
    await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    return true
  } catch (error) {
    payload.logger.error({ err: error, code: 'not-wiped' }, 'ledger')
    return false
  }
}
