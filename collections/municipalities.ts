import type { CollectionConfig } from 'payload'
import * as access from '../access/municipalities.js'
import { nobody } from '../access/rules.js'
import { keepMunicipality } from '../hooks/keep-municipality.js'
import { registerHooks } from '../hooks/publish-register.js'
import { municipalityEndpoints } from './endpoints.js'
import { words } from './fields/labels.js'
import { municipalityTabs } from './fields/municipality-tabs.js'
import { outboxFields, revisionField, turnField } from './fields/workflow.js'
import { hiddenFor } from './fields/visible-to.js'

export const Municipalities: CollectionConfig = {
  slug: 'municipalities',
  labels: {
    singular: words('Kommun', 'Kommune', 'Municipality'),
    plural: words('Kommuner', 'Kommuner', 'Municipalities'),
  },
  access,
  admin: {
    hidden: hiddenFor.allButOperatorsAndAdmins,
    group: words('Inställningar', 'Innstillinger', 'Settings'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'slug', 'country', 'modeCalendar', 'modeCommunity'],
    components: { edit: { beforeDocumentControls: ['/src/admin/actions/action-bar.tsx#ActionBar'] } },
  },
  defaultSort: 'name',
  disableBulkEdit: true,
  disableBulkDelete: true,
  disableDuplicate: true,
  lockDocuments: false,
  versions: false,
  hooks: registerHooks('municipality', { beforeValidate: [keepMunicipality] }),
  endpoints: municipalityEndpoints,
  fields: [
    {
      type: 'tabs',
      tabs: municipalityTabs,
    },
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      index: true,
      label: words('Öppen', 'Åpen', 'Open'),
      access: { create: nobody, update: nobody },
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      name: 'demo',
      type: 'checkbox',
      defaultValue: false,
      label: words('Demo', 'Demo', 'Demo'),
      access: { create: nobody, update: nobody },
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      // Shorter times of its own (`OwnPeriods`), set through src/editorial/retention/set-period.ts alone: no form knows them.
      name: 'retention',
      type: 'json',
      hidden: true,
      access: { read: nobody, create: nobody, update: nobody },
    },
    revisionField,
    turnField,
    ...outboxFields,
  ],
}
