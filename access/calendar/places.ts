import { mayCreate, nobody, scoped } from '../rules.js'

const home = { municipality: 'municipality' } as const
export const create = mayCreate('places')
export const read = scoped('places', 'read', home)
export const update = scoped('places', 'update', home)
export { nobody as delete, nobody as readVersions, nobody as unlock }
