import type { CollectionConfig, Field } from 'payload'
import * as access from '../access/municipalities.js'
import { nobody } from '../access/rules.js'
import { keepMunicipality } from '../hooks/keep-municipality.js'
import { registerHooks } from '../hooks/publish-register.js'
import { municipalityEndpoints } from './endpoints.js'
import { words, wordsField } from './fields/labels.js'
import { outboxFields, revisionField } from './fields/workflow.js'
import { hiddenFor } from './fields/visible-to.js'

const mode = (name: string, label: ReturnType<typeof words>): Field => ({
  name,
  type: 'select',
  admin: { components: { Field: '/src/admin/fields/choice-field.tsx#SelectField' } },
  required: true,
  defaultValue: 'pre',
  label,
  options: [
    {
      value: 'pre',
      label: words('Granskas före publicering', 'Gjennomgås før publisering', 'Reviewed before it goes out'),
    },
    {
      value: 'post',
      label: words(
        'Publiceras direkt, granskas efteråt',
        'Publiseres straks, gjennomgås etterpå',
        'Out at once, reviewed afterwards',
      ),
    },
  ],
})

const vocabulary = (name: string, label: ReturnType<typeof words>): Field => ({
  name,
  type: 'array',
  label,
  fields: [
    { name: 'code', type: 'text', required: true, maxLength: 40, label: words('Kod', 'Kode', 'Code') },
    wordsField('labels', words('Namn per språk', 'Navn per språk', 'Label per language')),
  ],
})

