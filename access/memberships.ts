import type { Access } from 'payload'
import { actorOf } from '../src/accounts/standing.js'
import { mayCreate, nobody, scoped } from './rules.js'

const paths = { municipality: 'municipality', organisation: 'organisation', account: 'account' } as const
export const create = mayCreate('memberships')
export const read = scoped('memberships', 'read', paths)
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
