import type { CollectionConfig } from 'payload'
import { systemOnly } from '../access/rules.js'
import { fixed } from './fields/record.js'

/** How much citizens' doors are used: sums by municipality (its slug), kind and day, of ten at least. Nothing of who. */
export const UseCounts: CollectionConfig = {
  slug: 'use-counts',
  access: systemOnly,
  admin: { hidden: true },
  ...fixed,
  fields: [
    { name: 'id', type: 'text', required: true },
    { name: 'municipality', type: 'text', index: true, required: true },
    { name: 'kind', type: 'text', required: true },
    { name: 'day', type: 'text', index: true, required: true },
    { name: 'count', type: 'number', required: true },
  ],
}
