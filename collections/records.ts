import type { CollectionConfig } from 'payload'
import * as logAccess from '../access/moderation-log.js'
import * as revisionAccess from '../access/revisions.js'
import { editorsOnly, nobody } from '../access/rules.js'
import { actorRole } from '../hooks/actor-role.js'
import { words } from './fields/labels.js'
import { document, fixed, inWords, key, wording } from './fields/record.js'
import { municipalityField, organisationField } from './fields/workflow.js'
import { hiddenFor } from './fields/visible-to.js'

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

/** One entry per decision. Actor and document by id, never a name, never a text: messages live in the notice and the thread. */
export const ModerationLog: CollectionConfig = {
  slug: 'moderation-log',
  labels: {
    singular: words('Loggpost', 'Loggpost', 'Log entry'),
    plural: words('Beslutslogg', 'Beslutningslogg', 'Moderation log'),
  },
  access: logAccess,
  admin: {
    hidden: hiddenFor.allButReadersOfTheLog,
    group: words('Föreningar och beslut', 'Foreninger og avgjørelser', 'Organisations and decisions'),
    defaultColumns: ['at', 'action', 'document', 'actorRole', 'toState', 'reason'],
    useAsTitle: 'action',
  },
  defaultSort: '-at',
  ...fixed,
  indexes: [{ fields: ['municipality', 'at'] }, { fields: ['organisation', 'at'] }],
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
    wording,
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
  ],
}
