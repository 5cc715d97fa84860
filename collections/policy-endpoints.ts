import type { Endpoint, PayloadRequest } from 'payload'
import { acceptPolicy } from '../src/editorial/policies/accept-policy.js'
import { publishPolicy } from '../src/editorial/policies/publish-policy.js'
import { duePolicies, policiesOf } from '../src/editorial/policies/read-policies.js'
import { readParameters } from '../src/moderation/queue-filters.js'
import { systemClock } from '../src/shared/clock.js'
import { nothingHere } from '../src/shared/errors.js'
import type { Actor } from '../src/tenancy/actor.js'
import { municipalitiesOf } from '../src/tenancy/membership.js'
import { answer, idOf, requireActor } from './endpoints.js'
import { knownBody } from './request-body.js'

/** The municipality that is asked about, of the account's own; the first of them where none is named. */
function ownMunicipality(actor: Actor, named: unknown): string {
  const own = municipalitiesOf(actor)
  const chosen = named ?? own[0]
  if (typeof chosen !== 'string' || !own.includes(chosen)) throw nothingHere()
  return chosen
}

const asked = (req: PayloadRequest, known: readonly string[]) =>
  readParameters(new URL(req.url!).searchParams, known)

/** The terms of a municipality for those who publish: read, published by its admin, accepted by each account for itself. */
export const policyEndpoints: Endpoint[] = [
  {
    path: '/policies',
    method: 'get',
    handler: async (req) => {
      const actor = requireActor(req)
      const municipality = ownMunicipality(actor, asked(req, ['municipality']).municipality)
      return answer(await policiesOf(req.payload, municipality, actor, systemClock.now()))
    },
  },
  {
    path: '/policies/due',
    method: 'get',
    handler: async (req) => {
      const actor = requireActor(req)
      asked(req, [])
      return answer({ due: await duePolicies(req.payload, actor, systemClock.now()) })
    },
  },
  {
    path: '/policies',
    method: 'post',
    handler: async (req) => {
      const actor = requireActor(req)
      const body = await knownBody(req, {
        municipality: 'text',
        validFrom: 'text',
        texts: 'anything',
        changes: 'anything',
      })
      const municipality = ownMunicipality(actor, body.municipality ?? undefined)
      const { validFrom, texts, changes } = body
      const wanted = { municipality, validFrom, texts, changes }
      return answer(await publishPolicy(req.payload, wanted, actor, systemClock), 201)
    },
  },
  {
    path: '/policies/:id/accept',
    method: 'post',
    handler: async (req) => {
      const actor = requireActor(req)
      await knownBody(req, {})
      return answer(await acceptPolicy(req.payload, idOf(req), actor, systemClock))
    },
  },
]
