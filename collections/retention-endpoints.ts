import type { Endpoint, PayloadRequest } from 'payload'
import { dryRunOf, retentionOf } from '../src/editorial/retention/retention-report.js'
import { setPeriod } from '../src/editorial/retention/set-period.js'
import { readParameters } from '../src/moderation/queue-filters.js'
import { systemClock } from '../src/shared/clock.js'
import { DomainError, nothingHere } from '../src/shared/errors.js'
import type { Actor } from '../src/tenancy/actor.js'
import { auditsIn } from '../src/tenancy/membership.js'
import { answer, requireActor } from './endpoints.js'
import { bodyOf } from './request-body.js'

/** The municipality that is asked about; the first of the account's own where none is named. */
function lineOf(actor: Actor, named: unknown): string {
  const reached = auditsIn(actor)
  if (reached.length === 0)
    throw new DomainError('not-allowed', 'Only auditors and admins see what is kept, and for how long.')
  const line = named ?? reached[0]
  if (typeof line !== 'string' || !reached.includes(line)) throw nothingHere()
  return line
}

const asked = (req: PayloadRequest): string =>
  lineOf(requireActor(req), readParameters(new URL(req.url!).searchParams, ['municipality']).municipality)

async function setOne(req: PayloadRequest): Promise<Response> {
  const actor = requireActor(req)
  const { municipality, category, length, ...others } = await bodyOf(req)
  const unknown = Object.keys(others)
  if (unknown.length > 0) {
    throw new DomainError('invalid-input', 'Some of what was sent cannot be understood.', {
      faults: unknown.map((field) => ({ field, code: 'unknown-field', message: 'There is no such field' })),
    })
  }
  const line = lineOf(actor, municipality)
  await setPeriod(req.payload, { line, category, length }, actor, systemClock)
  return answer(await retentionOf(req.payload, line))
}

/** What is kept, for how long, and what would go now; and a shorter time of the municipality's own. */
export const retentionEndpoints: Endpoint[] = [
  {
    path: '/retention',
    method: 'get',
    handler: async (req) => answer(await retentionOf(req.payload, asked(req))),
  },
  {
    path: '/retention/dry-run',
    method: 'get',
    handler: async (req) => answer(await dryRunOf(req.payload, asked(req), systemClock.now())),
  },
  { path: '/retention/periods', method: 'post', handler: setOne },
]
