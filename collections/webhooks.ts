import type { CollectionConfig, Field } from 'payload'
import * as deliveryAccess from '../access/webhook-deliveries.js'
import * as access from '../access/webhooks.js'
import { nobody, systemOnly } from '../access/rules.js'
import { webhookHooks, type WebhookOptions } from '../hooks/webhooks.js'
import { longestAddress, longestName } from '../src/webhooks/receiver-faults.js'
import { webhookEndpoints } from './webhook-endpoints.js'
import { words } from './fields/labels.js'
import { fixed, key } from './fields/record.js'
import { tellingSaveFaults } from './fields/save-faults.js'
import { hiddenFor } from './fields/visible-to.js'
import { municipalityField } from './fields/workflow.js'

const text = (name: string): Field => ({ name, type: 'text' })
const date = (name: string): Field => ({ name, type: 'date' })
const number = (name: string): Field => ({ name, type: 'number' })

/** How the webhook does: read from what the sender knows, set by nobody. */
const told = (
  name: string,
  type: 'text' | 'date' | 'number',
  label: ReturnType<typeof words>,
  cell?: string,
): Field =>
  ({
    name,
    type,
    virtual: true,
    label,
    access: { create: nobody, update: nobody },
    admin: {
      readOnly: true,
      disableListFilter: true,
      components: {
        Field: '/src/admin/fields/told-by-panel.tsx#ToldByPanel',
        ...(cell ? { Cell: cell } : {}),
      },
    },
  }) as Field

const time = '/src/admin/fields/time-cell.tsx#TimeCell'
const panel = '/src/admin/webhooks/webhook-panel.tsx#WebhookPanel'

/** A system of the municipality's own that is told of each change. Made and read by the municipality's admin. */
export const Webhooks = (options: WebhookOptions): CollectionConfig => ({
  slug: 'webhooks',
  labels: {
    singular: words('Webhook', 'Webhook', 'Webhook'),
    plural: words('Webhooks', 'Webhooks', 'Webhooks'),
  },
  access,
  admin: {
    hidden: hiddenFor.allButAdmins,
    group: words('Inställningar', 'Innstillinger', 'Settings'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'enabled', 'undelivered', 'failingSince', 'lastSuccess'],
    components: { edit: { SaveButton: '/src/admin/webhooks/webhook-save-button.tsx#WebhookSaveButton' } },
  },
  defaultSort: 'name',
  ...fixed,
  hooks: webhookHooks(options),
  endpoints: webhookEndpoints(options.ring),
  fields: tellingSaveFaults([
    { name: 'panel', type: 'ui', admin: { disableListColumn: true, components: { Field: panel } } },
    municipalityField,
    {
      name: 'name',
      type: 'text',
      required: true,
      maxLength: longestName,
      label: words('Namn', 'Navn', 'Name'),
      admin: {
        description: words(
          'Vad mottagaren är, till exempel Push i appen. Inga personnamn.',
          'Hva mottakeren er, for eksempel Push i appen. Ingen personnavn.',
          'What the receiver is, such as Push in the app. No names of persons.',
        ),
      },
    },
    {
      name: 'url',
      type: 'text',
      required: true,
      maxLength: longestAddress,
      label: words('Adress', 'Adresse', 'Address'),
      admin: {
        description: words(
          'Börjar med https:// och nås från internet.',
          'Begynner med https:// og nås fra internett.',
          'Begins with https:// and is reached from the internet.',
        ),
      },
    },
    {
      name: 'enabled',
      type: 'checkbox',
      defaultValue: true,
      index: true,
      label: words('Påslagen', 'Slått på', 'Switched on'),
    },
    told('undelivered', 'number', words('Ej mottagna', 'Ikke mottatt', 'Not received')),
    told('failingSince', 'date', words('Misslyckas sedan', 'Mislykkes siden', 'Failing since'), time),
    told('lastSuccess', 'date', words('Senast mottaget', 'Sist mottatt', 'Last received'), time),
    told('lastFault', 'text', words('Senaste felet', 'Siste feil', 'Last fault')),
    told(
      'previousUntil',
      'date',
      words('Förra hemligheten till', 'Forrige hemmelighet til', 'Former secret until'),
    ),
  ]),
})

/** The messages that are not received yet, one for each item, with its newest change. No content: see `messageOf`. */
export const WebhookDeliveries: CollectionConfig = {
  slug: 'webhook-deliveries',
  access: deliveryAccess,
  admin: { hidden: true },
  ...fixed,
  indexes: [{ fields: ['webhook', 'state', 'nextAt'] }],
  fields: [
    key,
    municipalityField,
    { name: 'webhook', type: 'text', required: true },
    text('kind'),
    { name: 'document', type: 'text', required: true },
    number('number'),
    { name: 'state', type: 'select', options: ['pending', 'failed'], required: true },
    number('attempts'),
    date('nextAt'),
    date('lastAt'),
    text('fault'),
  ],
}

/** What the sender knows of each webhook (id: the webhook's): its sealed secrets, its place, how it does. */
export const WebhookStates: CollectionConfig = {
  slug: 'webhook-states',
  access: systemOnly,
  admin: { hidden: true },
  ...fixed,
  fields: [
    { name: 'id', type: 'text', required: true },
    text('secret'),
    text('previousSecret'),
    date('previousUntil'),
    number('after'),
    number('failures'),
    date('failingSince'),
    date('waitUntil'),
    date('lastSuccess'),
    text('lastFault'),
  ],
}
