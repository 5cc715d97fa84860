import type { Field, TabsField } from 'payload'
import { nobody } from '../../access/rules.js'
import { words, wordsField } from './labels.js'
import { moderationTab } from './moderation-tab.js'
import { surfaceOptions } from './surfaces.js'

const countries = [
  { value: 'SE', label: words('Sverige', 'Sverige', 'Sweden') },
  { value: 'NO', label: words('Norge', 'Norge', 'Norway') },
  { value: 'FI', label: words('Finland', 'Finland', 'Finland') },
  { value: 'DK', label: words('Danmark', 'Danmark', 'Denmark') },
]

type Words = ReturnType<typeof words>

const vocabulary = (name: string, singular: Words, plural: Words): Field => ({
  name,
  type: 'array',
  label: plural,
  labels: { singular, plural },
  fields: [
    { name: 'code', type: 'text', required: true, maxLength: 40, label: words('Kod', 'Kode', 'Code') },
    wordsField('labels', words('Namn per språk', 'Navn per språk', 'Label per language')),
  ],
})

/** What a municipality says about itself, one tab for each person who looks after it. */
export const municipalityTabs: TabsField['tabs'] = [
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
        options: countries,
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
  moderationTab,
  {
    label: words('Ordlistor', 'Ordlister', 'Vocabularies'),
    fields: [
      vocabulary(
        'audiences',
        words('Målgrupp', 'Målgruppe', 'Audience'),
        words('Målgrupper', 'Målgrupper', 'Audiences'),
      ),
      vocabulary('areas', words('Område', 'Område', 'Area'), words('Områden', 'Områder', 'Areas')),
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
        admin: {
          description: words(
            'Visas på kommunens sida om personuppgifter.',
            'Vises på kommunens side om personopplysninger.',
            'Shown on the municipality’s page about personal data.',
          ),
        },
        label: words('Dataskyddsombud (adress)', 'Personvernombud (adresse)', 'Data-protection contact'),
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
]
