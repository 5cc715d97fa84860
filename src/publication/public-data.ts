import type { OwnPeriods } from '../privacy/retention/own-periods.js'

/**
 * What is stored in a publication's `data`: the public facts of one item, projected from its approved snapshot. The
 * answers of the feed are made from these and from the clock (occurrences, addresses of pictures, `url`).
 * A new field is private until someone adds it here and in the projection.
 */
export interface RichTextNode {
  type: 'paragraph' | 'heading' | 'list' | 'listitem' | 'link' | 'text' | 'linebreak'
  /** heading: 2 or 3 */
  level?: 2 | 3
  /** list */
  ordered?: boolean
  /** link: http, https, mailto or tel */
  url?: string
  /** text */
  text?: string
  bold?: boolean
  italic?: boolean
  children?: RichTextNode[]
}
export interface RichText {
  html: string
  nodes: RichTextNode[]
}

export interface Translation {
  language: string
  title: string
  summary: string | null
  body: RichText | null
}

export interface PictureFacts {
  id: string
  /** Empty for a decorative picture. */
  alt: string
  credit: string | null
  /** Of the largest rendition, in pixels. */
  width: number
  height: number
  /** Widths of the renditions that exist: 320, 800, 1600 (a small original has fewer). */
  renditions: number[]
}

export interface PlaceFacts {
  /** Null for a free address. */
  id: string | null
  name: string
  address: string | null
  latitude: number | null
  longitude: number | null
}

export type EventStatus = 'scheduled' | 'cancelled' | 'postponed' | 'rescheduled' | 'moved-online'

export interface OccurrenceOverride {
  /** The occurrence's original start: an instant in UTC (RFC 3339), or a date for all-day events. */
  occurrence: string
  /** New times; null keeps the old ones. */
  start: string | null
  end: string | null
  place: PlaceFacts | null
  status: EventStatus | null
  statusReason: string | null
  note: string | null
}

export interface Recurrence {
  /** RFC 5545 RRULE value without the name, e.g. `FREQ=WEEKLY;BYDAY=TU`. UNTIL is in UTC, or a date for all-day events. */
  rule: string
  /** Original starts that do not take place (EXDATE) or take place besides (RDATE): instants in UTC or dates. */
  exceptions: string[]
  additions: string[]
}

export interface EventData {
  kind: 'event'
  id: string
  slug: string
  title: string
  summary: string | null
  body: RichText | null
  language: string
  translations: Translation[]
  /** Instants in UTC; for an all-day event dates, `end` the last day included. `end` null: unknown. */
  start: string
  end: string | null
  /** IANA zone of the place. */
  zone: string
  allDay: boolean
  recurrence: Recurrence | null
  overrides: OccurrenceOverride[]
  status: EventStatus
  statusReason: string | null
  previousStart: string | null
  place: PlaceFacts | null
  attendance: 'in-person' | 'online' | 'mixed'
  onlineUrl: string | null
  organisation: { id: string; name: string }
  /** `hidden`: readers have been told that it is not named while it is suspended or has left. Never shown itself. */
  coOrganisers: { id: string; name: string; hidden?: true }[]
  /** Codes. */
  categories: string[]
  audiences: string[]
  areas: string[]
  age: { from: number | null; to: number | null } | null
  accessibility: string[]
  price: {
    free: boolean
    from: number | null
    to: number | null
    currency: string | null
    note: string | null
  } | null
  booking: { url: string; closes: string | null } | null
  capacityNote: string | null
  contact: { name: string | null; email: string | null; phone: string | null } | null
  pictures: PictureFacts[]
  umbrella: string | null
  /** What it is part of while citizens do not see that; told by no door. */
  partOf?: string
}

export interface PostData {
  kind: 'post'
  id: string
  slug: string
  type: 'news' | 'notice' | 'question' | 'offer' | 'dialogue'
  title: string
  excerpt: string
  body: RichText | null
  language: string
  translations: Translation[]
  organisation: { id: string; name: string }
  categories: string[]
  audiences: string[]
  areas: string[]
  pictures: PictureFacts[]
  link: string | null
  pinned: boolean
  importance: 'normal' | 'important' | 'urgent'
}

export interface OrganisationData {
  kind: 'organisation'
  id: string
  name: string
  organisationKind: 'association' | 'company' | 'unit'
  description: string | null
  contact: { email: string | null; phone: string | null; website: string | null }
  logo: PictureFacts | null
  surfaces: ('calendar' | 'community')[]
}

export interface PlaceData {
  kind: 'place'
  id: string
  name: string
  address: string | null
  latitude: number | null
  longitude: number | null
  accessibility: string[]
  replacedBy: string | null
}

export type Labels = Record<string, string>

export interface CategoryData {
  kind: 'category'
  id: string
  code: string
  labels: Labels
  icon: string | null
  surfaces: ('calendar' | 'community')[]
}

export interface MunicipalityData {
  kind: 'municipality'
  /** The slug. */
  id: string
  name: string
  country: string
  languages: string[]
  zone: string
  colour: string | null
  logo: PictureFacts | null
  surfaces: ('calendar' | 'community')[]
  audiences: { code: string; labels: Labels }[]
  areas: { code: string; labels: Labels }[]
  privacyNotice: { version: string; text: Labels; url: string | null }
  reportUrl: string | null
  /** What its privacy page is made of; told by that page alone. Absent from what was written before there was one. */
  privacy?: { controller: string | null; contact: string | null; periods: OwnPeriods | null }
  /** A demo municipality says so on its pages. */
  demo: boolean
}

export type PublicItem = EventData | PostData | OrganisationData | PlaceData | CategoryData | MunicipalityData
