import { nobody } from '../../access/rules.js'
import { words } from './labels.js'

/** Records are written by actions alone: nothing of them is edited in bulk, copied, locked or versioned. */
export const fixed = {
  disableBulkEdit: true,
  disableBulkDelete: true,
  disableDuplicate: true,
  lockDocuments: false,
  versions: false,
} as const
/** Derivations are written once however often they are tried. */
export const key = {
  name: 'key',
  type: 'text',
  unique: true,
  hidden: true,
  access: { read: nobody, create: nobody, update: nobody },
} as const
/** Kept as a code, read in words. */
export const inWords = {
  admin: {
    components: {
      Cell: '/src/admin/fields/log-cell.tsx#LogCell',
      Field: '/src/admin/fields/log-cell.tsx#LogFact',
    },
  },
} as const
export const document = [
  { name: 'kind', type: 'text', index: true, label: words('Sort', 'Type', 'Kind'), ...inWords },
  {
    name: 'document',
    type: 'text',
    index: true,
    label: words('Gäller', 'Gjelder', 'About'),
    admin: { components: { Cell: '/src/admin/fields/document-cell.tsx#DocumentCell' } },
  },
] as const

/** The house rule that a decision rests on, as it read that day; shown in the place of its code. */
export const wording = { name: 'wording', type: 'json', hidden: true } as const
