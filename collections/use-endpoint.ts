import type { Endpoint } from 'payload'
import { municipalitySlug } from '../src/editorial/registers.js'
import { readUse } from '../src/editorial/use/use-records.js'
import { readParameters } from '../src/moderation/queue-filters.js'
import { systemClock } from '../src/shared/clock.js'
import { DomainError, nothingHere } from '../src/shared/errors.js'
import { readsLogIn } from '../src/tenancy/membership.js'
import { answer, requireActor } from './endpoints.js'

/** So many days are told. */
const shownDays = 28

/** How much a municipality's feed and pages are used: for its own editors, auditors and admins, and nobody else. */
export const useEndpoint: Endpoint = {
  path: '/use',
  method: 'get',
  handler: async (req) => {
    const own = readsLogIn(requireActor(req))
    const asked = readParameters(new URL(req.url!).searchParams, ['municipality'])
    if (own.length === 0)
      throw new DomainError('not-allowed', 'Only editors, auditors and admins see how much is used.')
    const municipality = asked.municipality ?? own[0]!
    if (!own.includes(municipality)) throw nothingHere()
    const since = new Date(systemClock.now().getTime() - shownDays * 86_400_000).toISOString().slice(0, 10)
    const slug = await municipalitySlug(req.payload, municipality)
    return answer({ municipality, since, days: await readUse(req.payload, slug, since) })
  },
}
