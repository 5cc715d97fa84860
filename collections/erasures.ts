import type { CollectionConfig } from 'payload'
import { systemOnly } from '../access/rules.js'
import { fixed } from './fields/record.js'

/**
 * What was erased, by id: written with the erasure itself, numbered when it is copied out to the ledger beside the
 * database. See docs/decisions/0025. Ids are `<kind> <document>`.
 */
export const Erasures: CollectionConfig = {
  slug: 'erasures',
  access: systemOnly,
  admin: { hidden: true },
  ...fixed,
  indexes: [{ fields: ['lineage', 'number'] }],
  fields: [
    { name: 'id', type: 'text', required: true },
    { name: 'kind', type: 'text', required: true },
    { name: 'document', type: 'text', required: true },
    { name: 'at', type: 'date', required: true, index: true },
    { name: 'reason', type: 'text' },
    /** Not set: it is being erased, and nobody knows yet whether it will be gone. */
    { name: 'settled', type: 'checkbox', defaultValue: false, index: true },
    { name: 'lineage', type: 'text' },
    /** 0: it waits for its number. */
    { name: 'number', type: 'number', defaultValue: 0 },
    { name: 'previous', type: 'text' },
    { name: 'hash', type: 'text' },
  ],
}

/** Where the database stands in the ledger: one row, with the id `ledger`. */
export const LedgerStandings: CollectionConfig = {
  slug: 'ledger-standings',
  access: systemOnly,
  admin: { hidden: true },
  ...fixed,
  fields: [
    { name: 'id', type: 'text', required: true },
    { name: 'lineage', type: 'text', required: true },
    { name: 'number', type: 'number', required: true },
    { name: 'hash', type: 'text' },
    { name: 'known', type: 'json' },
    { name: 'copied', type: 'number', defaultValue: 0 },
  ],
}
