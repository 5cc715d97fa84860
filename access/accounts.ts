import type { Access, PayloadRequest, Where } from 'payload'
import { actorOf } from '../src/accounts/standing.js'
import { scopeOf, type Operation } from '../src/tenancy/scope.js'
import { admin, mayCreate, nobody } from './rules.js'
import { everyRow } from '../src/shared/every-row.js'

type Row = { id: string; account: unknown; role: string; organisation: unknown }

/**
 * Accounts that are contributors of these organisations and have no other membership: whoever also decides or writes
 * elsewhere must not be taken over by resetting a password here.
 */
async function ownContributors(req: PayloadRequest, organisations: string[]): Promise<string[]> {
  if (organisations.length === 0) return []
  const memberships = (where: Where) => everyRow<Row>(req.payload, 'memberships', where, req)
  const candidates = (await memberships({ organisation: { in: organisations } })).map(({ account }) =>
    String(account),
  )
  if (candidates.length === 0) return []
  const all = await memberships({ account: { in: [...new Set(candidates)] } })
  const others = all
    .filter(
      ({ role, organisation }) => role !== 'contributor' || !organisations.includes(String(organisation)),
    )
    .map(({ account }) => String(account))
  return [...new Set(candidates)].filter((account) => !others.includes(account))
}

/**
 * One's own account, those whose home is one's municipality, and for an organisation-admin those that write for its
 * organisation and nothing else. An account carries no organisation, so its memberships are asked.
 */
const reach =
  (operation: Operation): Access =>
  async ({ req }) => {
    const scope = scopeOf(actorOf(req), 'accounts', operation)
    if (scope === 'all' || scope === 'none') return scope === 'all'
    const contributors = await ownContributors(req, scope.organisations)
    const or: Where[] = [{ id: { in: [...scope.accounts, ...contributors] } }]
    if (scope.municipalities.length > 0) or.push({ homeMunicipality: { in: scope.municipalities } })
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
