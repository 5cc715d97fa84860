import type { Payload } from 'payload'
import { standingOf, versionInForce, type ShownPolicy } from '../../privacy/policies/policy-version.js'
import type { Clock } from '../../shared/clock.js'
import { DomainError, nothingHere } from '../../shared/errors.js'
import type { Actor } from '../../tenancy/actor.js'
import { municipalitiesOf } from '../../tenancy/membership.js'
import { appendEntry, bare } from '../log/append-entry.js'
import { oneAtATime } from '../one-at-a-time.js'
import { together, type Write } from '../together.js'
import {
  acceptedBy,
  homeOfPolicies,
  policyAcceptances,
  policyOf,
  policyVersions,
  versionsOf,
  type PolicyRow,
} from './policy-records.js'

/**
 * An account accepts, for itself, a version that is in force or announced, once: asked again it answers as before. Stored with the
 * time and the device that was shown at the login. Throws `not-found` for what is not of its municipalities, and
 * `not-possible-in-this-state` for a version that another has replaced.
 */
export async function acceptPolicy(
  payload: Payload,
  id: string,
  actor: Actor,
  clock: Clock,
): Promise<ShownPolicy> {
  const row = await payload.db.findOne<PolicyRow>({
    collection: policyVersions,
    where: { id: { equals: id } },
  })
  if (!row || !municipalitiesOf(actor).includes(row.municipality)) throw nothingHere()
  const policy = policyOf(row)
  const { municipality, number } = policy
  return oneAtATime(`accept ${actor.account}`, () =>
    together(payload, async (write) => {
      const now = clock.now()
      const { today } = await homeOfPolicies(payload, municipality, now, write)
      const standing = standingOf(await versionsOf(payload, municipality, write), policy, today)
      const before = (await acceptedBy(payload, actor.account, write)).get(id)
      if (before) return { ...policy, standing, acceptedAt: before }
      if (standing === 'past')
        throw new DomainError(
          'not-possible-in-this-state',
          'A newer version is in force. Read and accept that one.',
        )
      const at = now.toISOString()
      const device = actor.device ?? null
      const key = `${id} ${actor.account}`
      await payload.db.create({
        collection: policyAcceptances,
        data: { key, version: id, number, municipality, account: actor.account, at, device },
        req: write,
      })
      await appendEntry(
        payload,
        {
          ...bare,
          key,
          at,
          action: 'accept-policy',
          kind: 'policy',
          document: id,
          municipality,
          actor: actor.account,
          device,
          number,
        },
        write,
      )
      return { ...policy, standing, acceptedAt: at }
    }),
  )
}

/** The version in force in a municipality that an account has not accepted yet; null where there is nothing to accept. */
export async function policyToAccept(
  payload: Payload,
  { municipality, account, now }: { municipality: string; account: string; now: Date },
  write: Write | undefined,
): Promise<string | null> {
  const versions = await versionsOf(payload, municipality, write)
  if (versions.length === 0) return null
  const { today } = await homeOfPolicies(payload, municipality, now, write)
  const inForce = versionInForce(versions, today)
  if (!inForce || (await acceptedBy(payload, account, write)).has(inForce.id)) return null
  return inForce.id
}
