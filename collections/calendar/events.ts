import type { CollectionConfig } from 'payload'
import * as access from '../../access/calendar/events.js'
import { moderatedEndpoints } from '../endpoints.js'
import { shareEndpoints } from '../share-endpoints.js'
import { moderatedHooks } from '../../hooks/pre-moderation/index.js'
import { tellingSaveFaults } from '../fields/save-faults.js'
import { words } from '../fields/labels.js'
import { eventIndexes, queueFields } from '../fields/queue.js'
import {
  municipalityField,
  organisationField,
  shareField,
  situationField,
  workflowFields,
} from '../fields/workflow.js'
import { eventContentFields } from './event-fields.js'
import { hiddenFor } from '../fields/visible-to.js'

export const Events: CollectionConfig = {
  slug: 'events',
  labels: {
    singular: words('Evenemang', 'Arrangement', 'Event'),
    plural: words('Evenemang', 'Arrangementer', 'Events'),
  },
  access,
  admin: {
    hidden: hiddenFor.allButWriters,
    group: words('Innehåll', 'Innhold', 'Content'),
    useAsTitle: 'title',
    defaultColumns: ['title', 'startsAt', 'organisation', 'state', 'publication', 'dueAt'],
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
  defaultSort: 'startsAt',
  disableBulkEdit: true,
  disableBulkDelete: true,
  disableDuplicate: true,
  lockDocuments: false,
  trash: false,
  versions: false,
  indexes: eventIndexes,
  hooks: moderatedHooks('event'),
  endpoints: [...moderatedEndpoints('event'), ...shareEndpoints('event')],
  fields: tellingSaveFaults([
    situationField,
    municipalityField,
    organisationField,
    ...eventContentFields,
    shareField,
    ...workflowFields,
    ...queueFields,
  ]),
}
