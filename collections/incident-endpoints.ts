import type { Endpoint, PayloadRequest } from 'payload'
import { addIncidentEntry } from '../src/editorial/incidents/add-entry.js'
import { incidentsOf } from '../src/editorial/incidents/incident-records.js'
import { clockOf } from '../src/privacy/incidents/incident-clock.js'
import { readParameters } from '../src/moderation/queue-filters.js'
import { systemClock } from '../src/shared/clock.js'
import { DomainError, nothingHere } from '../src/shared/errors.js'
import { requireKnown } from '../src/shared/known-fields.js'
import type { Actor } from '../src/tenancy/actor.js'
import { auditsIn } from '../src/tenancy/membership.js'
import { answer, idOf, requireActor } from './endpoints.js'
import { bodyOf } from './request-body.js'

/** The municipality that is asked about; the first of the account's own where none is named. */
function registerOf(actor: Actor, named: unknown): string {
  const reached = auditsIn(actor)
  if (reached.length === 0)
    throw new DomainError('not-allowed', 'Only auditors and admins see the register of incidents.')
  const line = named ?? reached[0]
  if (typeof line !== 'string' || !reached.includes(line)) throw nothingHere()
  return line
}

async function add(req: PayloadRequest, incident: string | null, status: number): Promise<Response> {
  const actor = requireActor(req)
  const { municipality: named, sequence, ...facts } = await bodyOf(req)
  requireKnown({ municipality: named }, { municipality: 'text' })
  const municipality = registerOf(actor, named)
  const seen = incident === null ? (sequence ?? 0) : sequence
  const now = systemClock.now()
  const found = await addIncidentEntry(
    req.payload,
    { municipality, incident, seen, facts },
    actor,
    systemClock,
  )
  return answer({ ...found, clock: clockOf(found.now, now) }, status)
}

/** The register of incidents of a municipality, with the clock of each: read by its auditors and admins, written by its admins. */
export const incidentEndpoints: Endpoint[] = [
  {
    path: '/incidents',
    method: 'get',
    handler: async (req) => {
      const actor = requireActor(req)
      const asked = readParameters(new URL(req.url!).searchParams, ['municipality'])
      const municipality = registerOf(actor, asked.municipality)
      const made = systemClock.now()
      const incidents = (await incidentsOf(req.payload, municipality)).map((one) => ({
        ...one,
        clock: clockOf(one.now, made),
      }))
      return answer({ format: 'torg-incidents-1', municipality, made: made.toISOString(), incidents }, 200, {
        'Content-Disposition': 'attachment; filename="torg-incidents.json"',
      })
    },
  },
  { path: '/incidents', method: 'post', handler: (req) => add(req, null, 201) },
  { path: '/incidents/:id/entries', method: 'post', handler: (req) => add(req, idOf(req), 200) },
]
