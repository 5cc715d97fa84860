import type { CollectionConfig } from 'payload'
import * as access from '../access/accounts.js'
import { nobody, onlyHomeAdmin, onlyItsHome } from '../access/rules.js'
import { openAddress } from '../hooks/account-names.js'
import { accountHooks } from '../hooks/accounts.js'
import { withStanding } from '../hooks/login/strategy.js'
import { sessionLasts } from '../src/editorial/accounts/sessions.js'
import { mailChoiceLabels, mailChoices, usualChoice } from '../src/mail/choices.js'
import type { LoginGuard } from '../src/editorial/accounts/login-context.js'
import { accountEndpoints } from './account-endpoints.js'
import { words } from './fields/labels.js'
import { tellingSaveFaults } from './fields/save-faults.js'
import { hiddenFor } from './fields/visible-to.js'

const closed = { read: nobody, create: nobody, update: nobody }

/**
 * A login: a person, a role or a machine. Says nothing about who may do what; that is `memberships`. The framework's own
 * ways to log in are off: docs/decisions/0013-logins-of-our-own.md.
 */
export const Accounts = (settings: { secureCookies: boolean; guard: LoginGuard }): CollectionConfig => ({
  slug: 'accounts',
  labels: { singular: words('Konto', 'Konto', 'Account'), plural: words('Konton', 'Kontoer', 'Accounts') },
  access,
  auth: {
    disableLocalStrategy: true,
    tokenExpiration: sessionLasts / 1000,
    cookies: { sameSite: 'Strict', secure: settings.secureCookies },
    useAPIKey: false,
    useSessions: false,
    depth: 0,
    strategies: [{ name: 'torg', authenticate: withStanding(settings.guard.clock) }],
  },
  admin: {
    hidden: hiddenFor.allButOperatorsAndAdmins,
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
  hooks: accountHooks(settings.guard),
  endpoints: accountEndpoints(settings.guard),
  fields: tellingSaveFaults([
    {
      name: 'username',
      type: 'text',
      required: true,
      unique: true,
      label: words('Användarnamn', 'Brukernavn', 'Username'),
      admin: {
        description: words(
          'Det som man loggar in med. Ingen e-postadress behövs.',
          'Med det logger man inn. Ingen e-postadresse trengs.',
          'To log in with. No e-mail address is needed.',
        ),
      },
    },
    {
      name: 'email',
      type: 'text',
      custom: { sealed: true },
      hooks: { afterRead: [openAddress(settings.guard.keys)] },
      label: words('E-postadress', 'E-postadresse', 'E-mail address'),
      admin: {
        disableListColumn: true,
        disableListFilter: true,
        description: words(
          'Frivillig. Helst en rolladress, som kultur@kommun.se; det går att logga in med den också.',
          'Frivillig. Helst en rolleadresse, som kultur@kommune.no; man kan logge inn med den også.',
          'Optional. Best a role address such as kultur@kommun.se; it lets you log in, too.',
        ),
        components: { Field: '/src/admin/fields/address-field.tsx#AddressField' },
      },
    },
    { name: 'emailTrace', type: 'text', unique: true, hidden: true, access: closed },
    {
      name: 'kind',
      type: 'select',
      admin: { components: { Field: '/src/admin/fields/choice-field.tsx#SelectField' } },
      required: true,
      defaultValue: 'person',
      label: words('Typ', 'Type', 'Kind'),
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
      name: 'noticeMail',
      type: 'select',
      defaultValue: usualChoice,
      label: words('Aviseringar med e-post', 'Varsler på e-post', 'Notices by e-mail'),
      admin: {
        description: words(
          'Till adressen ovan, om den finns. Allt står också under Aviseringar.',
          'Til adressen over, hvis den finnes. Alt står også under Varsler.',
          'To the address above, where there is one. Everything stands under Notices, too.',
        ),
        components: { Field: '/src/admin/fields/choice-field.tsx#SelectField' },
      },
      options: mailChoices.map((value) => ({ value, label: mailChoiceLabels[value] })),
    },
    /** Trace of an address that took nothing; another address has another one. */
    { name: 'mailRefused', type: 'text', hidden: true, access: closed },
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
      name: 'logins',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '/src/admin/logins/logins-panel.tsx#LoginsPanel' },
      },
    },
    {
      name: 'lastActive',
      type: 'text',
      label: words('Senast aktiv', 'Sist aktiv', 'Last active'),
      access: { read: onlyHomeAdmin, create: nobody, update: nobody },
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      name: 'disabledBecause',
      type: 'text',
      access: { read: onlyItsHome, create: nobody, update: nobody },
      admin: { hidden: true },
    },
    { name: 'activeFrom', type: 'text', hidden: true, access: closed },
    { name: 'disabledOn', type: 'text', hidden: true, access: closed },
    {
      name: 'demo',
      type: 'checkbox',
      defaultValue: false,
      hidden: true,
      access: { read: nobody, create: nobody, update: nobody },
    },
  ]),
})
