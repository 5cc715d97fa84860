import type { Payload, PayloadRequest } from 'payload'
import type { Clock } from '../shared/clock.js'
import type { Actor } from '../tenancy/actor.js'
import type { RegisterCollection } from './change-register.js'
import { oneAtATime } from './one-at-a-time.js'
import { takeLifeAction } from './organisation-actions.js'
import { numberingOrganisations } from './organisation-numbers.js'
import { tryAgain } from './together.js'
import { collectionOf, type ModeratedKind } from './working-document.js'

type Row = Record<string, unknown>

const creation = (
  payload: Payload,
  collection: string,
  data: Row,
  depth: number,
  req: PayloadRequest,
): Promise<Row> =>
  tryAgain(
    async () =>
      (await payload.create({
        collection: collection as 'events',
        // Payload writes into what it is given; a second try must begin with what was sent.
        data: structuredClone(data) as never,
        depth,
        overrideAccess: false,
        req,
      })) as unknown as Row,
  )

/** Makes a moderated document as the request's account; a unit of the municipality itself is approved from the start. */
export async function createDocument(
  payload: Payload,
  made: { kind: ModeratedKind; data: Row; actor: Actor; depth: number },
  clock: Clock,
  req: PayloadRequest,
): Promise<Row> {
  const { kind, data, actor, depth } = made
  const save = () => creation(payload, collectionOf[kind], data, depth, req)
  if (kind !== 'organisation') return save()
  const doc = await numberingOrganisations(save)
  if (doc.kind !== 'unit') return doc
  const input = { revision: Number(doc.revision) }
  const attempt = { kind, id: String(doc.id), action: 'approve', actor, input, clock }
  const { state, publication, revision } = await takeLifeAction(payload, attempt)
  return { ...doc, life: state, publication, revision }
}

/**
 * Makes a row of what is not moderated, as the request's account. It is tried again where MongoDB says so: another was
 * quicker, or, just after a start, its indexes are still settling. Memberships are given one at a time, so that the
 * second of two equal ones sees the first.
 */
export const createRow = (
  payload: Payload,
  collection: 'accounts' | 'memberships' | 'webhooks' | RegisterCollection,
  data: Row,
  depth: number,
  req: PayloadRequest,
): Promise<Row> => {
  const save = () => creation(payload, collection, data, depth, req)
  return collection === 'memberships' ? oneAtATime('memberships', save) : save()
}
