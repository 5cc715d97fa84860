import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import { completeLocked } from './reconcile.js'
import { documentKey, oneAtATime } from './one-at-a-time.js'
import { numberingOrganisations } from './organisation-numbers.js'
import { tryAgain } from './together.js'
import { collectionOf, type ModeratedKind } from './working-document.js'

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
    const numbers = kind === 'organisation' && 'organisationNumber' in data
    const inTurn = numbers ? numberingOrganisations : <T>(work: () => Promise<T>) => work()
    try {
      return await inTurn(() =>
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
      )
    } finally {
      req.context.serial = false
    }
  })
}
