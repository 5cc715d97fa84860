import { nobody, scoped } from './rules.js'

export const read = scoped('notices', 'read', { organisation: 'organisation', account: 'account' })
/** What somebody has read stands beside the notice: others of the organisation read it for themselves. */
export { nobody as create, nobody as update, nobody as delete, nobody as readVersions, nobody as unlock }
