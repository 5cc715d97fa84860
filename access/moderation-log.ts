import { nobody, scoped } from './rules.js'

/** Written by derivation only, and never changed. */
export const read = scoped('moderation-log', 'read')
export { nobody as create, nobody as update, nobody as delete, nobody as readVersions, nobody as unlock }
