import { z } from 'zod'
import {
  text,
  changeNumber,
  maybe,
  codes,
  words,
  id,
  zone,
  language,
  languages,
  surfaces,
  latitude,
  longitude,
  address,
  instant,
  picture,
  richText,
  translation,
  ref,
  termed,
} from './shared-parts.js'

export const postType = z.enum(['news', 'notice', 'question', 'offer', 'dialogue'])
export const importance = z.enum(['normal', 'important', 'urgent']).describe('Urgent stands first.')
export const post = z.strictObject({
  kind: z.literal('post'),
  id,
  type: postType,
  title: z.string(),
  excerpt: text('The beginning of the body, or its summary in the language of this answer.'),
  body: richText.nullable(),
  language,
  languages,
  translations: z.array(translation),
  organisation: ref,
  categories: codes('Codes; their labels are in the manifest.'),
  audiences: codes('Codes of the municipality.'),
  areas: codes('Codes of the municipality; empty: everywhere.'),
  pictures: z.array(picture),
  link: z.string().nullable(),
  pinned: z.boolean(),
  importance,
  published: instant,
  updated: instant,
  visibleUntil: instant,
  url: address('The page for people.'),
})
export const organisationKind = z.enum(['association', 'company', 'unit'])
export const organisationContact = z.strictObject({
  email: z.string().nullable(),
  phone: z.string().nullable(),
  website: z.string().nullable(),
})
export const organisation = z.strictObject({
  kind: z.literal('organisation'),
  id,
  name: z.string(),
  organisationKind,
  description: z.string().nullable(),
  contact: organisationContact,
  logo: picture.nullable(),
  surfaces,
})
export const place = z.strictObject({
  kind: z.literal('place'),
  id,
  name: z.string(),
  address: z.string().nullable(),
  latitude,
  longitude,
  accessibility: codes('Codes; their labels are in the manifest.'),
  replacedBy: maybe('Id of the place to use instead.'),
})
const aboutCategory = { id, code: z.string(), labels: words, icon: maybe('Name of an icon.'), surfaces }
export const category = z.strictObject({ kind: z.literal('category'), ...aboutCategory })
export const privacyNotice = z.strictObject({ version: z.string(), text: words, url: z.string().nullable() })
const aboutMunicipality = {
  kind: z.literal('municipality'),
  id: text('The slug, which stands in the addresses.'),
  name: z.string(),
  country: text('ISO 3166-1.'),
  languages: codes('BCP 47.'),
  zone,
  colour: maybe('As #rrggbb.'),
  logo: picture.nullable(),
  surfaces,
  audiences: termed,
  areas: termed,
  privacyNotice,
  reportUrl: maybe('Where readers tell of what should not be there.'),
  demo: z.boolean(),
  url: address('The page for people.'),
}
export const municipality = z.strictObject(aboutMunicipality)
const { kind, name, country, colour } = aboutMunicipality
/** One of the municipalities, in the list of all. */
export const served = z.strictObject({
  kind,
  id: aboutMunicipality.id,
  name,
  country,
  languages: aboutMunicipality.languages,
  zone,
  logo: aboutMunicipality.logo,
  colour,
  url: aboutMunicipality.url,
  feed: address('Its manifest.'),
})
export const manifestCategory = z.strictObject(aboutCategory)
export const links = z.record(z.string(), z.string()).describe('Addresses of the other doors, by name.')
export const manifest = z.strictObject({
  ...aboutMunicipality,
  categories: z.array(manifestCategory),
  accessibility: termed,
  latest: changeNumber,
  links,
})