const surfaceOptions = [
  { value: 'calendar', label: words('Kalender', 'Kalender', 'Calendar') },
  { value: 'community', label: words('Community', 'Community', 'Community') },
]

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
      tabs: [
        {
          label: words('Om kommunen', 'Om kommunen', 'About'),
          fields: [
            {
              name: 'name',
              type: 'text',
              required: true,
              maxLength: 120,
              label: words('Namn', 'Navn', 'Name'),
            },
            {
              name: 'slug',
              type: 'text',
              required: true,
              unique: true,
              label: words('Namn i adresser', 'Navn i adresser', 'Name in addresses'),
              access: { update: nobody },
              admin: { description: words('Ändras aldrig.', 'Endres aldri.', 'Never changes.') },
            },
            {
              name: 'country',
              type: 'select',
              admin: { components: { Field: '/src/admin/fields/choice-field.tsx#SelectField' } },
              required: true,
              defaultValue: 'SE',
              label: words('Land', 'Land', 'Country'),
              options: ['SE', 'NO', 'FI', 'DK'].map((value) => ({ value, label: value })),
            },
            {
              name: 'languages',
              type: 'json',
              required: true,
              label: words('Språk', 'Språk', 'Languages'),
              admin: { components: { Field: '/src/admin/fields/choice-field.tsx#LanguagesField' } },
            },
            {
              name: 'zone',
              type: 'text',
              required: true,
              defaultValue: 'Europe/Stockholm',
              label: words('Tidszon', 'Tidssone', 'Time zone'),
            },
            {
              name: 'colour',
              type: 'text',
              label: words('Färg (#rrggbb)', 'Farge (#rrggbb)', 'Colour (#rrggbb)'),
            },
            {
              name: 'logo',
              type: 'upload',
              relationTo: 'media',
              label: words('Logotyp', 'Logo', 'Logo'),
              admin: { components: { Field: '/src/admin/fields/pictures-field.tsx#PictureField' } },
            },
            {
              name: 'surfaces',
              type: 'select',
              admin: { components: { Field: '/src/admin/fields/choice-field.tsx#SelectManyField' } },
              hasMany: true,
              defaultValue: ['calendar', 'community'],
              label: words('Ytor', 'Flater', 'Surfaces'),
              options: surfaceOptions,
            },
          ],
        },
        {
          label: words('Granskning', 'Moderering', 'Moderation'),
          fields: [
            mode('modeCalendar', words('Kalender', 'Kalender', 'Calendar')),
            mode('modeCommunity', words('Community', 'Community', 'Community')),
            {
              name: 'editorsMayPublish',
              type: 'checkbox',
              defaultValue: true,
              label: words(
                'Redaktörer får publicera själva',
                'Redaktører kan publisere selv',
                'Editors may publish themselves',
              ),
            },
            {
              type: 'row',
              fields: [
                {
                  name: 'leadTimeDays',
                  type: 'number',
                  min: 0,
                  max: 60,
                  defaultValue: 5,
                  label: words(
                    'Framförhållning (arbetsdagar)',
                    'Frist før start (virkedager)',
                    'Lead time (working days)',
                  ),
                },
                {
                  name: 'decisionTimeDays',
                  type: 'number',
                  min: 1,
                  max: 60,
                  defaultValue: 3,
                  label: words(
                    'Beslut inom (arbetsdagar)',
                    'Avgjørelse innen (virkedager)',
                    'Decision within (working days)',
                  ),
                },
                {
                  name: 'defaultPostDays',
                  type: 'number',
                  min: 1,
                  max: 730,
                  defaultValue: 90,
                  label: words('Inlägg visas (dagar)', 'Innlegg vises (dager)', 'Posts are shown (days)'),
                },
              ],
            },
            {
              name: 'houseRules',
              type: 'array',
              label: words('Husregler', 'Husregler', 'House rules'),
              labels: {
                singular: words('Regel', 'Regel', 'Rule'),
                plural: words('Regler', 'Regler', 'Rules'),
              },
              fields: [
                {
                  name: 'code',
                  type: 'text',
                  required: true,
                  maxLength: 40,
                  label: words('Kod', 'Kode', 'Code'),
                },
                wordsField('wording', words('Ordalydelse', 'Ordlyd', 'Wording'), true),
                {
                  name: 'surfaces',
                  type: 'select',
                  admin: { components: { Field: '/src/admin/fields/choice-field.tsx#SelectManyField' } },
                  hasMany: true,
                  label: words('Ytor', 'Flater', 'Surfaces'),
                  options: surfaceOptions,
                },
              ],
            },
          ],
        },
        {
          label: words('Ordlistor', 'Ordlister', 'Vocabularies'),
          fields: [
            vocabulary('audiences', words('Målgrupper', 'Målgrupper', 'Audiences')),
            vocabulary('areas', words('Områden', 'Områder', 'Areas')),
          ],
        },
        {
          label: words('Integritet', 'Personvern', 'Privacy'),
          fields: [
            {
              name: 'controller',
              type: 'text',
              label: words('Personuppgiftsansvarig', 'Behandlingsansvarlig', 'Controller'),
            },
            {
              name: 'dataProtectionContact',
              type: 'text',
              label: words(
                'Dataskyddsombud (adress)',
                'Personvernombud (adresse)',
                'Data-protection contact',
              ),
            },
            {
              name: 'privacyNoticeVersion',
              type: 'text',
              defaultValue: '1',
              label: words('Version', 'Versjon', 'Version'),
            },
            wordsField(
              'privacyNotice',
              words('Information om personuppgifter', 'Personvernerklæring', 'Privacy notice'),
              true,
            ),
            { name: 'privacyNoticeUrl', type: 'text', label: words('Länk', 'Lenke', 'Link') },
            {
              name: 'reportUrl',
              type: 'text',
              label: words(
                'Adress för att anmäla innehåll',
                'Adresse for å melde innhold',
                'Address for reporting content',
              ),
            },
          ],
        },
        {
          label: words('Inloggning', 'Innlogging', 'Login'),
          fields: [
            {
              name: 'secondFactor',
              type: 'select',
              admin: { components: { Field: '/src/admin/fields/choice-field.tsx#SelectField' } },
              defaultValue: 'deciders',
              label: words('Tvåfaktor', 'Tofaktor', 'Second factor'),
              options: [
                {
                  value: 'deciders',
                  label: words(
                    'Krävs av dem som beslutar',
                    'Kreves av dem som avgjør',
                    'Required of those who decide',
                  ),
                },
                {
                  value: 'everyone',
                  label: words('Krävs av alla', 'Kreves av alle', 'Required of everyone'),
                },
              ],
            },
            {
              name: 'loginPolicy',
              type: 'select',
              admin: { components: { Field: '/src/admin/fields/choice-field.tsx#SelectField' } },
              defaultValue: 'any',
              label: words('Konton', 'Kontoer', 'Accounts'),
              options: [
                {
                  value: 'any',
                  label: words('Personer och roller', 'Personer og roller', 'People and roles'),
                },
                { value: 'role-only', label: words('Bara roller', 'Bare roller', 'Roles only') },
              ],
            },
          ],
        },
      ],
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
    revisionField,
    ...outboxFields,
  ],
}
