import type { CollectionConfig } from 'payload'
import * as access from '../access/memberships.js'
import { nobody } from '../access/rules.js'
import { followEndedMembership, followMembership, reviewedNow } from '../hooks/follow-membership.js'
import { keepMembership } from '../hooks/keep-membership.js'
import type { Clock } from '../src/shared/clock.js'
import { roles } from '../src/tenancy/actor.js'
import { roleLabels } from '../src/tenancy/role-labels.js'
import { membershipEndpoints } from './endpoints.js'
import { words } from './fields/labels.js'
import { surfaceOptions } from './fields/surfaces.js'
import { municipalityField, organisationField } from './fields/workflow.js'
import { hiddenFor } from './fields/visible-to.js'

/** Account × municipality (× organisation) × role. Never writable by its holder. */
export const Memberships = (clock: Clock): CollectionConfig => ({
  slug: 'memberships',
  labels: {
    singular: words('Behörighet', 'Rolle', 'Membership'),
    plural: words('Behörigheter', 'Roller', 'Memberships'),
  },
  access,
  admin: {
    hidden: hiddenFor.allButOperatorsAndAdmins,
    group: words('Inställningar', 'Innstillinger', 'Settings'),
    useAsTitle: 'role',
    defaultColumns: ['account', 'role', 'organisation', 'municipality', 'reviewedOn'],
    components: {
      beforeListTable: [
        '/src/admin/review/review-panel.tsx#ReviewPanel',
        '/src/admin/review/offer-role.tsx#OfferRole',
      ],
    },
  },
  disableBulkEdit: true,
  disableBulkDelete: true,
  disableDuplicate: true,
  lockDocuments: false,
  versions: false,
  hooks: {
    beforeValidate: [keepMembership],
    beforeChange: [reviewedNow(clock)],
    afterChange: [followMembership(clock)],
    afterDelete: [followEndedMembership(clock)],
  },
  endpoints: membershipEndpoints(clock),
  fields: [
    {
      name: 'account',
      type: 'relationship',
      relationTo: 'accounts',
      required: true,
      index: true,
      label: words('Konto', 'Konto', 'Account'),
      access: { update: nobody },
      admin: { components: { Field: '/src/admin/fields/choice-field.tsx#AccountField' } },
    },
    {
      name: 'role',
      type: 'select',
      admin: { components: { Field: '/src/admin/fields/role-field.tsx#RoleField' } },
      required: true,
      label: words('Roll', 'Rolle', 'Role'),
      options: roles.map((value) => ({ value, label: roleLabels[value] })),
    },
    municipalityField,
    organisationField,
    {
      name: 'surfaces',
      type: 'select',
      hasMany: true,
      label: words('Bara dessa ytor', 'Bare disse flatene', 'Only these surfaces'),
      options: surfaceOptions,
      admin: {
        components: { Field: '/src/admin/fields/choice-field.tsx#SelectManyField' },
        condition: (data) => data?.role === 'editor',
      },
    },
    {
      name: 'approvesOrganisations',
      type: 'checkbox',
      defaultValue: false,
      label: words(
        'Får godkänna organisationer',
        'Kan godkjenne organisasjoner',
        'May approve organisations',
      ),
      admin: { condition: (data) => data?.role === 'editor' },
    },
    {
      name: 'reviewedOn',
      type: 'text',
      index: true,
      label: words('Genomgången', 'Gjennomgått', 'Reviewed'),
      access: { create: nobody, update: nobody },
      admin: { readOnly: true, position: 'sidebar' },
    },
  ],
})
