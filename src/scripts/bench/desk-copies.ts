import { ObjectId, type Db } from 'mongodb'
import type { Payload } from 'payload'

/** One document that is there, and how often it is copied straight in the database. */
export interface Copies {
  collection: string
  source: string
  many: number
  /** What one copy in five hundred has instead, by field. */
  seldoms: Record<string, string>
}

interface SqliteClient {
  execute(
    statement: { sql: string; args: (string | number)[] } | string,
  ): Promise<{ rows: Record<string, unknown>[] }>
}

/** Half a year on both sides of now, in minutes; the step strews the copies over it. */
const [span, step] = [525_600, 7_919]
const startKeys = /^(queueStart|queueSince|changedKey|dateKey)$/
/** No two may have the same. */
const ownTexts = /^(key|place)$/
const startTimes = /^(startsAt|at)$/

let copied = 0

/** Copies a document: each copy with keys of its own, spread over half a year on both sides of now. */
export async function copyDocument(payload: Payload, copies: Copies): Promise<void> {
  if (copies.many === 0) return
  copied += 1
  await (payload.db.name === 'mongoose' ? inMongodb : inSqlite)(payload, copies)
}

const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const fieldOf = (column: string): string => column.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase())

async function inSqlite(payload: Payload, { collection, source, many, seldoms }: Copies): Promise<void> {
  const { client } = payload.db as unknown as { client: SqliteClient }
  const table = collection.replaceAll('-', '_')
  const { rows } = await client.execute(`PRAGMA table_info(${table})`)
  const own = `'${String(copied).padStart(8, '0')}-0000-7000-8000-' || printf('%012x', n.i)`
  const minutes = `((n.i * ${step}) % ${span} - ${span / 2})`
  const at = `strftime('%Y-%m-%dT%H:%M:%fZ', 'now', ${minutes} || ' minutes', (n.i % 60) || ' seconds')`
  const columns = new Map([
    ...Object.entries(seldoms).map(([field, value]) => [columnOf(field), value] as const),
    ...(seldoms.organisation ? [['organisation_id', seldoms.organisation] as const] : []),
  ])
  const values = rows.map(({ name }) => {
    const column = String(name)
    if (column === 'id') return own
    if (ownTexts.test(column)) return `'copy ' || n.i`
    if (startTimes.test(fieldOf(column))) return at
    if (startKeys.test(fieldOf(column)))
      return `CASE WHEN ${column} IS NULL THEN NULL ELSE ${at} || ' ' || ${own} END`
    const other = columns.get(column)
    return other === undefined
      ? `"${column}"`
      : `CASE WHEN n.i % 500 = 0 THEN '${other}' ELSE "${column}" END`
  })
  await client.execute({
    sql: `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
      INSERT INTO ${table} (${rows.map(({ name }) => `"${String(name)}"`).join(', ')})
      SELECT ${values.join(', ')} FROM n CROSS JOIN ${table} WHERE ${table}.id = ?`,
    args: [many, source],
  })
}

async function inMongodb(payload: Payload, { collection, source, many, seldoms }: Copies): Promise<void> {
  const { connection } = payload.db as unknown as { connection: { db: Db } }
  const documents = connection.db.collection(collection)
  const like = await documents.findOne({ _id: new ObjectId(source) })
  if (!like) throw new Error(`${collection} ${source} is not there to be copied`)
  const began = Date.now()
  const copy = (i: number): Record<string, unknown> => {
    const _id = new ObjectId(`${String(copied).padStart(8, '0')}${i.toString(16).padStart(16, '0')}`)
    const at = new Date(began + (((i * step) % span) - span / 2) * 60_000 + (i % 60) * 1_000)
    const changed = Object.keys(like).map((field): [string, unknown] => {
      const was: unknown = like[field]
      if (field === '_id') return [field, _id]
      if (ownTexts.test(field)) return [field, `copy ${i}`]
      if (startTimes.test(field)) return [field, was instanceof Date ? at : at.toISOString()]
      if (startKeys.test(field) && was) return [field, `${at.toISOString()} ${_id.toHexString()}`]
      const other = i % 500 === 0 ? seldoms[field] : undefined
      if (other === undefined) return [field, was]
      return [field, was instanceof ObjectId ? new ObjectId(other) : other]
    })
    return Object.fromEntries(changed)
  }
  for (let from = 1; from <= many; from += 1_000) {
    const batch = Array.from({ length: Math.min(1_000, many - from + 1) }, (_, index) => copy(from + index))
    await documents.insertMany(batch)
  }
}
