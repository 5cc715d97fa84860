import type { CollectionConfig, Field } from 'payload'
import * as access from '../access/media.js'
import { nobody } from '../access/rules.js'
import { mediaHooks } from '../hooks/media.js'
import { pictureUpload } from '../media/upload.js'
import { words } from './fields/labels.js'
import { instant } from './fields/content.js'
import { municipalityField, organisationField, outboxFields, revisionField } from './fields/workflow.js'
import { mediaEndpoints } from './endpoints.js'
import { hiddenFor } from './fields/visible-to.js'

/** Kept by the system alone: `consentOver` once the end of a consent was carried out, `filesDue` while files wait. */
const systemFlag = (name: 'discarded' | 'consentOver' | 'filesDue'): Field => ({
  name,
  type: 'checkbox',
  defaultValue: false,
  index: true,
  hidden: true,
  access: { read: nobody, create: nobody, update: nobody },
})

export const Media = (settings: { mediaDir: string }): CollectionConfig => ({
  slug: 'media',
  labels: { singular: words('Bild', 'Bilde', 'Picture'), plural: words('Bilder', 'Bilder', 'Pictures') },
  access,
  admin: {
    hidden: hiddenFor.allButWriters,
    group: words('Innehåll', 'Innhold', 'Content'),
    useAsTitle: 'alt',
    defaultColumns: ['alt', 'organisation', 'peopleShown', 'credit'],
    listSearchableFields: ['alt', 'credit'],
    components: { beforeListTable: ['/src/admin/lists/quick-filters.tsx#QuickFilters'] },
  },
  upload: pictureUpload(settings.mediaDir),
  disableBulkEdit: true,
  disableBulkDelete: true,
  disableDuplicate: true,
  lockDocuments: false,
  versions: false,
  hooks: mediaHooks,
  endpoints: mediaEndpoints,
  fields: [
    { name: 'id', type: 'text', required: true, admin: { hidden: true } },
    {
      name: 'panel',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '/src/admin/pictures/picture-panel.tsx#PicturePanel' },
      },
    },
    municipalityField,
    organisationField,
    {
      name: 'alt',
      type: 'text',
      maxLength: 300,
      label: words('Alternativtext', 'Alternativ tekst', 'Alternative text'),
      admin: {
        components: { Cell: '/src/admin/fields/picture-cell.tsx#PictureCell' },
        description: words(
          'Vad bilden visar, för den som inte ser den.',
          'Hva bildet viser, for den som ikke ser det.',
          'What the picture shows, for those who cannot see it.',
        ),
      },
    },
    {
      name: 'decorative',
      type: 'checkbox',
      defaultValue: false,
      label: words('Bara utsmyckning', 'Bare pynt', 'Only decoration'),
    },
    {
      name: 'credit',
      type: 'text',
      maxLength: 200,
      label: words('Fotograf eller källa', 'Fotograf eller kilde', 'Credit'),
    },
    { name: 'licence', type: 'text', maxLength: 100, label: words('Licens', 'Lisens', 'Licence') },
    {
      name: 'peopleShown',
      type: 'select',
      admin: { components: { Field: '/src/admin/fields/choice-field.tsx#SelectField' } },
      defaultValue: 'none',
      label: words('Personer på bilden', 'Personer på bildet', 'People shown'),
      options: [
        { value: 'none', label: words('Inga igenkännbara', 'Ingen gjenkjennelige', 'Nobody recognisable') },
        { value: 'consent-held', label: words('Samtycke finns', 'Samtykke finnes', 'Consent is held') },
        {
          value: 'public-gathering',
          label: words('Offentlig samling', 'Offentlig samling', 'Public gathering'),
        },
      ],
    },
    {
      name: 'consent',
      type: 'group',
      label: words('Samtycke', 'Samtykke', 'Consent'),
      admin: { condition: (data) => data?.peopleShown === 'consent-held' },
      fields: [
        { name: 'scope', type: 'text', maxLength: 200, label: words('Omfattning', 'Omfang', 'Scope') },
        {
          name: 'reference',
          type: 'text',
          maxLength: 80,
          label: words('Referens', 'Referanse', 'Reference'),
          admin: {
            description: words('Aldrig personens namn.', 'Aldri personens navn.', "Never the person's name."),
          },
        },
        {
          ...instant('validUntil', words('Gäller till', 'Gjelder til', 'Valid until')),
          index: true,
        } as Field,
      ],
    },
    {
      name: 'uploadedBy',
      type: 'relationship',
      relationTo: 'accounts',
      hidden: true,
      access: { read: nobody, create: nobody, update: nobody },
    },
    // Nothing shows the picture any more and its files wait to be deleted; see `discard-pictures`.
    systemFlag('discarded'),
    {
      // Somebody who is shown took it back, for good; see `end-consent`.
      name: 'withdrawn',
      type: 'checkbox',
      defaultValue: false,
      index: true,
      label: words('Samtycket återkallat', 'Samtykket trukket tilbake', 'Consent taken back'),
      access: { create: nobody, update: nobody },
      admin: { hidden: true },
    },
    {
      name: 'consentEndedAt',
      type: 'date',
      label: words('Samtycket slutade', 'Samtykket opphørte', 'Consent ended'),
      access: { create: nobody, update: nobody },
      admin: { hidden: true },
    },
    systemFlag('consentOver'),
    systemFlag('filesDue'),
    ...outboxFields,
    revisionField,
  ],
})
