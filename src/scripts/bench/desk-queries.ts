import type { Db } from 'mongodb'
import type { Payload } from 'payload'

interface SqliteClient {
  execute: (statement: unknown) => Promise<unknown>
}

/** What the clock, the reconciler, the leases and the sealing of the log ask by themselves, whatever is measured. */
const byItself = /clock_?at|leases|outbox_?cause|log[-_]?lines|"?sequence"?( is null|":null)/i

/** How many statements reach the database while something is done; the clock's own look among them is left out. */
export function countQueries(payload: Payload, work: () => Promise<unknown>): Promise<number> {
  return payload.db.name === 'mongoose' ? countedByMongodb(payload, work) : countedAtSqlite(payload, work)
}

async function countedAtSqlite(payload: Payload, work: () => Promise<unknown>): Promise<number> {
  const { client } = payload.db as unknown as { client: SqliteClient }
  const execute = client.execute.bind(client)
  let counted = 0
  client.execute = (statement) => {
    const { sql = '' } = statement as { sql?: string }
    if (!byItself.test(sql.split(/\bwhere\b/i)[1] ?? '')) counted += 1
    return execute(statement)
  }
  await work()
  client.execute = execute
  return counted
}

/** MongoDB's own profiler writes down each operation while it is on. */
async function countedByMongodb(payload: Payload, work: () => Promise<unknown>): Promise<number> {
  const { db } = (payload.db as unknown as { connection: { db: Db } }).connection
  const profile = db.collection<{ ns: string; command?: object }>('system.profile')
  await db.command({ profile: 0 })
  await profile.drop().catch(() => undefined)
  await db.command({ profile: 2 })
  await work()
  await db.command({ profile: 0 })
  const asked = await profile
    .find({ op: { $in: ['query', 'command', 'getmore', 'update', 'insert'] } })
    .toArray()
  return asked.filter(
    ({ ns, command }) =>
      !ns.endsWith('system.profile') &&
      !/"profile":/.test(JSON.stringify(command)) &&
      !byItself.test(ns + JSON.stringify(command)),
  ).length
}
