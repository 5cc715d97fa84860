import type { CollectionConfig } from 'payload'
import * as access from '../access/retention-holds.js'
import { nobody, systemOnly } from '../access/rules.js'
import { keepHold, letGo, logHold, logLifting } from '../hooks/keep-hold.js'
import { holdKinds, holdReasons } from '../src/privacy/retention/holds.js'
import { fixed } from './fields/record.js'
import { municipalityField } from './fields/workflow.js'

/** What a municipality keeps although its time is over: a lawsuit, a request that is under way. */
export const RetentionHolds: CollectionConfig = {
  slug: 'retention-holds',
  access,
  admin: { hidden: true },
  ...fixed,
  hooks: {
    beforeValidate: [keepHold],
    afterChange: [logHold],
    beforeDelete: [letGo],
    afterDelete: [logLifting],
  },
  fields: [
    municipalityField,
    { name: 'kind', type: 'select', options: [...holdKinds], required: true },
    /** Id of what is held; of the log, the municipality's. */
    { name: 'document', type: 'text', required: true, index: true },
    { name: 'reason', type: 'select', options: [...holdReasons], required: true },
    { name: 'since', type: 'date', access: { create: nobody, update: nobody } },
  ],
}

/** The nightly runs: what was done, and what was under way when a process died. */
export const RetentionRuns: CollectionConfig = {
  slug: 'retention-runs',
  access: systemOnly,
  admin: { hidden: true },
  ...fixed,
  fields: [
    { name: 'id', type: 'text', required: true },
    { name: 'day', type: 'text', index: true },
    { name: 'began', type: 'date' },
    { name: 'finished', type: 'date', index: true },
    { name: 'step', type: 'number', defaultValue: 0 },
    { name: 'done', type: 'json' },
    { name: 'held', type: 'json' },
    { name: 'failed', type: 'json' },
    { name: 'underWay', type: 'json' },
    { name: 'closing', type: 'checkbox', defaultValue: false },
  ],
}
