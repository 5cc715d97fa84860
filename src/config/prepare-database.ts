import type { Payload } from 'payload'
import { migrations } from './migrations/index.js'

/** Brings the schema up to date: committed migrations on SQLite; MongoDB needs none, its indexes are made on connecting. */
export async function prepareDatabase(payload: Payload): Promise<void> {
  if (payload.db.name !== 'sqlite') return
  const database = payload.db as unknown as { migrate(args: { migrations: unknown[] }): Promise<void> }
  await database.migrate({ migrations })
}
