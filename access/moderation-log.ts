import type { Access, Where } from 'payload'
import { actorOf } from '../src/accounts/standing.js'
import { beyondDecisions, comingAndGoing } from '../src/accounts/logged-actions.js'
import type { Actor } from '../src/tenancy/actor.js'
import { isEditorOf, isMunicipalityAdminOf, municipalitiesOf } from '../src/tenancy/membership.js'
import { nobody, scoped } from './rules.js'

const reach = scoped('moderation-log', 'read')

/**
 * Decisions are read by editors, auditors and the admin; what concerns logins and rights by auditors and the admin; when
 * a colleague came and went by the admin alone.
 */
export const read: Access = async (args) => {
  const reached = await reach(args)
  const actor = actorOf(args.req)
  if (typeof reached !== 'object' || !actor) return reached
  return {
    and: [reached, { or: municipalitiesOf(actor).map((municipality) => within(actor, municipality)) }],
  }
}

function within(actor: Actor, municipality: string): Where {
  const here: Where = { municipality: { equals: municipality } }
  if (isMunicipalityAdminOf(actor, municipality)) return here
  const audits = actor.memberships.some((one) => one.role === 'auditor' && one.municipality === municipality)
  if (audits) return { and: [here, { action: { not_in: [...comingAndGoing] } }] }
  return isEditorOf(actor, municipality, null)
    ? { and: [here, { kind: { not_in: [...beyondDecisions] } }] }
    : { and: [here, { id: { exists: false } }] }
}
export { nobody as create, nobody as update, nobody as delete, nobody as readVersions, nobody as unlock }
