import type { Field } from 'payload'
import { instant } from '../fields/content.js'
import { words } from '../fields/labels.js'

const listOfTimes = (name: string, label: ReturnType<typeof words>): Field => ({
  name,
  type: 'json',
  label,
  admin: { components: { Field: '/src/admin/fields/occurrence-list-field.tsx#OccurrenceListField' } },
})

/** An instant or, where the event lasts all day, a date. */
const newTime = (name: string, label: ReturnType<typeof words>): Field => ({
  name,
  type: 'text',
  label,
  admin: { components: { Field: '/src/admin/fields/zoned-time-field.tsx#OccurrenceTimeField' } },
})

/** When an event takes place: its first time, its repetition, and what is otherwise for one occurrence. */
export const when: Field[] = [
  {
    name: 'allDay',
    type: 'checkbox',
    defaultValue: false,
    label: words('Hela dagen', 'Hele dagen', 'All day'),
  },
  {
    type: 'row',
    admin: { className: 'torg-if-timed' },
    fields: [
      instant('start', words('Börjar', 'Begynner', 'Starts')),
      instant('end', words('Slutar', 'Slutter', 'Ends')),
    ],
  },
  {
    type: 'row',
    admin: { className: 'torg-if-all-day' },
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
    admin: {
      components: { Field: '/src/admin/fields/choice-field.tsx#ZoneField' },
      description: words('Klockan på platsen.', 'Klokken på stedet.', 'The clock at the place.'),
    },
  },
  {
    name: 'recurrenceRule',
    type: 'text',
    label: words('Upprepas', 'Gjentas', 'Repeats'),
    admin: {
      components: { Field: '/src/admin/fields/recurrence-field.tsx#RecurrenceField' },
      description: words(
        'Klockslaget är detsamma sommar och vinter.',
        'Klokkeslettet er det samme sommer og vinter.',
        'The time of day stays the same in summer and winter.',
      ),
    },
  },
  {
    type: 'collapsible',
    label: words('Undantag i serien', 'Unntak i serien', 'Exceptions in the series'),
    admin: { initCollapsed: true, className: 'torg-if-repeated' },
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
              newTime('start', words('Ny start', 'Ny start', 'New start')),
              newTime('end', words('Nytt slut', 'Ny slutt', 'New end')),
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
