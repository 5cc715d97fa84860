import type { CollectionConfig, Field } from 'payload'
import * as logAccess from '../access/moderation-log.js'
import * as revisionAccess from '../access/revisions.js'
import { editorsOnly, nobody, systemOnly } from '../access/rules.js'
import { actorRole } from '../hooks/actor-role.js'
import { logHooks } from '../hooks/note-reading.js'
import { words } from './fields/labels.js'
import { document, fixed, inWords, key } from './fields/record.js'
import { municipalityField, organisationField } from './fields/workflow.js'

/** The content of every revision of every working document, with who made it and when. */
export const Revisions: CollectionConfig = {
  slug: 'revisions',
  access: revisionAccess,
  admin: { hidden: true },
  ...fixed,
  fields: [
    key,
    municipalityField,
    organisationField,
    ...document,
    { name: 'revision', type: 'number', index: true },
    { name: 'action', type: 'text' },
    { name: 'content', type: 'json' },
    /** What was written with it: by the author when submitting or appealing, by an editor when deciding. */
    { name: 'message', type: 'textarea' },
    // Whose account decided is for those who decide: authors are told of roles.
    { name: 'actor', type: 'text', access: { read: editorsOnly } },
    { name: 'device', type: 'number', access: { read: editorsOnly } },
    { name: 'at', type: 'date', index: true },
  ],
}

const chained = (name: string, more: object = {}): Field =>
  ({
    name,
    type: 'text',
    hidden: true,
    access: { read: nobody, create: nobody, update: nobody },
    ...more,
  }) as Field

/**
 * One entry for each thing that was done, added and never changed. Actor and document by id, never a name, never a text:
 * messages live in the notice and the thread. Shown by src/admin/log, since each reading is noted.
 */
export const ModerationLog: CollectionConfig = {
  slug: 'moderation-log',
  labels: {
    singular: words('Loggpost', 'Loggpost', 'Log entry'),
    plural: words('Beslutslogg', 'Beslutningslogg', 'Moderation log'),
  },
  access: logAccess,
  admin: {
    hidden: true,
  },
  defaultSort: '-at',
  ...fixed,
  hooks: logHooks,
  indexes: [
    { fields: ['municipality', 'at'] },
    { fields: ['organisation', 'at'] },
    { fields: ['line', 'sequence'] },
  ],
  fields: [
    key,
    {
      name: 'at',
      type: 'date',
      index: true,
      label: words('När', 'Når', 'When'),
      admin: { components: { Cell: '/src/admin/fields/time-cell.tsx#TimeCell' } },
    },
    {
      name: 'action',
      type: 'text',
      index: true,
      label: words('Vad som hände', 'Hva som skjedde', 'What happened'),
      ...inWords,
    },
    ...document,
    municipalityField,
    organisationField,
    { name: 'actor', type: 'text', index: true, label: words('Konto', 'Konto', 'Account') },
    /** Of several who share a role account: the number of the device that was shown. 0 is a recovery code. */
    { name: 'device', type: 'number', label: words('Enhet', 'Enhet', 'Device') },
    {
      name: 'actorRole',
      type: 'text',
      virtual: true,
      label: words('Av', 'Av', 'By'),
      access: { create: nobody, update: nobody },
      admin: { readOnly: true, disableListFilter: true },
      hooks: { afterRead: [actorRole] },
    },
    { name: 'fromState', type: 'text', label: words('Från', 'Fra', 'From'), ...inWords },
    { name: 'toState', type: 'text', label: words('Till', 'Til', 'To'), ...inWords },
    {
      name: 'publication',
      type: 'text',
      label: words('Publicering', 'Publisering', 'Publication'),
      ...inWords,
    },
    { name: 'revision', type: 'number', label: words('Version', 'Versjon', 'Revision') },
    { name: 'reason', type: 'text', label: words('Skäl', 'Grunn', 'Reason'), ...inWords },
    /** Fields of a statement of reasons (EU 2022/2065, article 17) for decisions that take something away. */
    { name: 'ground', type: 'text', label: words('Grund', 'Grunnlag', 'Ground'), ...inWords },
    { name: 'rule', type: 'text', label: words('Regel', 'Regel', 'Rule'), ...inWords },
    {
      name: 'automated',
      type: 'checkbox',
      defaultValue: false,
      label: words('Automatiskt', 'Automatisk', 'Automated'),
    },
    /** Why an editor let stand what looks like an identity number; the number itself is nowhere. */
    {
      name: 'override',
      type: 'text',
      label: words('Godtaget nummer', 'Godtatt nummer', 'Accepted number'),
      ...inWords,
    },
    { name: 'number', type: 'number', label: words('Ändringsnummer', 'Endringsnummer', 'Change number') },
    /** Where it hangs in its line; see src/privacy/audit. A sequence of null waits for its place, 0 was refused. */
    chained('line'),
    chained('sequence', { type: 'number', index: true }),
    /** Line and sequence in one: a place is taken once, whoever writes. */
    chained('place', { unique: true }),
    chained('previous'),
    chained('hash'),
    chained('stamp'),
  ],
}

/** How far each line of the log reaches, and up to where its time was over (id: the municipality's, or `installation`). */
export const LogLines: CollectionConfig = {
  slug: 'log-lines',
  access: systemOnly,
  admin: { hidden: true },
  ...fixed,
  fields: [
    { name: 'id', type: 'text', required: true },
    { name: 'last', type: 'number', required: true },
    { name: 'hash', type: 'text' },
    { name: 'stamp', type: 'text' },
    { name: 'cut', type: 'number', defaultValue: 0 },
    { name: 'cutHash', type: 'text' },
    { name: 'cutStamp', type: 'text' },
  ],
}
