import type { CollectionConfig } from 'payload'
import { systemOnly } from '../access/rules.js'
import { fixed } from './fields/record.js'

/** Links to previews of what is not published; see src/editorial/share. The token itself is stored nowhere. */
export const ShareLinks: CollectionConfig = {
  slug: 'share-links',
  access: systemOnly,
  admin: { hidden: true },
  ...fixed,
  fields: [
    { name: 'hash', type: 'text', unique: true, required: true },
    { name: 'kind', type: 'text', required: true },
    { name: 'document', type: 'text', index: true, required: true },
    { name: 'municipality', type: 'text', required: true },
    { name: 'organisation', type: 'text', required: true },
    { name: 'madeBy', type: 'text', required: true },
    { name: 'until', type: 'date', index: true, required: true },
  ],
}
