import type { Access, Where } from 'payload'
import { actorOf } from '../src/accounts/standing.js'
import { isOperator } from '../src/tenancy/membership.js'
import { mayCreate, nobody, scoped } from './rules.js'

const paths = { municipality: 'municipality', organisation: 'organisation', account: 'account' } as const
export const create = mayCreate('memberships')
const reach = scoped('memberships', 'read', paths)

/** Who administers the municipalities is known to those who run the installation, and no other role there. */
export const adminMemberships: Where = { role: { equals: 'municipality-admin' } }
export const read: Access = async (args) => {
  const reached = await reach(args)
  const actor = actorOf(args.req)
  return actor && isOperator(actor) && typeof reached === 'object'
    ? { or: [reached, adminMemberships] }
    : reached
}
export const update = scoped('memberships', 'update', paths)

const end = scoped('memberships', 'delete', paths)
/** Nobody ends a role of their own: a municipality would be left without its last admin by mistake. */
const endOfOthers: Access = async (args) => {
  const reach = await end(args)
  const account = actorOf(args.req)?.account
  return typeof reach === 'object' && account
    ? { and: [reach, { account: { not_equals: account } }] }
    : reach === true
}
export { endOfOthers as delete, nobody as readVersions, nobody as unlock }
