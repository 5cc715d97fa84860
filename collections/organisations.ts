import type { CollectionConfig } from 'payload'
import * as access from '../access/organisations.js'
import { editorsOnly, nobody } from '../access/rules.js'
import { organisationHooks } from '../hooks/pre-moderation/index.js'
import { organisationStates, trustLevels } from '../src/organisations/life.js'
import { organisationStateLabels } from '../src/organisations/state-labels.js'
import { applicationEndpoints } from './application-endpoints.js'
import { organisationEndpoints } from './endpoints.js'
import { memberEndpoints } from './member-endpoints.js'
import { tellingSaveFaults } from './fields/save-faults.js'
import { words } from './fields/labels.js'
import { confirmField, organisationIndexes, queueFields } from './fields/queue.js'
import { surfaceOptions } from './fields/surfaces.js'
import { municipalityField, situationField, turnField, workflowFields } from './fields/workflow.js'
import { hiddenFor } from './fields/visible-to.js'

const optIn = (name: 'email' | 'phone' | 'website', label: ReturnType<typeof words>) => ({
  type: 'row' as const,
  fields: [
    { name, type: 'text' as const, label, maxLength: 300 },
    {
      name: `${name}Public`,
      type: 'checkbox' as const,
      defaultValue: false,
      label: words('Får visas för invånare', 'Kan vises for innbyggere', 'May be shown to citizens'),
    },
  ],
})

export const Organisations: CollectionConfig = {
  slug: 'organisations',
  labels: {
    singular: words('Organisation', 'Organisasjon', 'Organisation'),
    plural: words('Organisationer', 'Organisasjoner', 'Organisations'),
  },
  access,
  admin: {
    hidden: hiddenFor.allButEditorsAndTheirOrganisation,
    group: words('Föreningar och beslut', 'Foreninger og avgjørelser', 'Organisations and decisions'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'life', 'kind', 'trust', 'confirmedAt'],
    listSearchableFields: ['name'],
    components: {
      beforeListTable: ['/src/admin/lists/quick-filters.tsx#QuickFilters'],
      edit: {
        SaveButton: '/src/admin/actions/save-button.tsx#SaveButton',
        beforeDocumentControls: ['/src/admin/actions/action-bar.tsx#ActionBar'],
      },
    },
  },
  defaultSort: 'name',
  disableBulkEdit: true,
  disableBulkDelete: true,
  disableDuplicate: true,
  lockDocuments: false,
  versions: false,
  indexes: organisationIndexes,
  hooks: organisationHooks,
  endpoints: [...applicationEndpoints, ...memberEndpoints, ...organisationEndpoints],
  fields: tellingSaveFaults([
    situationField,
    municipalityField,
    { name: 'name', type: 'text', maxLength: 120, label: words('Namn', 'Navn', 'Name') },
    {
      name: 'description',
      type: 'textarea',
      maxLength: 2000,
      label: words('Beskrivning', 'Beskrivelse', 'Description'),
    },
    {
      name: 'logo',
      type: 'upload',
      relationTo: 'media',
      label: words('Logotyp', 'Logo', 'Logo'),
      admin: { components: { Field: '/src/admin/fields/pictures-field.tsx#PictureField' } },
    },
    {
      name: 'contact',
      type: 'group',
      label: words('Kontakt', 'Kontakt', 'Contact'),
      fields: [
        optIn('email', words('E-post', 'E-post', 'E-mail')),
        optIn('phone', words('Telefon', 'Telefon', 'Telephone')),
        optIn('website', words('Webbplats', 'Nettsted', 'Web site')),
      ],
    },
    {
      name: 'kind',
      type: 'select',
      admin: { components: { Field: '/src/admin/fields/choice-field.tsx#SelectField' } },
      defaultValue: 'association',
      label: words('Typ', 'Type', 'Kind'),
      access: { update: editorsOnly },
      options: [
        { value: 'association', label: words('Förening', 'Forening', 'Association') },
        { value: 'company', label: words('Företag', 'Bedrift', 'Company') },
        { value: 'unit', label: words('Del av kommunen', 'Del av kommunen', 'Unit of the municipality') },
      ],
    },
    {
      name: 'organisationNumber',
      type: 'text',
      maxLength: 20,
      label: words('Organisationsnummer', 'Organisasjonsnummer', 'Organisation number'),
      access: { update: editorsOnly },
    },
    {
      name: 'registerReference',
      type: 'text',
      maxLength: 80,
      label: words(
        'Referens i kommunens register',
        'Referanse i kommunens register',
        "Reference in the municipality's register",
      ),
      access: { read: editorsOnly, create: editorsOnly, update: editorsOnly },
    },
    {
      name: 'surfaces',
      type: 'select',
      admin: { components: { Field: '/src/admin/fields/choice-field.tsx#SelectManyField' } },
      hasMany: true,
      defaultValue: ['calendar', 'community'],
      label: words('Ytor', 'Flater', 'Surfaces'),
      access: { update: editorsOnly },
      options: surfaceOptions,
    },
    {
      name: 'trust',
      type: 'select',
      admin: { components: { Field: '/src/admin/fields/choice-field.tsx#SelectField' } },
      defaultValue: 'standard',
      label: words('Förtroende', 'Tillit', 'Trust'),
      access: { create: editorsOnly, update: editorsOnly },
      options: trustLevels.map((value) => ({
        value,
        label: {
          standard: words('Vanligt', 'Vanlig', 'Standard'),
          trusted: words('Betrodd', 'Betrodd', 'Trusted'),
          probation: words('På prov', 'På prøve', 'On probation'),
        }[value],
      })),
    },
    {
      name: 'dailyLimit',
      type: 'number',
      admin: { step: 1 },
      min: 0,
      max: 1000,
      label: words('Högst per dag', 'Høyst per dag', 'At most per day'),
      access: { create: editorsOnly, update: editorsOnly },
    },
    {
      name: 'life',
      type: 'select',
      index: true,
      defaultValue: 'applied',
      label: words('Organisationens läge', 'Organisasjonens status', 'Standing'),
      options: organisationStates.map((value) => ({ value, label: organisationStateLabels[value] })),
      access: { create: nobody, update: nobody },
      admin: {
        readOnly: true,
        position: 'sidebar',
        components: {
          Cell: '/src/admin/fields/state-cell.tsx#LifeCell',
          Field: '/src/admin/fields/state-field.tsx#LifeField',
        },
      },
    },
    {
      name: 'confirmedAt',
      type: 'date',
      label: words('Bekräftad', 'Bekreftet', 'Confirmed'),
      access: { create: nobody, update: nobody },
      admin: {
        readOnly: true,
        position: 'sidebar',
        components: {
          Cell: '/src/admin/fields/time-cell.tsx#TimeCell',
          Field: '/src/admin/fields/time-cell.tsx#TimeFact',
        },
      },
    },
    /** Message of the last decision on its life, for its members. */
    {
      name: 'lifeMessage',
      type: 'textarea',
      hidden: true,
      access: { read: nobody, create: nobody, update: nobody },
    },
    /** SHA-256 of the reference by which an applicant follows the application without an account. */
    {
      name: 'applicationReference',
      type: 'text',
      hidden: true,
      index: true,
      access: { read: nobody, create: nobody, update: nobody },
    },
    turnField,
    ...workflowFields,
    ...queueFields,
    confirmField,
  ]),
}
