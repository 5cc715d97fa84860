import { mayCreate, nobody, scoped } from './rules.js'

const self = { municipality: 'id' } as const
export const create = mayCreate('municipalities')
export const read = scoped('municipalities', 'read', self)
export const update = scoped('municipalities', 'update', self)
export { nobody as delete, nobody as readVersions, nobody as unlock }
