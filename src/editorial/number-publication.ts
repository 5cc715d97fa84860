import type { Payload } from 'payload'
import type { PublicItem } from '../publication/public-data.js'
import type { Publication, PublicationKind, PublicationState } from '../publication/publication.js'
import type { Write } from './together.js'

export interface PublicationChange {
  id: string
  kind: PublicationKind
  /** Slug. */
  municipality: string
  organisation: string | null
  state: PublicationState
  active?: boolean
  hidden?: 'suspended' | 'closed' | null
  data: PublicItem | null
  pictures: string[]
  visibleFrom: string | null
  visibleUntil: string | null
  reason: string | null
  explanation: string | null
  /** Key of the derivation: the same one writes once. */
  cause: string
  at: string
}

/** A publication as it is stored. */
export type PublicationRow = Publication & { cause: string }
type Row = PublicationRow

export async function findPublication(payload: Payload, id: string, write?: Write): Promise<Row | null> {
  return payload.db.findOne<Row>({ collection: 'publications', where: { id: { equals: id } }, req: write })
}

/**
 * Takes the next `count` change numbers of a municipality and returns the first. Numbers taken and not used are a gap,
 * which readers skip.
 */
export async function takeNumbers(
  payload: Payload,
  municipality: string,
  count: number,
  write: Write,
): Promise<number> {
  const take = () =>
    payload.db.updateOne({
      collection: 'change-counters',
      where: { id: { equals: municipality } },
      data: { last: { $inc: count } },
      options: { atomic: true },
      req: write,
    } as unknown as Parameters<Payload['db']['updateOne']>[0]) as unknown as Promise<{ last: number } | null>
  let counter = await take()
  if (!counter) {
    await payload.db.create({
      collection: 'change-counters',
      data: { id: municipality, last: 0 },
      req: write,
    })
    counter = (await take())!
  }
  return Number(counter.last) - count + 1
}

/** The stored row of a publication after a change, or null where this change has been written before. */
function rowAfter(before: Row | null, { at, ...change }: PublicationChange): Omit<Row, 'number'> | null {
  if (before && before.cause === change.cause) return null
  const public_ = change.state === 'live'
  const ended =
    public_ || change.state === 'scheduled' || change.state === 'none' ? null : (before?.ended ?? at)
  return {
    ...change,
    active: change.active ?? before?.active ?? true,
    hidden: change.hidden === undefined ? (before?.hidden ?? null) : change.hidden,
    sequence: (before?.sequence ?? -1) + 1,
    published: before?.published ?? (public_ ? at : null),
    modified: at,
    ended,
  }
}

async function store(payload: Payload, isNew: boolean, row: Row, write: Write): Promise<void> {
  const data = { ...row }
  if (isNew) await payload.db.create({ collection: 'publications', data, req: write })
  else {
    const where = { id: { equals: row.id } }
    await payload.db.updateOne({ collection: 'publications', where, data, req: write })
  }
}

/**
 * Writes a publication under the next change number of its municipality. The caller holds `municipalityKey(slug)` and
 * is inside `together`, so that a lower number is never seen after a higher one. Returns the number.
 */
export async function numberPublication(
  payload: Payload,
  change: PublicationChange,
  write: Write,
): Promise<number> {
  const before = await findPublication(payload, change.id, write)
  const row = rowAfter(before, change)
  if (!row) return before!.number
  const number = await takeNumbers(payload, change.municipality, 1, write)
  await store(payload, !before, { ...row, number }, write)
  return number
}

/**
 * The same for many publications of one municipality at once, which takes a fraction of the time: one reading, one
 * taking of numbers and, on MongoDB, one transaction for all of them. `before` holds the rows that are there, read
 * within the same `together`. The numbers follow the order given.
 */
export async function numberPublications(
  payload: Payload,
  municipality: string,
  changes: PublicationChange[],
  before: ReadonlyMap<string, Row>,
  write: Write,
): Promise<void> {
  const rows = changes.flatMap((change) => rowAfter(before.get(change.id) ?? null, change) ?? [])
  if (rows.length === 0) return
  const first = await takeNumbers(payload, municipality, rows.length, write)
  for (const [index, row] of rows.entries()) {
    await store(payload, !before.has(row.id), { ...row, number: first + index }, write)
    // SQLite answers without ever letting go of the thread: requests and the feed's poll must come in between.
    await new Promise((resolve) => setImmediate(resolve))
  }
}
