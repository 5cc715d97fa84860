import { nobody, scoped } from './rules.js'

export const read = scoped('webhook-deliveries', 'read', { municipality: 'municipality' })
export { nobody as create, nobody as update, nobody as delete, nobody as readVersions, nobody as unlock }
