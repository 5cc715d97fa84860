import type { CollectionConfig } from 'payload'
import * as access from '../../access/calendar/places.js'
import { registerHooks } from '../../hooks/publish-register.js'
import { keepPlace } from '../../hooks/keep-place.js'
import { accessibilityField } from '../fields/content.js'
import { placeEndpoints } from '../place-endpoints.js'
import { words } from '../fields/labels.js'
import { municipalityField, outboxFields, revisionField } from '../fields/workflow.js'
import { nobody } from '../../access/rules.js'
import { hiddenFor } from '../fields/visible-to.js'

export const Places: CollectionConfig = {
  slug: 'places',
  labels: { singular: words('Plats', 'Sted', 'Place'), plural: words('Platser', 'Steder', 'Places') },
  access,
  admin: {
    hidden: hiddenFor.allButWriters,
    group: words('Innehåll', 'Innhold', 'Content'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'address', 'decided'],
    listSearchableFields: ['name', 'address'],
    components: { edit: { beforeDocumentControls: ['/src/admin/actions/action-bar.tsx#ActionBar'] } },
  },
  defaultSort: 'name',
  disableBulkEdit: true,
  disableBulkDelete: true,
  disableDuplicate: true,
  lockDocuments: false,
  versions: false,
  hooks: registerHooks('place', { beforeValidate: [keepPlace] }),
  endpoints: placeEndpoints,
  fields: [
    municipalityField,
    { name: 'name', type: 'text', required: true, maxLength: 200, label: words('Namn', 'Navn', 'Name') },
    {
      name: 'address',
      type: 'text',
      maxLength: 300,
      label: words('Adress', 'Adresse', 'Address'),
      admin: {
        description: words(
          'När kommunen ändrar namn, adress eller läge syns det på alla evenemang på platsen, även dem som redan är publika.',
          'Når kommunen endrer navn, adresse eller posisjon, vises det på alle arrangementer på stedet, også dem som alt er publisert.',
          'When the municipality changes the name, address or position, every event at the place shows it, those that are public already too.',
        ),
      },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'latitude',
          type: 'number',
          min: -90,
          max: 90,
          label: words('Latitud', 'Breddegrad', 'Latitude'),
        },
        {
          name: 'longitude',
          type: 'number',
          min: -180,
          max: 180,
          label: words('Longitud', 'Lengdegrad', 'Longitude'),
        },
      ],
    },
    accessibilityField,
    {
      name: 'replacedBy',
      type: 'relationship',
      relationTo: 'places',
      label: words('Ersatt av', 'Erstattet av', 'Replaced by'),
      admin: { position: 'sidebar', components: { Field: '/src/admin/fields/choice-field.tsx#PlaceField' } },
    },
    {
      name: 'decided',
      type: 'checkbox',
      defaultValue: false,
      index: true,
      label: words('I det publika registret', 'I det offentlige registeret', 'In the public register'),
      access: { create: nobody, update: nobody },
      admin: { readOnly: true, position: 'sidebar' },
    },
    /** Lower case without marks, for finding the same name again. */
    {
      name: 'searchName',
      type: 'text',
      index: true,
      hidden: true,
      access: { read: nobody, create: nobody, update: nobody },
    },
    revisionField,
    ...outboxFields,
  ],
}
