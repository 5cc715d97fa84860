import type { Endpoint, PayloadRequest, TypedUser } from 'payload'
import { countQueue } from '../src/editorial/queue/queue-counts.js'
import { type Remit, remitOf } from '../src/editorial/queue/queue-streams.js'
import { readQueue } from '../src/editorial/queue/read-queue.js'
import { readPublic } from '../src/editorial/queue/read-public.js'
import { municipalityZone } from '../src/editorial/registers.js'
import { readFigures } from '../src/editorial/workbench/read-figures.js'
import { switchPreview } from '../src/editorial/workbench/switch-preview.js'
import { publicFilterNames, readPublicFilters } from '../src/moderation/public-list.js'
import type { MakePreviews } from '../src/editorial/workbench/preview-pages.js'
import { reviewItem } from '../src/editorial/workbench/review-item.js'
import { collectionOf, moderatedKinds } from '../src/editorial/working-document.js'
import { filterNames, readFilters, readParameters } from '../src/moderation/queue-filters.js'
import { DomainError, nothingHere } from '../src/shared/errors.js'
import { decidesIn } from '../src/tenancy/membership.js'
import { answer, idOf, isDocumentId, requireActor } from './endpoints.js'

/** Doors that only editors have: what waits, what is public, and what an editor must know to decide. They change nothing. */
interface Desk {
  user: TypedUser
  remit: Remit
  given: Partial<Record<string, string>>
}

const pageSizes = { usual: 40, most: 100 } as const

/** Who asks and about which municipality; the first of the account's own where the address names none. */
function deskOf(req: PayloadRequest, parameters: readonly string[]): Desk {
  const actor = requireActor(req)
  const municipalities = decidesIn(actor)
  if (municipalities.length === 0) throw new DomainError('not-allowed', 'Only editors decide here.')
  const given = readParameters(new URL(req.url!).searchParams, ['municipality', ...parameters])
  const municipality = given.municipality ?? municipalities[0]!
  if (!municipalities.includes(municipality)) throw nothingHere()
  return { user: req.user!, remit: remitOf(actor, municipality), given }
}

function limitIn(given: Desk['given']): number {
  const limit = given.limit === undefined ? pageSizes.usual : Number(given.limit)
  if (Number.isInteger(limit) && limit >= 1 && limit <= pageSizes.most) return limit
  throw new DomainError('bad-parameter', 'Some parameters of the address cannot be used.', {
    faults: [{ field: 'limit', code: 'range', message: `A whole number from 1 to ${pageSizes.most}` }],
  })
}

const get = (path: string, handler: (req: PayloadRequest) => Promise<unknown>): Endpoint => ({
  path: `/moderation${path}`,
  method: 'get',
  handler: async (req) => answer(await handler(req)),
})

/** What the doors need that only the wiring knows. */
export interface DeskParts {
  previews: MakePreviews
}

export const moderationEndpoints = ({ previews }: DeskParts): Endpoint[] => [
  get('/queue', async (req) => {
    const { user, remit, given } = deskOf(req, [...filterNames, 'cursor', 'limit'])
    const question = {
      ...remit,
      filters: readFilters(given),
      cursor: given.cursor ?? null,
      limit: limitIn(given),
      now: new Date(),
    }
    return { municipality: remit.municipality, ...(await readQueue(req.payload, question, user)) }
  }),
  get('/counts', async (req) => {
    const { user, remit } = deskOf(req, [])
    const counts = await countQueue(req.payload, remit, new Date(), user)
    return { municipality: remit.municipality, counts }
  }),
  get('/items/:collection/:id', async (req) => {
    const { user } = deskOf(req, [])
    const kind = moderatedKinds.find((one) => collectionOf[one] === req.routeParams?.collection)
    if (!kind) throw nothingHere()
    const question = { kind, id: idOf(req), actor: requireActor(req), user, now: new Date() }
    return reviewItem(req.payload, question, previews)
  }),
  get('/public', async (req) => {
    const { user, remit, given } = deskOf(req, [...publicFilterNames, 'cursor', 'limit'])
    const { municipality, kinds } = remit
    const question = {
      municipality,
      kinds,
      zone: await municipalityZone(req.payload, municipality),
      filters: readPublicFilters(given),
      cursor: given.cursor ?? null,
      limit: limitIn(given),
      now: new Date(),
    }
    return { municipality, ...(await readPublic(req.payload, question, user)) }
  }),
  get('/figures', async (req) => {
    const { user, remit } = deskOf(req, [])
    return { municipality: remit.municipality, ...(await readFigures(req.payload, remit, new Date(), user)) }
  }),
  get('/switch', async (req) => {
    const { user, remit, given } = deskOf(req, ['organisation'])
    const { organisation = null } = given
    if (organisation !== null && !isDocumentId(organisation)) throw nothingHere()
    return {
      municipality: remit.municipality,
      ...(await switchPreview(req.payload, remit, organisation, user)),
    }
  }),
]
