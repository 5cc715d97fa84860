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

const listOfTimes = (name: string, label: ReturnType<typeof words>): Field => ({
  name,
  type: 'json',
  label,
  admin: { components: { Field: '/src/admin/fields/occurrence-list-field.tsx#OccurrenceListField' } },
})

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

const when: Field[] = [
  {
    name: 'allDay',
    type: 'checkbox',
    defaultValue: false,
    label: words('Hela dagen', 'Hele dagen', 'All day'),
  },
  {
    type: 'row',
    admin: { condition: (data) => data?.allDay !== true },
    fields: [
      instant('start', words('Börjar', 'Begynner', 'Starts')),
      instant('end', words('Slutar', 'Slutter', 'Ends')),
    ],
  },
  {
    type: 'row',
    admin: { condition: (data) => data?.allDay === true },
    fields: [
      {
        name: 'startDate',
        type: 'text',
        label: words('Första dagen', 'Første dag', 'First day'),
        admin: { components: { Field: '/src/admin/fields/zoned-time-field.tsx#DayField' } },
      },
      {
        name: 'endDate',
        type: 'text',
        label: words('Sista dagen', 'Siste dag', 'Last day'),
        admin: { components: { Field: '/src/admin/fields/zoned-time-field.tsx#DayField' } },
      },
    ],
  },
  {
    name: 'zone',
    type: 'text',
    label: words('Tidszon', 'Tidssone', 'Time zone'),
    admin: { components: { Field: '/src/admin/fields/choice-field.tsx#ZoneField' } },
  },
  {
    name: 'recurrenceRule',
    type: 'text',
    label: words('Upprepas', 'Gjentas', 'Repeats'),
    admin: { components: { Field: '/src/admin/fields/recurrence-field.tsx#RecurrenceField' } },
  },
  {
    type: 'collapsible',
    label: words('Undantag i serien', 'Unntak i serien', 'Exceptions in the series'),
    admin: { initCollapsed: true, condition: (data) => Boolean(data?.recurrenceRule) },
    fields: [
      listOfTimes(
        'exceptions',
        words('Tillfällen som inte blir av', 'Tidspunkter som utgår', 'Dates left out'),
      ),
      listOfTimes('additions', words('Extra tillfällen', 'Ekstra tidspunkter', 'Extra dates')),
      {
        name: 'overrides',
        type: 'array',
        label: words(
          'Flyttade eller ändrade tillfällen',
          'Flyttede eller endrede tidspunkter',
          'Moved or changed dates',
        ),
        labels: {
          singular: words('Ändrat tillfälle', 'Endret tidspunkt', 'Changed date'),
          plural: words('Ändrade tillfällen', 'Endrede tidspunkter', 'Changed dates'),
        },
        fields: [
          {
            name: 'occurrence',
            type: 'text',
            label: words('Tillfälle', 'Tidspunkt', 'Date in the series'),
            admin: { components: { Field: '/src/admin/fields/occurrence-list-field.tsx#OccurrenceField' } },
          },
          {
            type: 'row',
            fields: [
              instant('start', words('Ny start', 'Ny start', 'New start')),
              instant('end', words('Nytt slut', 'Ny slutt', 'New end')),
            ],
          },
          {
            name: 'place',
            type: 'relationship',
            relationTo: 'places',
            label: words('Annan plats', 'Annet sted', 'Other place'),
            admin: { components: { Field: '/src/admin/fields/choice-field.tsx#PlaceField' } },
          },
          { name: 'note', type: 'text', label: words('Anmärkning', 'Merknad', 'Note') },
        ],
      },
    ],
  },
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
      condition: (data) => data?.attendance !== 'online',
      components: { Field: '/src/admin/fields/choice-field.tsx#PlaceField' },
    },
  },
  {
    name: 'address',
    type: 'group',
    label: words('Eller en egen adress', 'Eller en egen adresse', 'Or an address of its own'),
    admin: { condition: (data) => data?.attendance !== 'online' && !data?.place },
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
    admin: { condition: (data) => data?.attendance !== 'in-person' },
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
        admin: { condition: (data) => data?.price?.free !== true },
        fields: [
          { name: 'from', type: 'number', label: words('Från', 'Fra', 'From') },
          { name: 'to', type: 'number', label: words('Till', 'Til', 'To') },
          {
            name: 'currency',
            type: 'text',
            label: words('Valuta (SEK, NOK …)', 'Valuta (SEK, NOK …)', 'Currency (SEK, NOK …)'),
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
  { name: 'capacityNote', type: 'text', label: words('Antal platser', 'Antall plasser', 'Capacity') },
]

const more: Field[] = [
  {
    name: 'coOrganisers',
    type: 'relationship',
    relationTo: 'organisations',
    hasMany: true,
    label: words('Medarrangörer', 'Medarrangører', 'Co-organisers'),
    admin: { components: { Field: '/src/admin/fields/choice-field.tsx#CoOrganisersField' } },
  },
  {
    name: 'contact',
    type: 'group',
    label: words('Kontakt som får visas', 'Kontakt som kan vises', 'Contact that may be public'),
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
    admin: { components: { Field: '/src/admin/fields/choice-field.tsx#UmbrellaField' } },
  },
  ...visibilityFields,
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
