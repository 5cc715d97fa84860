import type { Field } from 'payload'
import { publicationStates } from '../../src/publication/publication.js'
import { workflowStates } from '../../src/moderation/states.js'
import { stateLabels } from '../../src/moderation/state-labels.js'
import { publicationLabels } from '../../src/publication/publication-labels.js'
import { nobody } from '../../access/rules.js'
import { words } from './labels.js'

const closed = { create: nobody, update: nobody }
const hiddenJson = (name: string): Field => ({
  name,
  type: 'json',
  hidden: true,
  access: { read: nobody, create: nobody, update: nobody },
})
const hiddenDate = (name: string): Field => ({
  name,
  type: 'date',
  index: true,
  hidden: true,
  access: { read: nobody, create: nobody, update: nobody },
})

/**
 * What a derivation still has to write, in the row itself, so that a decision and everything that follows from it are
 * committed by one write. `outboxCause` is empty when nothing is left.
 */
export const outboxFields: Field[] = [
  hiddenJson('outbox'),
  {
    name: 'outboxCause',
    type: 'text',
    index: true,
    hidden: true,
    defaultValue: '',
    access: { read: nobody, create: nobody, update: nobody },
  },
]

/** Written by whoever counts what belongs to this row before writing, so that two who count at once cannot both commit. */
export const turnField: Field = {
  name: 'turn',
  type: 'text',
  hidden: true,
  access: { read: nobody, create: nobody, update: nobody },
}

/** Grows with every change; a client sends the one it has seen. */
export const revisionField: Field = {
  name: 'revision',
  type: 'number',
  label: words('Version', 'Versjon', 'Revision'),
  defaultValue: 1,
  access: closed,
  admin: {
    readOnly: true,
    position: 'sidebar',
    components: { Field: '/src/admin/fields/state-field.tsx#RevisionField' },
  },
}

/** The municipality, and for what is written by an organisation also that: set once, by the server where there is one only. */
export const municipalityField: Field = {
  name: 'municipality',
  type: 'relationship',
  relationTo: 'municipalities',
  index: true,
  label: words('Kommun', 'Kommune', 'Municipality'),
  access: { update: nobody },
  admin: {
    position: 'sidebar',
    components: {
      Cell: '/src/admin/fields/home-cell.tsx#HomeCell',
      Field: '/src/admin/fields/home-field.tsx#HomeField',
    },
  },
}
export const organisationField: Field = {
  name: 'organisation',
  type: 'relationship',
  relationTo: 'organisations',
  index: true,
  label: words('Organisation', 'Organisasjon', 'Organisation'),
  access: { update: nobody },
  admin: {
    position: 'sidebar',
    components: {
      Cell: '/src/admin/fields/home-cell.tsx#HomeCell',
      Field: '/src/admin/fields/home-field.tsx#HomeField',
    },
  },
}

/** Why the document is where it is, above the form; stores nothing. */
export const situationField: Field = {
  name: 'situation',
  type: 'ui',
  admin: {
    disableListColumn: true,
    components: { Field: '/src/admin/actions/situation.tsx#Situation' },
  },
}

/** Links to a preview of what is not published, beside the form; stores nothing. */
export const shareField: Field = {
  name: 'shares',
  type: 'ui',
  admin: {
    position: 'sidebar',
    disableListColumn: true,
    components: { Field: '/src/admin/share/share-panel.tsx#SharePanel' },
  },
}

/** Everything that moderation keeps on a working document. Written by `src/editorial` only. */
export const workflowFields: Field[] = [
  {
    name: 'state',
    type: 'select',
    index: true,
    defaultValue: 'draft',
    label: words('Läge', 'Status', 'State'),
    options: workflowStates.map((value) => ({ value, label: stateLabels[value] })),
    access: closed,
    admin: {
      readOnly: true,
      position: 'sidebar',
      components: {
        Cell: '/src/admin/fields/state-cell.tsx#StateCell',
        Field: '/src/admin/fields/state-field.tsx#StateField',
      },
    },
  },
  {
    name: 'publication',
    type: 'select',
    index: true,
    defaultValue: 'none',
    label: words('Publicering', 'Publisering', 'Publication'),
    options: publicationStates.map((value) => ({ value, label: publicationLabels[value] })),
    access: closed,
    admin: {
      readOnly: true,
      position: 'sidebar',
      components: {
        Cell: '/src/admin/fields/state-cell.tsx#PublicationCell',
        Field: '/src/admin/fields/state-field.tsx#PublicationField',
      },
    },
  },
  revisionField,
  {
    name: 'submittedAt',
    type: 'date',
    index: true,
    label: words('Inskickat', 'Sendt inn', 'Submitted'),
    access: closed,
    admin: {
      readOnly: true,
      position: 'sidebar',
      components: {
        Cell: '/src/admin/fields/time-cell.tsx#TimeCell',
        Field: '/src/admin/fields/time-cell.tsx#TimeFact',
      },
    },
  },
  {
    name: 'dueAt',
    type: 'date',
    index: true,
    label: words('Beslut senast', 'Avgjørelse innen', 'Decision due'),
    access: closed,
    admin: {
      readOnly: true,
      position: 'sidebar',
      components: {
        Cell: '/src/admin/fields/time-cell.tsx#TimeCell',
        Field: '/src/admin/fields/time-cell.tsx#TimeFact',
      },
    },
  },
  {
    name: 'startsAt',
    type: 'date',
    index: true,
    label: words('Börjar', 'Begynner', 'Starts'),
    access: closed,
    admin: { readOnly: true, hidden: true, components: { Cell: '/src/admin/fields/time-cell.tsx#TimeCell' } },
  },
  {
    name: 'listedForReview',
    type: 'checkbox',
    index: true,
    defaultValue: false,
    label: words('Granskas i efterhand', 'Gjennomgås i etterkant', 'To be reviewed afterwards'),
    access: closed,
    admin: { readOnly: true, hidden: true },
  },
  hiddenJson('content'),
  hiddenJson('approvedSnapshot'),
  hiddenJson('announcements'),
  /** Who submitted, who decided, claims, appeal: `WorkflowRecord` in src/editorial/working-document.ts. */
  hiddenJson('workflow'),
  /** A decision that waits for its time (`hold`). */
  hiddenJson('pending'),
  /** When the clock must look at this document next: go-live, expiry, renewal or a pending decision. */
  hiddenDate('clockAt'),
  ...outboxFields,
]
