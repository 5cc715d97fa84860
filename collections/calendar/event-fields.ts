import type { Field } from 'payload'
import {
  accessibilityField,
  audienceFields,
  bodyField,
  categoriesField,
  instant,
  languageField,
  picturesField,
  titleField,
  translationsField,
  visibilityFields,
} from '../fields/content.js'
import { words } from '../fields/labels.js'
import { when } from './time-fields.js'

const what: Field[] = [
  titleField,
  {
    name: 'summary',
    type: 'textarea',
    label: words('Kort text', 'Kort tekst', 'Summary'),
    admin: {
      description: words(
        'Högst 300 tecken. Visas i listor.',
        'Høyst 300 tegn. Vises i lister.',
        'At most 300 characters. Shown in lists.',
      ),
    },
  },
  bodyField,
  { type: 'row', fields: [languageField] },
  categoriesField,
  picturesField,
]

const where: Field[] = [
  {
    name: 'attendance',
    type: 'select',
    defaultValue: 'in-person',
    label: words('Deltagande', 'Deltakelse', 'Attendance'),
    options: [
      { value: 'in-person', label: words('På plats', 'Fysisk', 'In person') },
      { value: 'online', label: words('På nätet', 'På nett', 'Online') },
      { value: 'mixed', label: words('Både och', 'Begge deler', 'Both') },
    ],
    admin: { components: { Field: '/src/admin/fields/choice-field.tsx#SelectField' } },
  },
  {
    name: 'place',
    type: 'relationship',
    relationTo: 'places',
    label: words('Plats', 'Sted', 'Place'),
    admin: {
      className: 'torg-if-somewhere',
      components: { Field: '/src/admin/fields/choice-field.tsx#PlaceField' },
    },
  },
  {
    name: 'address',
    type: 'group',
    label: words('Eller en egen adress', 'Eller en egen adresse', 'Or an address of its own'),
    admin: { className: 'torg-if-elsewhere' },
    fields: [
      { name: 'name', type: 'text', label: words('Platsens namn', 'Stedets navn', 'Name of the place') },
      { name: 'address', type: 'text', label: words('Adress', 'Adresse', 'Address') },
      {
        type: 'row',
        fields: [
          { name: 'latitude', type: 'number', label: words('Latitud', 'Breddegrad', 'Latitude') },
          { name: 'longitude', type: 'number', label: words('Longitud', 'Lengdegrad', 'Longitude') },
        ],
      },
    ],
  },
  {
    name: 'onlineUrl',
    type: 'text',
    label: words('Länk till sändningen', 'Lenke til sendingen', 'Link to join'),
    admin: { className: 'torg-if-online' },
  },
  accessibilityField,
]

const forWhom: Field[] = [
  ...audienceFields,
  {
    type: 'row',
    fields: [
      { name: 'ageFrom', type: 'number', label: words('Från ålder', 'Fra alder', 'From age') },
      { name: 'ageTo', type: 'number', label: words('Till ålder', 'Til alder', 'To age') },
    ],
  },
  {
    name: 'price',
    type: 'group',
    label: words('Pris', 'Pris', 'Price'),
    fields: [
      { name: 'free', type: 'checkbox', defaultValue: false, label: words('Gratis', 'Gratis', 'Free') },
      {
        type: 'row',
        admin: { className: 'torg-if-priced' },
        fields: [
          { name: 'from', type: 'number', label: words('Från', 'Fra', 'From') },
          { name: 'to', type: 'number', label: words('Till', 'Til', 'To') },
          {
            name: 'currency',
            type: 'text',
            label: words('Valuta', 'Valuta', 'Currency'),
            admin: { components: { Field: '/src/admin/fields/currency-field.tsx#CurrencyField' } },
          },
        ],
      },
      { name: 'note', type: 'text', label: words('Om priset', 'Om prisen', 'About the price') },
    ],
  },
  {
    type: 'row',
    fields: [
      {
        name: 'bookingUrl',
        type: 'text',
        label: words('Länk till bokning', 'Lenke til påmelding', 'Booking link'),
      },
      instant('bookingCloses', words('Bokningen stänger', 'Påmeldingen stenger', 'Booking closes')),
    ],
  },
  {
    name: 'capacityNote',
    type: 'text',
    label: words('Antal platser', 'Antall plasser', 'Capacity'),
    admin: {
      description: words(
        'Till exempel: 20 platser, först till kvarn.',
        'For eksempel: 20 plasser, førstemann til mølla.',
        'For example: 20 places, first come, first served.',
      ),
    },
  },
]

const more: Field[] = [
  {
    name: 'coOrganisers',
    type: 'relationship',
    relationTo: 'organisations',
    hasMany: true,
    label: words('Medarrangörer', 'Medarrangører', 'Co-organisers'),
    admin: {
      components: { Field: '/src/admin/fields/choice-field.tsx#CoOrganisersField' },
      description: words(
        'De får ett besked och kan ta bort sitt namn.',
        'De får beskjed og kan fjerne navnet sitt.',
        'They are told and may take their name off.',
      ),
    },
  },
  {
    name: 'contact',
    type: 'group',
    label: words('Kontakt som får visas', 'Kontakt som kan vises', 'Contact that may be public'),
    admin: {
      description: words(
        'Helst en roll och en adress till föreningen. För en person: skriv var samtycket finns.',
        'Helst en rolle og en adresse til foreningen. For en person: skriv hvor samtykket finnes.',
        'Preferably a role and an address of the association. For a person: say where the consent is kept.',
      ),
    },
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'name', type: 'text', label: words('Roll eller namn', 'Rolle eller navn', 'Role or name') },
          { name: 'email', type: 'text', label: words('E-post', 'E-post', 'E-mail') },
          { name: 'phone', type: 'text', label: words('Telefon', 'Telefon', 'Telephone') },
        ],
      },
      {
        type: 'row',
        fields: [
          {
            name: 'consentReference',
            type: 'text',
            label: words('Samtycke (referens)', 'Samtykke (referanse)', 'Consent (reference)'),
          },
          instant('consentUntil', words('Samtycket gäller till', 'Samtykket gjelder til', 'Consent ends')),
        ],
      },
    ],
  },
  {
    name: 'umbrella',
    type: 'relationship',
    relationTo: 'events',
    label: words('Del av', 'Del av', 'Part of'),
    admin: {
      components: { Field: '/src/admin/fields/choice-field.tsx#UmbrellaField' },
      description: words(
        'Till exempel en festival.',
        'For eksempel en festival.',
        'A festival, for example.',
      ),
    },
  },
  ...visibilityFields('event'),
]

const tab = (label: ReturnType<typeof words>, fields: Field[]) => ({ label, fields })

/** What an author writes about an event, in the order in which people think of it. */
export const eventContentFields: Field[] = [
  {
    type: 'tabs',
    tabs: [
      tab(words('Vad', 'Hva', 'What'), what),
      tab(words('När', 'Når', 'When'), when),
      tab(words('Var', 'Hvor', 'Where'), where),
      tab(words('För vem', 'For hvem', 'For whom'), forWhom),
      tab(words('Språk', 'Språk', 'Languages'), [translationsField(true)]),
      tab(words('Mer', 'Mer', 'More'), more),
    ],
  },
]
