import type { Access } from 'payload'
import { standingOn } from '../src/accounts/standing.js'
import { onlyApproved } from './only-approved.js'
import { mayCreate, nobody, scoped } from './rules.js'

/** Files are read here by those who write with them; citizens get renditions through the feed's own route. */
export const create: Access = (args) => onlyApproved(standingOn(args.req), mayCreate('media')(args))
export const read = scoped('media', 'read')
export const update: Access = (args) => onlyApproved(standingOn(args.req), scoped('media', 'update')(args))
const remove = scoped('media', 'delete')
export { remove as delete, nobody as readVersions, nobody as unlock }
