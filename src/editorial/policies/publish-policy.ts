import type { Payload } from 'payload'
import { policyFaults, type PolicyWanted } from '../../privacy/policies/policy-faults.js'
import type { PolicyVersion } from '../../privacy/policies/policy-version.js'
import type { Clock } from '../../shared/clock.js'
import { DomainError, mostFaults } from '../../shared/errors.js'
import type { Actor } from '../../tenancy/actor.js'
import { isMunicipalityAdminOf } from '../../tenancy/membership.js'
import { municipalityKey, oneAtATime } from '../one-at-a-time.js'
import { refuseNumbersIn } from '../refuse-numbers.js'
import { together } from '../together.js'
import { announcePolicy } from './announce-policy.js'
import { homeOfPolicies, policyOf, policyVersions, versionsOf, type PolicyRow } from './policy-records.js'

/** Of the texts that were sent those that stay: without what stands around them. */
const kept = (texts: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((texts ?? {}) as Record<string, string | null>).flatMap(([language, text]) =>
      text?.trim() ? [[language, text.trim()]] : [],
    ),
  )

/**
 * Publishes the next version of what the municipality asks of those who publish, for good: there is no way to change or take it
 * back, only a newer one. Only its admin does so. Logged, and told to everybody concerned. Throws `not-allowed`, `invalid-input`
 * with a fault for each field, and `personal-data`.
 */
export async function publishPolicy(
  payload: Payload,
  { municipality, ...wanted }: PolicyWanted & { municipality: string },
  actor: Actor,
  clock: Clock,
): Promise<PolicyVersion> {
  if (!isMunicipalityAdminOf(actor, municipality))
    throw new DomainError('not-allowed', 'Only the admin of the municipality publishes its terms.')
  const now = clock.now()
  const { slug } = await homeOfPolicies(payload, municipality, now)
  return oneAtATime(municipalityKey(slug), () =>
    together(payload, async (write) => {
      const home = await homeOfPolicies(payload, municipality, now, write)
      const last = (await versionsOf(payload, municipality, write)).at(-1) ?? null
      const { languages, today } = home
      const faults = policyFaults(wanted, { languages, today, last })
      if (faults.length > 0)
        throw new DomainError('invalid-input', 'This version cannot be published so.', {
          faults: faults.slice(0, mostFaults),
        })
      const [texts, changes] = [kept(wanted.texts), kept(wanted.changes)]
      refuseNumbersIn({ texts, changes }, now)
      const number = (last?.number ?? 0) + 1
      const row = (await payload.db.create({
        collection: policyVersions,
        data: {
          // Of two processes that publish at once the second one's number is taken.
          key: `${municipality} ${number}`,
          municipality,
          number,
          validFrom: wanted.validFrom as string,
          texts,
          changes,
          publishedAt: now.toISOString(),
          outbox: { actor: actor.account, device: actor.device ?? null },
        },
        req: write,
      })) as unknown as PolicyRow
      await announcePolicy(payload, row, write)
      return policyOf(row)
    }),
  )
}
