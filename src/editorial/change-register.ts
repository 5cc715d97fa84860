import type { Payload, PayloadRequest } from 'payload'
import { DomainError } from '../shared/errors.js'
import { municipalityKey, oneAtATime } from './one-at-a-time.js'
import { slugOfRow, type RegisterKind } from './registers.js'
import { tryAgain } from './together.js'

const kindOf = { places: 'place', categories: 'category', municipalities: 'municipality' } as const

/**
 * Saves a change to what the municipality keeps itself, as the request's account. Payload writes the merged row back, so
 * the municipality's lock is held from before the row is read: a closing in between would be undone by it otherwise.
 */
export async function changeRegister(
  payload: Payload,
  collection: keyof typeof kindOf,
  id: string,
  data: Record<string, unknown>,
  req: PayloadRequest,
  depth: number,
): Promise<unknown> {
  const kind: RegisterKind = kindOf[collection]
  const row = await payload.db.findOne<{ id: string; municipality?: unknown; slug?: unknown }>({
    collection,
    where: { id: { equals: id } },
  })
  if (!row) throw new DomainError('not-found', 'There is nothing here that your account can see.')
  return oneAtATime(municipalityKey(await slugOfRow(payload, kind, row)), async () => {
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
}
