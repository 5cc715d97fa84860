import type { Db } from 'mongodb'
import type { Payload } from 'payload'
import { endAbandonedTransactions } from './abandoned-transactions.js'
import { copyOldLogins, moveOldLogins, moveOldLoginsInMongo } from './carry-logins.js'
import { migrations } from './migrations/index.js'

/**
 * Brings the schema up to date: committed migrations on SQLite. MongoDB needs none, its indexes are made on connecting;
 * there it ends what a dead process holds.
 */
export async function prepareDatabase(payload: Payload): Promise<void> {
  const mongo = (payload.db as unknown as { connection?: { db?: Db } }).connection?.db
  if (mongo) {
    await endAbandonedTransactions(mongo).catch((error: unknown) => {
      // Some hosts refuse the question; then the dead process' transactions end by themselves within a minute.
      payload.logger.warn(
        { code: (error as { codeName?: string }).codeName ?? 'refused' },
        'current operations',
      )
    })
  }
  if (mongo) await moveOldLoginsInMongo(payload, mongo)
  if (payload.db.name !== 'sqlite') return
  const database = payload.db as unknown as { migrate(args: { migrations: unknown[] }): Promise<void> }
  await copyOldLogins(payload)
  await database.migrate({ migrations })
  await moveOldLogins(payload)
}
