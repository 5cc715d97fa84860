import { mayCreate, nobody, scoped } from './rules.js'

const self = { municipality: 'municipality', organisation: 'id' } as const
export const create = mayCreate('organisations')
export const read = scoped('organisations', 'read', self)
export const update = scoped('organisations', 'update', self)
export { nobody as delete, nobody as readVersions, nobody as unlock }
