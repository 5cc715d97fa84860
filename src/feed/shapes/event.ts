import { z } from 'zod'
import {
  text,
  maybe,
  codes,
  id,
  zone,
  language,
  languages,
  address,
  timeOfEvent,
  time,
  instant,
  picture,
  richText,
  translation,
  ref,
  placeOfEvent,
} from './shared-parts.js'

export const eventStatus = z
  .enum(['scheduled', 'cancelled', 'postponed', 'rescheduled', 'moved-online'])
  .describe('As schema.org EventStatusType.')
export const attendance = z.enum(['in-person', 'online', 'mixed'])
export const ageRange = z.strictObject({
  from: z.int().nullable(),
  to: z.int().nullable().describe('Included.'),
})
export const price = z.strictObject({
  free: z.boolean(),
  from: z.number().nullable(),
  to: z.number().nullable(),
  currency: maybe('ISO 4217.'),
  note: z.string().nullable(),
})
export const eventLinks = z.strictObject({
  json: address('This event.'),
  calendar: address('As iCalendar.'),
})
const times = {
  start: time,
  end: maybe(`${timeOfEvent} The last day is included. Null: not said.`),
  status: eventStatus,
  statusReason: maybe('Code of why it was cancelled, postponed or moved.'),
  previousStart: maybe('The start before it was moved.'),
}
const aboutEvent = {
  kind: z.literal('event'),
  id,
  title: z.string(),
  summary: maybe('At most 300 characters.'),
  language,
  languages,
  zone,
  allDay: z.boolean(),
  attendance,
  onlineUrl: z.string().nullable(),
  organisation: ref,
  coOrganisers: z.array(ref),
  categories: codes('Codes; their labels are in the manifest.'),
  audiences: codes('Codes of the municipality.'),
  areas: codes('Codes of the municipality; empty: everywhere.'),
  age: ageRange.nullable(),
  accessibility: codes('Codes; their labels are in the manifest.'),
  price: price.nullable(),
  pictures: z.array(picture),
  url: address('The page for people.'),
  links: eventLinks,
  umbrella: maybe('Id of the event that this is a part of.'),
  place: placeOfEvent,
}
export const occurrence = z
  .strictObject({
    ...aboutEvent,
    occurrence: text('The original start, which names the occurrence within its event.'),
    ...times,
    note: z.string().nullable(),
  })
  .describe('One time of an event, as lists show it.')
export const recurrence = z.strictObject({
  rule: text('RRULE of RFC 5545, without the name.'),
  exceptions: z.array(time).describe('Original starts that do not take place.'),
  additions: z.array(time).describe('Starts beside those of the rule.'),
  words: maybe('The rule in words, in the language of this answer.'),
})
export const eventTime = z.strictObject({
  occurrence: time,
  ...times,
  place: placeOfEvent.optional().describe('Where it is not that of the event.'),
  note: z.string().optional(),
})
export const booking = z.strictObject({ url: z.string(), closes: instant })
export const contact = z.strictObject({
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
})
export const event = z.strictObject({
  ...aboutEvent,
  ...times,
  note: maybe('Of an event that happens once and was changed.'),
  body: richText.nullable(),
  translations: z.array(translation),
  recurrence: recurrence.nullable(),
  occurrences: z.array(eventTime).describe('The next 50; in `changes` those of 400 days.'),
  booking: booking.nullable(),
  capacityNote: z.string().nullable(),
  contact: contact.nullable(),
  published: instant,
  modified: text('RFC 3339 with offset.'),
})
