import type { Access, PayloadRequest, Where } from 'payload'
import { ownContributors } from '../src/accounts/own-contributors.js'
import { actorOf } from '../src/accounts/standing.js'
import { isOperator } from '../src/tenancy/membership.js'
import { scopeOf, type Operation } from '../src/tenancy/scope.js'
import { adminMemberships } from './memberships.js'
import { admin, mayCreate, nobody } from './rules.js'
import { everyRow } from '../src/shared/every-row.js'

type Row = { id: string; account: unknown; municipality: unknown }

/**
 * What an operator needs to give a municipality its first admin, and to know later who that is: the accounts at home
 * where nobody is admin yet, and those of the admins. Of no other account.
 */
async function firstAdmins(req: PayloadRequest): Promise<Where[]> {
  const admins = await everyRow<Row>(req.payload, 'memberships', adminMemberships, req)
  const led = new Set(admins.map(({ municipality }) => String(municipality)))
  const towns = await everyRow(req.payload, 'municipalities', {}, req)
  const without = towns.map(({ id }) => String(id)).filter((id) => !led.has(id))
  return [
    { id: { in: [...new Set(admins.map(({ account }) => String(account)))] } },
    { homeMunicipality: { in: without } },
  ]
}

/**
 * One's own account, those whose home is one's municipality, for an organisation-admin those that write for its
 * organisation and nothing else, and for an operator the admins. An account carries no organisation and no role, so the
 * memberships are asked.
 */
const reach =
  (operation: Operation): Access =>
  async ({ req }) => {
    const actor = actorOf(req)
    const scope = scopeOf(actor, 'accounts', operation)
    if (scope === 'all' || scope === 'none') return scope === 'all'
    const contributors = await ownContributors(req.payload, scope.organisations, req)
    const or: Where[] = [{ id: { in: [...scope.accounts, ...contributors] } }]
    if (scope.municipalities.length > 0) or.push({ homeMunicipality: { in: scope.municipalities } })
    if (operation === 'read' && actor && isOperator(actor)) or.push(...(await firstAdmins(req)))
    return { or }
  }

export const create = mayCreate('accounts')
export const read = reach('read')
export const update = reach('update')
const reachToDelete = reach('delete')
/** Nobody deletes the account that they are logged in with: a municipality would lose its admin by mistake. */
const remove: Access = async (args) => {
  const reached = await reachToDelete(args)
  const account = actorOf(args.req)?.account
  return typeof reached === 'object' && account
    ? { and: [reached, { id: { not_equals: account } }] }
    : reached === true
}
export { admin, remove as delete, nobody as readVersions, nobody as unlock }
