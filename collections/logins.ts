import type { CollectionConfig, Field } from 'payload'
import { systemOnly } from '../access/rules.js'

const fixed = {
  access: systemOnly,
  admin: { hidden: true },
  disableBulkEdit: true,
  disableBulkDelete: true,
  disableDuplicate: true,
  lockDocuments: false,
  versions: false,
} as const
const account: Field = { name: 'account', type: 'text', index: true }

/**
 * What only its holder knows or has, apart from the account (id: that of the account): no save of an account can touch
 * it, and it is changed by compare-and-set of `rev`.
 */
export const Credentials: CollectionConfig = {
  slug: 'credentials',
  ...fixed,
  fields: [
    { name: 'id', type: 'text', required: true },
    { name: 'hash', type: 'text' },
    { name: 'salt', type: 'text' },
    /** Chosen by somebody else, so that its holder chooses another at the next login. */
    { name: 'givenPassword', type: 'checkbox', defaultValue: false },
    /** `SecondFactor` in src/accounts/second-factor.ts; secrets are sealed. */
    { name: 'factor', type: 'json' },
    { name: 'rev', type: 'number', defaultValue: 0 },
  ],
}

/** Who is logged in, and who is half-way (`purpose` `steps`). A token is kept as a hash; nothing is kept of a browser or address. */
export const Sessions: CollectionConfig = {
  slug: 'sessions',
  ...fixed,
  fields: [
    account,
    { name: 'token', type: 'text', unique: true },
    { name: 'purpose', type: 'text' },
    /** Number of the second-factor device; 0 a recovery code; null where no second factor was shown. */
    { name: 'device', type: 'number' },
    { name: 'began', type: 'date' },
    { name: 'ends', type: 'date', index: true },
    /** What was proven so far, and the secret of a device that is being added, sealed. */
    { name: 'steps', type: 'json' },
  ],
}

/** Codes that were given and not used yet. Only their hashes are kept. */
export const OneTimeCodes: CollectionConfig = {
  slug: 'one-time-codes',
  ...fixed,
  fields: [
    /** Whose; empty for one by which a membership is accepted. */
    account,
    { name: 'hash', type: 'text', index: true },
    { name: 'purpose', type: 'text' },
    { name: 'label', type: 'text' },
    /** The membership that it gives. */
    { name: 'grant', type: 'json' },
    { name: 'givenBy', type: 'text' },
    { name: 'municipality', type: 'text', index: true },
    { name: 'ends', type: 'date', index: true },
    { name: 'used', type: 'checkbox', defaultValue: false },
  ],
}
