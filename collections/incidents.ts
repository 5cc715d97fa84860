import type { CollectionConfig } from 'payload'
import { systemOnly } from '../access/rules.js'
import { fixed, key } from './fields/record.js'

/** The register of incidents: entries are added and never changed; read and written through src/editorial/incidents alone. */
export const IncidentEntries: CollectionConfig = {
  slug: 'incident-entries',
  access: systemOnly,
  admin: { hidden: true },
  ...fixed,
  fields: [
    key,
    { name: 'incident', type: 'text', index: true, required: true },
    { name: 'municipality', type: 'text', index: true, required: true },
    { name: 'sequence', type: 'number', required: true },
    { name: 'at', type: 'date', required: true },
    { name: 'discoveredAt', type: 'date', index: true, required: true },
    /** When it was closed by this entry; null where it was not. */
    { name: 'closedAt', type: 'date', index: true },
    /** `IncidentFacts` in src/privacy/incidents/incident.ts. */
    { name: 'facts', type: 'json', required: true },
    /** Who added it, until the log has told of it. */
    { name: 'outbox', type: 'json' },
  ],
}
