import { z } from 'zod'

/** Parts that the shapes of several items share. */
export const text = (meaning: string) => z.string().describe(meaning)
export const maybe = (meaning: string) => z.string().nullable().describe(meaning)
export const codes = (meaning: string) => z.array(z.string()).describe(meaning)
export const words = z.record(z.string(), z.string()).describe('Words by language (BCP 47).')
export const changeNumber = z.int().describe('A change number.')
export const id = text('Stays the same for as long as the item exists.')
export const zone = text('IANA time zone.')
export const language = text('Language of the words of this answer (BCP 47).')
export const languages = codes('Languages that the item has, its own first; ask for one with `lang`.')
export const surface = z.enum(['calendar', 'community'])
export const surfaces = z.array(surface).describe('Where it is used.')
export const coordinate = (meaning: string) => z.number().nullable().describe(meaning)
export const latitude = coordinate('WGS 84, degrees.')
export const longitude = coordinate('WGS 84, degrees.')
export const address = (meaning: string) => z.string().describe(meaning).meta({ format: 'uri' })
export const timeOfEvent = 'RFC 3339 with offset; where `allDay`, a date.'
export const time = text(timeOfEvent)
export const instant = maybe('RFC 3339 with offset.')

export const renditions = z
  .record(z.string(), z.string())
  .describe('Addresses by width in pixels: 320, 800, 1600.')
export const picture = z.strictObject({
  id,
  alt: text('What the picture shows; empty where it is only decoration.'),
  credit: maybe('Photographer or source, to be shown with it.'),
  width: z.int().describe('Pixels of the largest rendition.'),
  height: z.int(),
  renditions,
})
export const richTextNodeType = z.enum([
  'paragraph',
  'heading',
  'list',
  'listitem',
  'link',
  'text',
  'linebreak',
])
export const richTextNode = z.strictObject({
  type: richTextNodeType,
  level: z.int().min(2).max(3).optional().describe('Of a heading: 2 or 3.'),
  ordered: z.boolean().optional().describe('Of a list.'),
  url: z.string().optional().describe('Of a link: http, https, mailto or tel.'),
  text: z.string().optional(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  get children() {
    return z.array(richTextNode).optional()
  },
})
export const richText = z.strictObject({
  html: text('Safe HTML: p, h2, h3, ul, ol, li, a, strong, em, br.'),
  nodes: z.array(richTextNode).describe('The same as a tree.'),
})
export const translation = z.strictObject({
  language: text('BCP 47.'),
  title: z.string(),
  summary: z.string().nullable(),
  body: richText.nullable(),
})
export const ref = z.strictObject({ id: z.string(), name: z.string() })
export const eventPlace = z.strictObject({
  id: maybe('Null for a free address.'),
  name: z.string(),
  address: z.string().nullable(),
  latitude,
  longitude,
})
export const placeOfEvent = eventPlace.nullable()
export const term = z.strictObject({ code: z.string(), labels: words })
export const termed = z.array(term)
