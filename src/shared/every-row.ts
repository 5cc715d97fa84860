import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'

/**
 * All rows that fit, however many: for questions to which an answer is wrong when some are left out. Neither access
 * rules nor hooks are asked; who may see the answer is the caller's to say.
 */
export async function everyRow<Row = Record<string, unknown> & { id: string }>(
  payload: Payload,
  collection: string,
  where: Where,
  req?: PayloadRequest,
): Promise<Row[]> {
  const { docs } = await payload.db.find({
    collection: collection as CollectionSlug,
    where,
    // 0 is Payload's word for no limit.
    limit: 0,
    pagination: false,
    req,
  })
  return docs as unknown as Row[]
}

/** The same in batches, one in memory at a time, in the order of ids; a row that comes to fit meanwhile may be left out. `select`: the fields that are read. */
export async function* rowsInBatches<Row extends { id: string } = Record<string, unknown> & { id: string }>(
  payload: Payload,
  collection: string,
  where: Where,
  { size = 200, select, req }: { size?: number; select?: Record<string, true>; req?: PayloadRequest } = {},
): AsyncGenerator<Row[]> {
  for (let last: string | null = null; ;) {
    // From id to id: without a count of everything, MongoDB gives the first page whichever is asked for.
    const { docs }: { docs: unknown[] } = await payload.db.find({
      collection: collection as CollectionSlug,
      where: last === null ? where : { and: [where, { id: { greater_than: last } }] },
      sort: 'id',
      select,
      limit: size,
      pagination: false,
      req,
    })
    const rows = docs as Row[]
    if (rows.length > 0) yield rows
    if (rows.length < size) return
    last = String(rows.at(-1)!.id)
  }
}

/**
 * The rows with these ids, at least one, whatever was sent as one: MongoDB breaks on an `in` that names something which
 * none of its ids can be, and finds nothing for an `equals`.
 */
export const withIds = (ids: readonly string[]): Where => ({ or: ids.map((id) => ({ id: { equals: id } })) })
