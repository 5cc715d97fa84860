import type { Access, Where } from 'payload'
import { actorOf } from '../src/accounts/standing.js'
import { scopeOf, type Operation } from '../src/tenancy/scope.js'
import { admin, mayCreate, nobody } from './rules.js'

/**
 * One's own account, those whose home is one's municipality, and for an organisation-admin those that write for its
 * organisation and nothing else. An account carries no organisation, so its memberships are asked.
 */
const reach =
  (operation: Operation): Access =>
  async ({ req }) => {
    const scope = scopeOf(actorOf(req), 'accounts', operation)
    if (scope === 'all' || scope === 'none') return scope === 'all'
    const contributors =
      scope.organisations.length === 0
        ? []
        : (
            await req.payload.db.find<{ id: string; account: unknown }>({
              collection: 'memberships',
              where: {
                and: [{ organisation: { in: scope.organisations } }, { role: { equals: 'contributor' } }],
              },
              limit: 500,
              pagination: false,
              req,
            })
          ).docs.map(({ account }) => String(account))
    const or: Where[] = [{ id: { in: [...scope.accounts, ...contributors] } }]
    if (scope.municipalities.length > 0) or.push({ homeMunicipality: { in: scope.municipalities } })
    return { or }
  }

export const create = mayCreate('accounts')
export const read = reach('read')
export const update = reach('update')
const remove = reach('delete')
export { admin, remove as delete, nobody as readVersions, nobody as unlock }
