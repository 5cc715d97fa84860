import type { AccessResult, Where } from 'payload'
import type { Standing } from '../src/accounts/standing.js'

/** Whether any membership lets the account write without an organisation of its own. */
const editsToo = ({ memberships }: Standing): boolean =>
  memberships.some(
    (one) =>
      one.role === 'editor' ||
      one.role === 'municipality-admin' ||
      (one.role === 'api-client' && one.organisation === null),
  )

/**
 * Narrows what an account may write to organisations that are approved now: the rest of its organisations may read
 * and take back, which are actions, but write nothing. Editors are narrowed by the moderation table, which lets them
 * mend what a suspended organisation left.
 */
export function onlyApproved(
  standing: Standing,
  result: AccessResult | Promise<AccessResult>,
): AccessResult | Promise<AccessResult> {
  if (result instanceof Promise) return result.then((settled) => onlyApproved(standing, settled))
  if (result === false || editsToo(standing)) return result
  if (standing.approvedOrganisations.length === 0) return false
  const approved: Where = { organisation: { in: standing.approvedOrganisations } }
  return result === true ? true : { and: [result, approved] }
}
