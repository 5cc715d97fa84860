import type { CollectionConfig, Field } from 'payload'
import { systemOnly } from '../access/rules.js'
import { publicationKinds, publicationStates } from '../src/publication/publication.js'

const text = (name: string, index = false): Field => ({ name, type: 'text', index })

/** The public copies; see `Publication`. Written by derivation only, read by feed processes only. */
export const Publications: CollectionConfig = {
  slug: 'publications',
  access: systemOnly,
  admin: { hidden: true },
  disableBulkEdit: true,
  disableBulkDelete: true,
  disableDuplicate: true,
  lockDocuments: false,
  versions: false,
  indexes: [
    { fields: ['municipality', 'number'], unique: true },
    { fields: ['municipality', 'organisation'] },
  ],
  fields: [
    { name: 'id', type: 'text', required: true },
    { name: 'kind', type: 'select', options: [...publicationKinds], required: true },
    { ...text('municipality'), required: true } as Field,
    text('organisation'),
    { name: 'number', type: 'number', required: true },
    { name: 'sequence', type: 'number', required: true },
    { name: 'state', type: 'select', options: [...publicationStates], required: true, index: true },
    { name: 'active', type: 'checkbox', defaultValue: true },
    text('hidden'),
    { name: 'data', type: 'json' },
    { name: 'pictures', type: 'json' },
    { name: 'visibleFrom', type: 'date' },
    { name: 'visibleUntil', type: 'date' },
    { name: 'published', type: 'date' },
    { name: 'modified', type: 'date' },
    { name: 'ended', type: 'date', index: true },
    text('reason'),
    text('explanation'),
    /** Key of the derivation that wrote this last: writing it twice changes nothing. */
    text('cause'),
  ],
}

/** The last change number given out in each municipality (id: its slug). */
export const ChangeCounters: CollectionConfig = {
  slug: 'change-counters',
  access: systemOnly,
  admin: { hidden: true },
  disableBulkEdit: true,
  disableBulkDelete: true,
  disableDuplicate: true,
  lockDocuments: false,
  versions: false,
  fields: [
    { name: 'id', type: 'text', required: true },
    { name: 'last', type: 'number', required: true, defaultValue: 0 },
  ],
}

/** Who runs the jobs now; see src/jobs/lease.ts. */
export const Leases: CollectionConfig = {
  slug: 'leases',
  access: systemOnly,
  admin: { hidden: true },
  disableBulkEdit: true,
  disableBulkDelete: true,
  disableDuplicate: true,
  lockDocuments: false,
  versions: false,
  fields: [{ name: 'id', type: 'text', required: true }, text('holder'), { name: 'until', type: 'date' }],
}
