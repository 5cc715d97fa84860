import type { CollectionConfig } from 'payload'
import * as access from '../../access/community/posts.js'
import { editorsOnly, nobody } from '../../access/rules.js'
import { moderatedHooks } from '../../hooks/pre-moderation/index.js'
import { postTypes } from '../../src/community/post-content.js'
import { moderatedEndpoints } from '../endpoints.js'
import { shareEndpoints } from '../share-endpoints.js'
import {
  audienceFields,
  bodyField,
  categoriesField,
  languageField,
  picturesField,
  titleField,
  translationsField,
  visibilityFields,
} from '../fields/content.js'
import { tellingSaveFaults } from '../fields/save-faults.js'
import { words } from '../fields/labels.js'
import { postIndexes, queueFields } from '../fields/queue.js'
import {
  municipalityField,
  organisationField,
  shareField,
  situationField,
  workflowFields,
} from '../fields/workflow.js'
import { forEditors, hiddenFor } from '../fields/visible-to.js'

const typeLabels: Record<(typeof postTypes)[number], ReturnType<typeof words>> = {
  news: words('Nyhet', 'Nyhet', 'News'),
  notice: words('Meddelande', 'Melding', 'Notice'),
  question: words('Fråga', 'Spørsmål', 'Question'),
  offer: words('Erbjudande', 'Tilbud', 'Offer'),
  dialogue: words('Dialog', 'Dialog', 'Dialogue'),
}

export const Posts: CollectionConfig = {
  slug: 'posts',
  labels: { singular: words('Inlägg', 'Innlegg', 'Post'), plural: words('Inlägg', 'Innlegg', 'Posts') },
  access,
  admin: {
    hidden: hiddenFor.allButWriters,
    group: words('Innehåll', 'Innhold', 'Content'),
    useAsTitle: 'title',
    defaultColumns: ['title', 'organisation', 'state', 'publication', 'dueAt'],
    listSearchableFields: ['title'],
    components: {
      edit: {
        SaveButton: '/src/admin/actions/save-button.tsx#SaveButton',
        beforeDocumentControls: ['/src/admin/actions/action-bar.tsx#ActionBar'],
      },
      beforeListTable: ['/src/admin/lists/quick-filters.tsx#QuickFilters'],
    },
    pagination: { defaultLimit: 25, limits: [25, 50, 100] },
  },
  defaultSort: '-updatedAt',
  disableBulkEdit: true,
  disableBulkDelete: true,
  disableDuplicate: true,
  lockDocuments: false,
  trash: false,
  versions: false,
  indexes: postIndexes,
  hooks: moderatedHooks('post'),
  endpoints: [...moderatedEndpoints('post'), ...shareEndpoints('post')],
  fields: tellingSaveFaults([
    situationField,
    municipalityField,
    organisationField,
    titleField,
    {
      type: 'row',
      fields: [
        {
          name: 'type',
          type: 'select',
          defaultValue: 'news',
          label: words('Typ', 'Type', 'Type'),
          options: postTypes.map((value) => ({ value, label: typeLabels[value] })),
          admin: { components: { Field: '/src/admin/fields/choice-field.tsx#SelectField' } },
        },
        languageField,
      ],
    },
    bodyField,
    categoriesField,
    picturesField,
    { name: 'link', type: 'text', label: words('Länk', 'Lenke', 'Link') },
    ...audienceFields,
    ...visibilityFields('post'),
    {
      name: 'importance',
      type: 'select',
      defaultValue: 'normal',
      label: words('Vikt', 'Viktighet', 'Importance'),
      access: { create: editorsOnly, update: editorsOnly },
      options: [
        { value: 'normal', label: words('Vanlig', 'Vanlig', 'Normal') },
        { value: 'important', label: words('Viktig', 'Viktig', 'Important') },
        { value: 'urgent', label: words('Brådskande', 'Haster', 'Urgent') },
      ],
      admin: {
        condition: forEditors,
        components: { Field: '/src/admin/fields/choice-field.tsx#SelectField' },
      },
    },
    translationsField(false),
    {
      name: 'pinned',
      type: 'checkbox',
      defaultValue: false,
      label: words('Fäst överst', 'Festet øverst', 'Pinned'),
      access: { create: nobody, update: nobody },
      admin: { readOnly: true, position: 'sidebar', condition: forEditors },
    },
    shareField,
    ...workflowFields,
    ...queueFields,
  ]),
}
