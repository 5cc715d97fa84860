import { mayCreate, nobody, scoped } from './rules.js'

const home = { municipality: 'municipality' } as const
/** Which municipality, and that the account is its admin, the hook settles. */
export const create = mayCreate('retention-holds')
export const read = scoped('retention-holds', 'read', home)
const end = scoped('retention-holds', 'delete', home)
export { nobody as update, end as delete, nobody as readVersions, nobody as unlock }
