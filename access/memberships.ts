import { mayCreate, nobody, scoped } from './rules.js'

const paths = { municipality: 'municipality', organisation: 'organisation', account: 'account' } as const
export const create = mayCreate('memberships')
export const read = scoped('memberships', 'read', paths)
export const update = scoped('memberships', 'update', paths)
const end = scoped('memberships', 'delete', paths)
export { end as delete, nobody as readVersions, nobody as unlock }
