import type { CollectionConfig } from 'payload'
import * as access from '../../access/calendar/categories.js'
import { registerHooks } from '../../hooks/publish-register.js'
import { keepCategory } from '../../hooks/keep-category.js'
import { nobody } from '../../access/rules.js'
import { registerEndpoints } from '../endpoints.js'
import { words, wordsField } from '../fields/labels.js'
import { surfaceOptions } from '../fields/surfaces.js'
import { municipalityField, outboxFields, revisionField } from '../fields/workflow.js'
import { hiddenFor } from '../fields/visible-to.js'

export const Categories: CollectionConfig = {
  slug: 'categories',
  labels: {
    singular: words('Kategori', 'Kategori', 'Category'),
    plural: words('Kategorier', 'Kategorier', 'Categories'),
  },
  access,
  admin: {
    hidden: hiddenFor.allButAdmins,
    group: words('Innehåll', 'Innhold', 'Content'),
    useAsTitle: 'code',
    defaultColumns: ['code', 'surfaces', 'icon'],
  },
  defaultSort: 'code',
  disableBulkEdit: true,
  disableBulkDelete: true,
  disableDuplicate: true,
  lockDocuments: false,
  versions: false,
  hooks: registerHooks('category', { beforeValidate: [keepCategory] }),
  endpoints: registerEndpoints('categories'),
  fields: [
    municipalityField,
    {
      name: 'code',
      type: 'text',
      required: true,
      maxLength: 40,
      label: words('Kod', 'Kode', 'Code'),
      access: { update: nobody },
      admin: {
        description: words(
          'Små bokstäver och bindestreck. Ändras aldrig.',
          'Små bokstaver og bindestrek. Endres aldri.',
          'Small letters and hyphens. Never changes.',
        ),
      },
    },
    /** `municipality/code`, unique: two categories of one municipality never share a code. */
    {
      name: 'key',
      type: 'text',
      unique: true,
      hidden: true,
      access: { read: nobody, create: nobody, update: nobody },
    },
    wordsField('labels', words('Namn per språk', 'Navn per språk', 'Label per language')),
    { name: 'icon', type: 'text', maxLength: 40, label: words('Ikon', 'Ikon', 'Icon') },
    {
      name: 'surfaces',
      type: 'select',
      admin: { components: { Field: '/src/admin/fields/choice-field.tsx#SelectManyField' } },
      hasMany: true,
      defaultValue: ['calendar', 'community'],
      label: words('Ytor', 'Flater', 'Surfaces'),
      options: surfaceOptions,
    },
    revisionField,
    ...outboxFields,
  ],
}
