import type { AccessResult, Where } from 'payload'
import type { Standing } from '../src/accounts/standing.js'
import { writesForTowns } from '../src/tenancy/membership.js'

/**
 * Narrows what an account may write to organisations that are approved now: the rest of its organisations may read
 * and take back, which are actions, but write nothing. Where it is an editor it is narrowed by the moderation table,
 * which lets it mend what a suspended organisation left.
 */
export function onlyApproved(
  standing: Standing,
  result: AccessResult | Promise<AccessResult>,
): AccessResult | Promise<AccessResult> {
  if (result instanceof Promise) return result.then((settled) => onlyApproved(standing, settled))
  const { memberships, approvedOrganisations } = standing
  const towns = writesForTowns(memberships)
  if (result === false || towns.length + approvedOrganisations.length === 0) return false
  if (result === true) return true
  const among = (field: string, ids: string[]): Where[] => (ids.length > 0 ? [{ [field]: { in: ids } }] : [])
  const writable = [...among('organisation', approvedOrganisations), ...among('municipality', towns)]
  return { and: [result, { or: writable }] }
}
