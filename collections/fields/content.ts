import type { Field } from 'payload'
import { accessibilityFacts } from '../../src/calendar/accessibility.js'
import { editor } from './rich-text.js'
import { words } from './labels.js'

/** Field groups that events and posts share. Rules are asked in hooks; here stands only what is stored and shown. */
export const titleField: Field = {
  name: 'title',
  type: 'text',
  label: words('Rubrik', 'Tittel', 'Title'),
  admin: {
    components: { Cell: '/src/admin/fields/title-cell.tsx#TitleCell' },
    description: words(
      'Säg vad det är, inte vem som ordnar det.',
      'Si hva det er, ikke hvem som arrangerer.',
      'Say what it is, not who arranges it.',
    ),
  },
}

export const languageField: Field = {
  name: 'language',
  type: 'text',
  label: words('Språk', 'Språk', 'Language'),
  admin: { components: { Field: '/src/admin/fields/choice-field.tsx#LanguageField' } },
}

export const bodyField: Field = {
  name: 'body',
  type: 'richText',
  label: words('Text', 'Tekst', 'Body'),
  editor,
}

export const translationsField = (withSummary: boolean): Field => ({
  name: 'translations',
  type: 'array',
  label: words('Översättningar', 'Oversettelser', 'Translations'),
  labels: {
    singular: words('Översättning', 'Oversettelse', 'Translation'),
    plural: words('Översättningar', 'Oversettelser', 'Translations'),
  },
  admin: {
    description: words(
      'Ett beslut gäller alla språk på en gång.',
      'Én avgjørelse gjelder alle språk på én gang.',
      'One decision covers all languages at once.',
    ),
  },
  fields: [
    languageField,
    { name: 'title', type: 'text', label: words('Rubrik', 'Tittel', 'Title') },
    ...(withSummary
      ? [
          {
            name: 'summary',
            type: 'textarea',
            label: words('Kort text', 'Kort tekst', 'Summary'),
          } satisfies Field,
        ]
      : []),
    { name: 'body', type: 'richText', label: words('Text', 'Tekst', 'Body'), editor },
  ],
})

export const categoriesField: Field = {
  name: 'categories',
  type: 'relationship',
  relationTo: 'categories',
  hasMany: true,
  label: words('Kategorier', 'Kategorier', 'Categories'),
  admin: {
    components: { Field: '/src/admin/fields/choice-field.tsx#CategoriesField' },
    description: words(
      'Minst en. Invånarna väljer själva vilka de vill se.',
      'Minst én. Innbyggerne velger selv hvilke de vil se.',
      'At least one. Citizens choose which ones they want to see.',
    ),
  },
}

/** Codes from the municipality's own vocabularies. */
export const audienceFields: Field[] = [
  {
    name: 'audiences',
    type: 'json',
    label: words('Målgrupper', 'Målgrupper', 'Audiences'),
    admin: { components: { Field: '/src/admin/fields/choice-field.tsx#AudiencesField' } },
  },
  {
    name: 'areas',
    type: 'json',
    label: words('Områden', 'Områder', 'Areas'),
    admin: {
      components: { Field: '/src/admin/fields/choice-field.tsx#AreasField' },
      description: words(
        'Inget valt: hela kommunen.',
        'Ingen valgt: hele kommunen.',
        'None chosen: everywhere.',
      ),
    },
  },
]

export const accessibilityField: Field = {
  name: 'accessibility',
  type: 'json',
  label: words('Tillgänglighet', 'Tilgjengelighet', 'Accessibility'),
  admin: {
    components: { Field: '/src/admin/fields/choice-field.tsx#AccessibilityField' },
    custom: { facts: Object.keys(accessibilityFacts) },
  },
}

export const picturesField: Field = {
  name: 'pictures',
  type: 'upload',
  relationTo: 'media',
  hasMany: true,
  label: words('Bilder', 'Bilder', 'Pictures'),
  admin: {
    components: { Field: '/src/admin/fields/pictures-field.tsx#PicturesField' },
    description: words(
      'Visa bara personer som har sagt ja till det.',
      'Vis bare personer som har sagt ja til det.',
      'Show only people who have agreed to it.',
    ),
  },
}

const instant = (
  name: string,
  label: ReturnType<typeof words>,
  description?: ReturnType<typeof words>,
): Field => ({
  name,
  type: 'date',
  label,
  admin: { components: { Field: '/src/admin/fields/zoned-time-field.tsx#ZonedTimeField' }, description },
})
export { instant }

const untilOf = {
  event: words(
    'Tomt: en tid efter det sista tillfället.',
    'Tomt: en tid etter siste gang.',
    'Empty: until some time after the last date.',
  ),
  post: words(
    'Tomt: så länge som kommunen har bestämt för inlägg.',
    'Tomt: så lenge som kommunen har bestemt for innlegg.',
    'Empty: for as long as the municipality has decided for posts.',
  ),
}

export const visibilityFields = (kind: keyof typeof untilOf): Field[] => [
  {
    type: 'row',
    fields: [
      instant(
        'visibleFrom',
        words('Visas från', 'Vises fra', 'Visible from'),
        words(
          'Tomt: så snart det är godkänt.',
          'Tomt: så snart det er godkjent.',
          'Empty: as soon as it is approved.',
        ),
      ),
      instant('visibleUntil', words('Visas till', 'Vises til', 'Visible until'), untilOf[kind]),
    ],
  },
]
