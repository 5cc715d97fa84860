import type { Access } from 'payload'
import { standingOn } from '../../src/accounts/standing.js'
import { mayCreate, nobody, scoped } from '../rules.js'
import { onlyApproved } from '../only-approved.js'

/** Created by writers of an organisation that is approved now, and by editors. Deleting is `delete-draft` or `erase`. */
export const create: Access = (args) => onlyApproved(standingOn(args.req), mayCreate('events')(args))
export const read = scoped('events', 'read')
export const update: Access = (args) => onlyApproved(standingOn(args.req), scoped('events', 'update')(args))
export { nobody as delete, nobody as readVersions, nobody as unlock }
