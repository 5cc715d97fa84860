import type { Payload } from 'payload'
import {
  comingVersions,
  standingOf,
  versionInForce,
  type DuePolicy,
  type ShownPolicies,
} from '../../privacy/policies/policy-version.js'
import type { Actor } from '../../tenancy/actor.js'
import { publishesIn } from '../../tenancy/membership.js'
import { acceptedBy, homeOfPolicies, versionsOf } from './policy-records.js'

/** All that a municipality has published, the newest version first, with what this account has accepted of it. */
export async function policiesOf(
  payload: Payload,
  municipality: string,
  actor: Actor,
  now: Date,
): Promise<ShownPolicies> {
  const versions = await versionsOf(payload, municipality)
  const accepted = await acceptedBy(payload, actor.account)
  const { name, languages, today } = await homeOfPolicies(payload, municipality, now)
  return {
    municipality,
    name,
    languages,
    today,
    versions: versions
      .map((one) => ({
        ...one,
        standing: standingOf(versions, one, today),
        acceptedAt: accepted.get(one.id) ?? null,
      }))
      .reverse(),
  }
}

/** What an account is asked to accept in the municipalities where it publishes: what is in force, then what is announced. */
export async function duePolicies(payload: Payload, actor: Actor, now: Date): Promise<DuePolicy[]> {
  const due: DuePolicy[] = []
  for (const municipality of publishesIn(actor)) {
    const { name, versions, today } = await policiesOf(payload, municipality, actor, now)
    const inForce = versionInForce(versions, today)
    for (const policy of [...(inForce ? [inForce] : []), ...comingVersions(versions, today)])
      if (policy.acceptedAt === null)
        due.push({ policy, municipality: { id: municipality, name }, needed: policy === inForce })
  }
  return due
}
