import type { CollectionConfig } from 'payload'
import * as logAccess from '../access/moderation-log.js'
import * as noticeAccess from '../access/notices.js'
import * as revisionAccess from '../access/revisions.js'
import { editorsOnly, nobody } from '../access/rules.js'
import { actorRole } from '../hooks/actor-role.js'
import { words } from './fields/labels.js'
import { municipalityField, organisationField } from './fields/workflow.js'
import { hiddenFor } from './fields/visible-to.js'

const fixed = {
  disableBulkEdit: true,
  disableBulkDelete: true,
  disableDuplicate: true,
  lockDocuments: false,
  versions: false,
} as const
/** Derivations are written once however often they are tried. */
const key = {
  name: 'key',
  type: 'text',
  unique: true,
  hidden: true,
  access: { read: nobody, create: nobody, update: nobody },
} as const
/** Kept as a code, read in words. */
const inWords = {
  admin: {
    components: {
      Cell: '/src/admin/fields/log-cell.tsx#LogCell',
      Field: '/src/admin/fields/log-cell.tsx#LogFact',
    },
  },
} as const
const document = [
  { name: 'kind', type: 'text', index: true, label: words('Sort', 'Type', 'Kind'), ...inWords },
  {
    name: 'document',
    type: 'text',
    index: true,
    label: words('Gäller', 'Gjelder', 'About'),
    admin: { components: { Cell: '/src/admin/fields/document-cell.tsx#DocumentCell' } },
  },
] as const

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
    // Whose account decided is for those who decide: authors are told of roles.
    { name: 'actor', type: 'text', access: { read: editorsOnly } },
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
  ],
}

/** A message to an account or an organisation about a decision. */
export const Notices: CollectionConfig = {
  slug: 'notices',
  labels: {
    singular: words('Avisering', 'Varsel', 'Notice'),
    plural: words('Aviseringar', 'Varsler', 'Notices'),
  },
  access: noticeAccess,
  admin: {
    hidden: hiddenFor.allButAuthors,
    group: words('Föreningar och beslut', 'Foreninger og avgjørelser', 'Organisations and decisions'),
    defaultColumns: ['at', 'action', 'title', 'message'],
    useAsTitle: 'title',
  },
  defaultSort: '-at',
  ...fixed,
  fields: [
    key,
    {
      name: 'at',
      type: 'date',
      index: true,
      label: words('När', 'Når', 'When'),
      access: { update: nobody },
      admin: {
        readOnly: true,
        components: {
          Cell: '/src/admin/fields/time-cell.tsx#TimeCell',
          Field: '/src/admin/fields/time-cell.tsx#TimeFact',
        },
      },
    },
    {
      name: 'action',
      type: 'text',
      label: words('Vad som hände', 'Hva som skjedde', 'What happened'),
      access: { update: nobody },
      admin: {
        readOnly: true,
        components: {
          Cell: '/src/admin/fields/notice-cell.tsx#NoticeCell',
          Field: '/src/admin/fields/log-cell.tsx#LogFact',
        },
      },
    },
    {
      name: 'title',
      type: 'text',
      label: words('Gäller', 'Gjelder', 'About'),
      access: { update: nobody },
      admin: {
        readOnly: true,
        components: {
          Cell: '/src/admin/fields/notice-cell.tsx#NoticeAboutCell',
          Field: '/src/admin/fields/notice-cell.tsx#NoticeAbout',
        },
      },
    },
    {
      name: 'message',
      type: 'textarea',
      label: words('Meddelande', 'Melding', 'Message'),
      access: { update: nobody },
      admin: { readOnly: true },
    },
    {
      name: 'reason',
      type: 'text',
      label: words('Skäl', 'Grunn', 'Reason'),
      access: { update: nobody },
      admin: { readOnly: true, ...inWords.admin },
    },
    /** What an editor changed: `[{field, before, after}]`. */
    {
      name: 'changes',
      type: 'json',
      label: words('Ändringar', 'Endringer', 'Changes'),
      access: { update: nobody },
      admin: { readOnly: true, components: { Field: '/src/admin/fields/changes-field.tsx#ChangesField' } },
    },
    {
      name: 'account',
      type: 'relationship',
      relationTo: 'accounts',
      index: true,
      label: words('Konto', 'Konto', 'Account'),
      access: { update: nobody },
      admin: { hidden: true },
    },
    municipalityField,
    organisationField,
    ...document.map((field) => ({ ...field, access: { update: nobody }, admin: { hidden: true } })),
    { name: 'read', type: 'checkbox', defaultValue: false, label: words('Läst', 'Lest', 'Read') },
  ],
}
