import type { Payload, PayloadRequest } from 'payload'
import { nothingHere } from '../shared/errors.js'
import { fanOutSoon } from './fan-out.js'
import { municipalityKey, oneAtATime } from './one-at-a-time.js'
import { slugOfRow, type RegisterKind } from './registers.js'
import { tryAgain } from './together.js'

export type RegisterCollection = 'places' | 'categories' | 'municipalities'

const kindOf: Record<RegisterCollection, RegisterKind> = {
  places: 'place',
  categories: 'category',
  municipalities: 'municipality',
}

/**
 * Saves a change to what the municipality keeps itself, as the request's account. Payload writes the merged row back, so
 * the municipality's lock is held from before the row is read: a closing in between would be undone by it otherwise.
 */
export async function changeRegister(
  payload: Payload,
  collection: RegisterCollection,
  id: string,
  data: Record<string, unknown>,
  req: PayloadRequest,
  depth: number,
): Promise<unknown> {
  const kind = kindOf[collection]
  const row = await payload.db.findOne<{ id: string; municipality?: unknown; slug?: unknown }>({
    collection,
    where: { id: { equals: id } },
  })
  if (!row) throw nothingHere()
  const saved = await oneAtATime(municipalityKey(await slugOfRow(payload, kind, row)), async () => {
    req.context.serial = true
    try {
      return await tryAgain(() =>
        payload.update({
          collection,
          id,
          data: structuredClone(data) as never,
          depth,
          overrideAccess: false,
          req,
        }),
      )
    } finally {
      req.context.serial = false
    }
  })
  // Every event at the place shows what is said of it now.
  if (kind === 'place') fanOutSoon(payload)
  return saved
}
