import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

const text = { type: 'string' } as const
const filled = { type: 'string', minLength: 1 } as const
const url = { type: 'string', format: 'uri' } as const
const time = { type: 'string', format: 'date-time' } as const
const authors = {
  type: 'array',
  items: { type: 'object', minProperties: 1, properties: { name: text, url, avatar: url } },
} as const

/** JSON Feed 1.1 as a schema, written from https://www.jsonfeed.org/version/1.1/; names of its own begin with `_`. */
const schema = {
  type: 'object',
  required: ['version', 'title', 'items'],
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: filled,
    home_page_url: url,
    feed_url: url,
    description: text,
    user_comment: text,
    next_url: url,
    icon: url,
    favicon: url,
    authors,
    language: filled,
    expired: { type: 'boolean' },
    hubs: { type: 'array' },
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id'],
        anyOf: [{ required: ['content_html'] }, { required: ['content_text'] }],
        properties: {
          id: filled,
          url,
          external_url: url,
          title: text,
          content_html: text,
          content_text: text,
          summary: text,
          image: url,
          banner_image: url,
          date_published: time,
          date_modified: time,
          authors,
          tags: { type: 'array', items: filled },
          language: filled,
          attachments: { type: 'array' },
        },
        patternProperties: { '^_': { type: 'object' } },
        additionalProperties: false,
      },
    },
  },
  patternProperties: { '^_': { type: 'object' } },
  additionalProperties: false,
} as const

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false })
addFormats.default(ajv)
const fits = ajv.compile(schema)

export function jsonFeedFaults(body: unknown): string[] {
  if (!fits(body)) return (fits.errors ?? []).map((one) => `JSON Feed: ${one.instancePath} ${one.message}`)
  const ids = (body as { items: { id: string }[] }).items.map((one) => one.id)
  return new Set(ids).size === ids.length ? [] : ['JSON Feed: an id stands twice']
}
