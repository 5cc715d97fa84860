import { z } from 'zod'
import { publicationKinds } from '../../publication/publication.js'
import * as parts from './shared-parts.js'
import * as events from './event.js'
import * as items from './items.js'

const { event, occurrence } = events
const { category, municipality, organisation, place, post, served } = items

export const item = z.union([event, post, organisation, place, category, municipality])
export const changeState = z.enum(['updated', 'deleted']).describe('Deleted: take it down.')
export const kind = z.enum(publicationKinds)
export const change = z.strictObject({
  id: z.string(),
  kind,
  modified: parts.changeNumber,
  state: changeState,
  data: item.optional().describe('The whole item, where it is updated.'),
})
const next = parts.address('The next page, to be followed as it is.')
const pageOf = (one: z.ZodType) => z.strictObject({ items: z.array(one), next: next.optional() })

/** What the feed tells, by name: the same in REST and in GraphQL. */
export const itemShapes = {
  Event: event,
  Occurrence: occurrence,
  Post: post,
  Organisation: organisation,
  Place: place,
  Category: category,
  Municipality: municipality,
  Manifest: items.manifest,
  ServedMunicipality: served,
  EventTime: events.eventTime,
  Recurrence: events.recurrence,
  EventPlace: parts.eventPlace,
  AgeRange: events.ageRange,
  Price: events.price,
  Booking: events.booking,
  Contact: events.contact,
  EventLinks: events.eventLinks,
  OrganisationContact: items.organisationContact,
  PrivacyNotice: items.privacyNotice,
  ManifestCategory: items.manifestCategory,
  Term: parts.term,
  Reference: parts.ref,
  Picture: parts.picture,
  RichText: parts.richText,
  RichTextNode: parts.richTextNode,
  Translation: parts.translation,
} as const

/**
 * The shapes of what the feed answers in JSON, for its description. They are strict, so that the tests, which hold
 * answers against them, find a field that nobody described; readers are told to ignore what they do not know.
 */
export const feedShapes = {
  ...itemShapes,
  Change: change,
  Changes: z.strictObject({ items: z.array(change), next, license: parts.address('Terms of use.') }),
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
