import type { CollectionConfig } from 'payload'
import { systemOnly } from '../access/rules.js'
import { fixed, key } from './fields/record.js'

/** What a municipality asks of those who publish, version by version; read and written through src/editorial/policies alone. */
export const PolicyVersions: CollectionConfig = {
  slug: 'policy-versions',
  access: systemOnly,
  admin: { hidden: true },
  ...fixed,
  fields: [
    key,
    { name: 'municipality', type: 'text', index: true, required: true },
    { name: 'number', type: 'number', required: true },
    /** A day, `YYYY-MM-DD`: as a date it would have a time, and a zone. */
    { name: 'validFrom', type: 'text', required: true },
    { name: 'texts', type: 'json', required: true },
    { name: 'changes', type: 'json' },
    { name: 'publishedAt', type: 'date', required: true },
    /** Who published it, until the log and the notices have told of it. */
    { name: 'outbox', type: 'json' },
  ],
}

/** Which account accepted which version, when, and with which of its devices. */
export const PolicyAcceptances: CollectionConfig = {
  slug: 'policy-acceptances',
  access: systemOnly,
  admin: { hidden: true },
  ...fixed,
  fields: [
    key,
    { name: 'version', type: 'text', index: true, required: true },
    { name: 'number', type: 'number', required: true },
    { name: 'municipality', type: 'text', required: true },
    { name: 'account', type: 'text', index: true, required: true },
    { name: 'at', type: 'date', required: true },
    { name: 'device', type: 'number' },
  ],
}
