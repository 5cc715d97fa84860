import { nobody, scoped } from './rules.js'

const paths = { organisation: 'organisation', account: 'account' } as const
export const read = scoped('notices', 'read', paths)
/** Only `read` (seen) can be changed; see the fields. */
export const update = scoped('notices', 'update', paths)
export { nobody as create, nobody as delete, nobody as readVersions, nobody as unlock }
