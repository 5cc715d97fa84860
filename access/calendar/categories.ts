import { mayCreate, nobody, scoped } from '../rules.js'

const home = { municipality: 'municipality' } as const
export const create = mayCreate('categories')
export const read = scoped('categories', 'read', home)
export const update = scoped('categories', 'update', home)
export { nobody as delete, nobody as readVersions, nobody as unlock }
