import { mayCreate, nobody, scoped } from './rules.js'

const home = { municipality: 'municipality' } as const
export const create = mayCreate('webhooks')
export const read = scoped('webhooks', 'read', home)
export const update = scoped('webhooks', 'update', home)
const end = scoped('webhooks', 'delete', home)
export { end as delete, nobody as readVersions, nobody as unlock }
