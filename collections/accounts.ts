import type { CollectionConfig } from 'payload'
import * as access from '../access/accounts.js'
import { nobody, onlyItsHome } from '../access/rules.js'
import { accountHooks } from '../hooks/accounts.js'
import { withMemberships } from '../hooks/login/strategy.js'
import { accountEndpoints } from './endpoints.js'
import { words } from './fields/labels.js'
import { hiddenFor } from './fields/visible-to.js'

/** A login: a person, a role or a machine. Says nothing about who may do what; that is `memberships`. */
export const Accounts = (settings: { secureCookies: boolean }): CollectionConfig => ({
  slug: 'accounts',
  labels: { singular: words('Konto', 'Konto', 'Account'), plural: words('Konton', 'Kontoer', 'Accounts') },
  access,
  auth: {
    loginWithUsername: { allowEmailLogin: true, requireEmail: false, requireUsername: true },
    // Strangers must not be able to lock a role address that they can guess: failures are throttled, not locked.
    maxLoginAttempts: 0,
    tokenExpiration: 60 * 60 * 10,
    useSessions: true,
    cookies: { sameSite: 'Strict', secure: settings.secureCookies },
    useAPIKey: false,
    depth: 0,
    strategies: [{ name: 'torg', authenticate: withMemberships }],
  },
  admin: {
    hidden: hiddenFor.allButThoseWhoGiveAccess,
    group: words('Inställningar', 'Innstillinger', 'Settings'),
    useAsTitle: 'username',
    defaultColumns: ['username', 'kind', 'roleTitle', 'homeMunicipality', 'disabled'],
    listSearchableFields: ['username'],
  },
  disableBulkEdit: true,
  disableBulkDelete: true,
  disableDuplicate: true,
  lockDocuments: false,
  versions: false,
  hooks: accountHooks,
  endpoints: accountEndpoints,
  fields: [
    {
      name: 'kind',
      type: 'select',
      admin: { components: { Field: '/src/admin/fields/choice-field.tsx#SelectField' } },
      required: true,
      defaultValue: 'person',
      label: words('Sort', 'Type', 'Kind'),
      access: { update: nobody },
      options: [
        { value: 'person', label: words('Person', 'Person', 'Person') },
        { value: 'role', label: words('Roll', 'Rolle', 'Role') },
        { value: 'machine', label: words('Maskin', 'Maskin', 'Machine') },
      ],
    },
    {
      name: 'roleTitle',
      type: 'text',
      maxLength: 80,
      label: words('Roll som andra ser', 'Rolle som andre ser', 'Role title shown to others'),
      admin: {
        description: words(
          'För ett rollkonto: aldrig en persons namn.',
          'For en rollekonto: aldri et personnavn.',
          'For a role account: never the name of a person.',
        ),
      },
    },
    {
      name: 'language',
      type: 'select',
      admin: { components: { Field: '/src/admin/fields/choice-field.tsx#SelectField' } },
      defaultValue: 'sv',
      label: words('Språk', 'Språk', 'Language'),
      options: [
        { value: 'sv', label: 'Svenska' },
        { value: 'nb', label: 'Norsk bokmål' },
        { value: 'en', label: 'English' },
      ],
    },
    {
      name: 'noticesByEmail',
      type: 'checkbox',
      defaultValue: false,
      label: words('Aviseringar med e-post', 'Varsler på e-post', 'Notices by e-mail'),
      // Nothing is sent by e-mail yet, so nobody is asked.
      admin: { hidden: true },
    },
    {
      name: 'homeMunicipality',
      type: 'relationship',
      relationTo: 'municipalities',
      index: true,
      label: words('Hemkommun', 'Hjemkommune', 'Home municipality'),
      access: { update: nobody },
      admin: {
        position: 'sidebar',
        components: {
          Cell: '/src/admin/fields/home-cell.tsx#HomeCell',
          Field: '/src/admin/fields/home-field.tsx#HomeField',
        },
      },
    },
    {
      name: 'disabled',
      type: 'checkbox',
      defaultValue: false,
      label: words('Avstängt', 'Deaktivert', 'Disabled'),
      access: { create: onlyItsHome, update: onlyItsHome },
      admin: { position: 'sidebar' },
    },
    {
      name: 'demo',
      type: 'checkbox',
      defaultValue: false,
      hidden: true,
      access: { read: nobody, create: nobody, update: nobody },
    },
  ],
})
