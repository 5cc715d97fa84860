import type { Db } from 'mongodb'
import type { CollectionSlug, Payload } from 'payload'

/**
 * Passwords stood in the accounts until 0.1.0; they stand apart now. On SQLite the migration drops their columns, so that
 * they are copied before it, and moved after it: a process that dies in between loses none.
 */
interface Execute {
  execute(statement: string): Promise<{ rows: Record<string, unknown>[] }>
}
const copy = 'carried_logins'

const sqliteOf = ({ db }: Payload): Execute => (db as unknown as { client: Execute }).client

const hasRows = async (sqlite: Execute, question: string) => (await sqlite.execute(question)).rows.length > 0
const hasTable = (sqlite: Execute, name: string) =>
  hasRows(sqlite, `SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '${name}'`)

/** SQLite, before the migrations: keeps what they are about to drop. */
export async function copyOldLogins(payload: Payload): Promise<void> {
  const sqlite = sqliteOf(payload)
  const old =
    (await hasTable(sqlite, 'accounts')) &&
    (await hasRows(sqlite, `SELECT 1 FROM pragma_table_info('accounts') WHERE name = 'hash'`))
  if (!old || (await hasTable(sqlite, copy))) return
  await sqlite.execute(`CREATE TABLE ${copy} AS SELECT id, hash, salt FROM accounts WHERE hash IS NOT NULL`)
}

/** SQLite, after the migrations. */
export async function moveOldLogins(payload: Payload): Promise<void> {
  const sqlite = sqliteOf(payload)
  if (!(await hasTable(sqlite, copy))) return
  for (const { id, hash, salt } of (await sqlite.execute(`SELECT id, hash, salt FROM ${copy}`)).rows)
    await keep(payload, String(id), hash, salt)
  await sqlite.execute(`DROP TABLE ${copy}`)
}

/** MongoDB: documents still hold what the collections no longer name. */
export async function moveOldLoginsInMongo(payload: Payload, db: Db): Promise<void> {
  const accounts = db.collection('accounts')
  const holds = { hash: { $exists: true } }
  if ((await accounts.countDocuments(holds, { limit: 1 })) === 0) return
  // An address was unique as it was written; now its trace is, and whoever has none has nothing in its place.
  if (await accounts.indexExists('email_1')) await accounts.dropIndex('email_1')
  for await (const { _id, hash, salt } of accounts.find(holds)) await keep(payload, String(_id), hash, salt)
  const fields = [
    'hash',
    'salt',
    'sessions',
    'resetPasswordToken',
    'resetPasswordExpiration',
    'resetPasswordRequestedAt',
  ]
  await accounts.updateMany(holds, { $unset: Object.fromEntries(fields.map((field) => [field, ''])) })
}

async function keep(payload: Payload, id: string, hash: unknown, salt: unknown): Promise<void> {
  const collection = 'credentials' as CollectionSlug
  const there = await payload.db.count({ collection, where: { id: { equals: id } } })
  if (there.totalDocs === 0) await payload.db.create({ collection, data: { id, hash, salt, rev: 1 } })
}
