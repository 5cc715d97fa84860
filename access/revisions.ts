import { nobody, scoped } from './rules.js'

/** Written by derivation only, and never changed. */
export const read = scoped('revisions', 'read')
export { nobody as create, nobody as update, nobody as delete, nobody as readVersions, nobody as unlock }
