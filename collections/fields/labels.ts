import type { Field } from 'payload'

/** Label in the three languages of the admin. */
export const words = (sv: string, nb: string, en: string) => ({ sv, nb, en })

/** Words per language, for things that citizens read: `[{language, text}]`. */
export const wordsField = (name: string, label: ReturnType<typeof words>, long = false): Field => ({
  name,
  type: 'array',
  label,
  labels: { singular: words('Språk', 'Språk', 'Language'), plural: words('Språk', 'Språk', 'Languages') },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'language',
          type: 'text',
          required: true,
          label: words('Språkkod', 'Språkkode', 'Language code'),
          admin: { width: '25%' },
        },
        {
          name: 'text',
          type: long ? 'textarea' : 'text',
          required: true,
          label: words('Text', 'Tekst', 'Text'),
          admin: { width: '75%' },
        } as Field,
      ],
    },
  ],
})
