import type { CollectionConfig } from 'payload'
import * as noticeAccess from '../access/notices.js'
import { nobody, systemOnly } from '../access/rules.js'
import { words } from './fields/labels.js'
import { document, fixed, inWords, key, wording } from './fields/record.js'
import { hiddenFor } from './fields/visible-to.js'
import { municipalityField, organisationField } from './fields/workflow.js'

/** A message to an account or an organisation about what happened; who is told what: src/moderation/notices. */
export const Notices: CollectionConfig = {
  slug: 'notices',
  labels: {
    singular: words('Avisering', 'Varsel', 'Notice'),
    plural: words('Aviseringar', 'Varsler', 'Notices'),
  },
  access: noticeAccess,
  admin: {
    // The way there is the inbox, `/admin/notices`.
    group: false,
    hidden: hiddenFor.allButThoseWhoAreTold,
    defaultColumns: ['at', 'action', 'title', 'message'],
    useAsTitle: 'title',
    components: { edit: { SaveButton: '/src/admin/fields/notice-cell.tsx#NothingToSave' } },
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
      admin: {
        readOnly: true,
        components: { Field: '/src/admin/fields/notice-cell.tsx#NoticeMessage' },
      },
    },
    {
      name: 'reason',
      type: 'text',
      label: words('Skäl', 'Grunn', 'Reason'),
      access: { update: nobody },
      admin: { readOnly: true, ...inWords.admin },
    },
    /** With the message as the facts: the statement of reasons of a decision that took something away. */
    {
      name: 'ground',
      type: 'text',
      label: words('Grund', 'Grunnlag', 'Ground'),
      access: { update: nobody },
      admin: { readOnly: true, ...inWords.admin },
    },
    { name: 'rule', type: 'text', access: { update: nobody }, admin: { hidden: true } },
    { ...wording, access: { update: nobody } },
    { name: 'automated', type: 'checkbox', access: { update: nobody }, admin: { hidden: true } },
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
    /** In which capacity somebody is told: what they can do next hangs on it. */
    { name: 'told', type: 'text', hidden: true, access: { update: nobody } },
    /** What is to be sent of it by e-mail is not made yet. */
    { name: 'mailDue', type: 'checkbox', index: true, hidden: true, access: { update: nobody } },
    {
      name: 'seen',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '/src/admin/fields/notice-cell.tsx#NoticeRead' },
      },
    },
  ],
}

/** What an account has read of its inbox; its id is that of the account. Nobody else is told. */
export const Inboxes: CollectionConfig = {
  slug: 'inboxes',
  access: systemOnly,
  admin: { hidden: true },
  ...fixed,
  fields: [
    { name: 'id', type: 'text', required: true },
    { name: 'readUntil', type: 'date', required: true },
    { name: 'read', type: 'json' },
    { name: 'revision', type: 'number', required: true },
  ],
}

/** What is still to be sent by e-mail; see src/editorial/mail. Holds no address and no word of a notice. */
export const Mails: CollectionConfig = {
  slug: 'mails',
  access: systemOnly,
  admin: { hidden: true },
  ...fixed,
  fields: [
    key,
    { name: 'account', type: 'text', index: true, required: true },
    { name: 'municipality', type: 'text' },
    { name: 'kind', type: 'text', required: true },
    { name: 'notice', type: 'text' },
    { name: 'nextAt', type: 'date', index: true, required: true },
    { name: 'attempts', type: 'number', required: true },
    { name: 'fault', type: 'text' },
  ],
}
