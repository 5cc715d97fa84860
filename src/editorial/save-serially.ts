import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import { completeLocked } from './reconcile.js'
import { documentKey, municipalityKey, oneAtATime } from './one-at-a-time.js'
import { numberingOrganisations } from './organisation-numbers.js'
import { municipalitySlug } from './registers.js'
import { tryAgain } from './together.js'
import { collectionOf, municipalityOf, type ModeratedKind } from './working-document.js'

/**
 * Saves a change to a document as the request's account, one at a time per document, after completing what an earlier
 * action left. Payload's own update runs underneath with all access rules and hooks.
 */
export async function saveSerially(
  payload: Payload,
  kind: ModeratedKind,
  id: string,
  data: Record<string, unknown>,
  req: PayloadRequest,
  depth = 0,
): Promise<Record<string, unknown>> {
  return oneAtATime(documentKey(collectionOf[kind], id), async () => {
    await completeLocked(payload, kind, id)
    req.context.serial = true
    const at = <T>(work: () => Promise<T>) => work()
    const numbers = kind === 'organisation' && 'organisationNumber' in data
    const inTurn = numbers ? numberingOrganisations : at
    // What is public of an organisation beside its profile is told with the save, under a change number.
    const told = kind === 'organisation' && ('surfaces' in data || 'kind' in data)
    const slug = told ? await slugOf(payload, kind, id) : null
    const numbered = slug ? <T>(work: () => Promise<T>) => oneAtATime(municipalityKey(slug), work) : at
    try {
      return await inTurn(() =>
        numbered(() =>
          tryAgain(async () => {
            const doc = await payload.update({
              collection: collectionOf[kind] as CollectionSlug,
              id,
              data: structuredClone(data) as never,
              depth,
              overrideAccess: false,
              req,
            })
            return doc as unknown as Record<string, unknown>
          }),
        ),
      )
    } finally {
      req.context.serial = false
    }
  })
}

async function slugOf(payload: Payload, kind: ModeratedKind, id: string): Promise<string | null> {
  const municipality = await municipalityOf(payload, kind, id)
  return municipality && municipalitySlug(payload, municipality)
}
