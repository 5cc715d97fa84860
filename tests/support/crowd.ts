import type { Db } from 'mongodb'
import type { Payload } from 'payload'

/** As many copies of an event as wished, each with keys and dates of its own, straight in the database. */
export interface Crowd {
  /** The event that is copied, as it is stored. */
  event: string
  many: number
  /** Instants (milliseconds) of the first copy and from one to the next. */
  start: number
  step: number
}

const id = (index: number, salt: number) =>
  `${salt.toString(16).padStart(8, '0')}-0000-7000-8000-${index.toString(16).padStart(12, '0')}`

type Client = {
  execute(statement: { sql: string; args: unknown[] } | string): Promise<{ rows: Record<string, unknown>[] }>
}

const clientOf = (payload: Payload) => (payload.db as unknown as { client?: Client }).client
const mongoOf = (payload: Payload) => (payload.db as unknown as { connection?: { db?: Db } }).connection?.db

/** Columns that differ from copy to copy; the rest is the event's own. `at` stands for the instant of the copy. */
const keyed = ['queueStart', 'queueSince', 'changedKey', 'dateKey'] as const

let salt = 0

export async function makeCrowd(payload: Payload, crowd: Crowd): Promise<void> {
  salt += 1
  const mongo = mongoOf(payload)
  if (mongo) return inMongo(mongo, payload, crowd)
  const client = clientOf(payload)!
  const { rows } = await client.execute('PRAGMA table_info(events)')
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const instant = `strftime('%Y-%m-%dT%H:%M:%fZ', (${crowd.start} + n.i * ${crowd.step}) / 1000.0, 'unixepoch')`
  const prefix = salt.toString(16).padStart(8, '0')
  const own = `'${prefix}-0000-7000-8000-' || printf('%012x', n.i)`
  const columns = rows.map(({ name }) => String(name))
  const values = columns.map((name) => {
    if (name === 'id') return own
    if (name === 'starts_at') return instant
    if (keyed.some((key) => snake(key) === name))
      return `CASE WHEN ${name} IS NULL THEN NULL ELSE ${instant} || ' ' || ${own} END`
    return `"${name}"`
  })
  await client.execute({
    sql: `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
      INSERT INTO events (${columns.map((name) => `"${name}"`).join(', ')})
      SELECT ${values.join(', ')} FROM n CROSS JOIN events WHERE events.id = ?`,
    args: [crowd.many, crowd.event],
  })
}

async function inMongo(mongo: Db, payload: Payload, { event, many, start, step }: Crowd): Promise<void> {
  const events = mongo.collection<Record<string, unknown>>('events')
  const row = await payload.db.findOne<{ id: string }>({
    collection: 'events',
    where: { id: { equals: event } },
  })
  const stored = await events.findOne({ title: (row as unknown as { title: string }).title })
  for (let from = 1; from <= many; from += 5_000) {
    const copies = Array.from({ length: Math.min(5_000, many - from + 1) }, (_, offset) => {
      const index = from + offset
      const at = new Date(start + index * step)
      const own = id(index, salt)
      const keys = keyed.flatMap((key) => (stored![key] ? [[key, `${at.toISOString()} ${own}`]] : []))
      const { _id, ...rest } = stored!
      return { ...rest, startsAt: at, ...(Object.fromEntries(keys) as object) }
    })
    await events.insertMany(copies)
  }
}
