import { z } from 'zod'
import { publicationKinds } from '../../publication/publication.js'
import { address, picture, richTextNode, richText, translation } from './shared-parts.js'
import { event, occurrence } from './event.js'
import { category, manifest, municipality, organisation, place, post, served } from './items.js'

const item = z.union([event, post, organisation, place, category, municipality])
const change = z.strictObject({
  id: z.string(),
  kind: z.enum(publicationKinds),
  modified: z.int().describe('The change number.'),
  state: z.enum(['updated', 'deleted']).describe('Deleted: take it down.'),
  data: item.optional().describe('The whole item, where it is updated.'),
})
const next = address('The next page, to be followed as it is.')
const pageOf = (items: z.ZodType) => z.strictObject({ items: z.array(items), next: next.optional() })

/**
 * The shapes of what the feed answers in JSON, for its description. They are strict, so that the tests, which hold
 * answers against them, find a field that nobody described; readers are told to ignore what they do not know.
 */
export const feedShapes = {
  Event: event,
  Occurrence: occurrence,
  Post: post,
  Organisation: organisation,
  Place: place,
  Category: category,
  Municipality: municipality,
  Manifest: manifest,
  Picture: picture,
  RichText: richText,
  RichTextNode: richTextNode,
  Translation: translation,
  Change: change,
  Changes: z.strictObject({ items: z.array(change), next, license: address('Terms of use.') }),
  Municipalities: pageOf(served),
  Occurrences: pageOf(occurrence),
  Posts: pageOf(post),
  Organisations: pageOf(organisation),
  Places: pageOf(place),
  Categories: pageOf(category),
} as const
export type ShapeName = keyof typeof feedShapes

/** The shapes as JSON Schema (2020-12) that name each other as parts of an OpenAPI document; more fields may come. */
export function shapeSchemas(): Record<string, Record<string, unknown>> {
  const registry = z.registry<{ id: string }>()
  for (const [name, shape] of Object.entries(feedShapes)) registry.add(shape, { id: name })
  const { schemas } = z.toJSONSchema(registry, {
    uri: (name) => `#/components/schemas/${name}`,
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
      delete jsonSchema.$schema
      delete jsonSchema.$id
    },
  })
  return schemas as Record<string, Record<string, unknown>>
}
