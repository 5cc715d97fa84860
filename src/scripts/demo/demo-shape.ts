import type { PostContent, PostType } from '../../community/post-content.js'
import type { Announcements, EventContent } from '../../calendar/event-content.js'
import type { ProfileContent } from '../../organisations/profile-content.js'
import type { Labels } from '../../publication/public-data.js'
import type { Surface } from '../../tenancy/actor.js'
import type { DemoDay, DemoMoment, DemoWhen } from './demo-when.js'

/**
 * How the demo is written down: people write keys, local times and day rules; `resolveDemo` turns them into contents
 * with instants. Relations stay keys (`organisation: 'ifhagen'`) until the seed runner knows the ids.
 */
export type Accessibility =
  | 'step-free'
  | 'accessible-toilet'
  | 'accessible-parking'
  | 'hearing-loop'
  | 'sign-language'
  | 'captions'
  | 'quiet-room'

/** What a document has been through when the demo stands; the texts are those that the people in it wrote. */
export type DemoFate<Edit> =
  | { outcome: 'approved' | 'draft' | 'in-review' | 'published-by-editor' }
  | { outcome: 'changes-requested'; message: string }
  | { outcome: 'rejected' | 'removed'; reason: string; message: string }
  | { outcome: 'appealed'; reason: string; message: string; appeal: string }
  | { outcome: 'approved-with-pending-edit'; edit: Edit }
  | { outcome: 'withdrawn'; reason: string; explanation: string | null }
  | { outcome: 'scheduled'; visibleFrom: DemoMoment }

export type Outcome = DemoFate<never>['outcome']

/** Paragraphs; `## ` and `### ` open headings, `- ` list points; `[text](https://…)` is a link. */
export type Blocks = string[]

export interface DemoMunicipality {
  slug: string
  name: string
  country: 'SE' | 'NO'
  languages: string[]
  zone: string
  colour: string
  mode: Record<Surface, 'pre' | 'post'>
  editorsMayPublish: boolean
  secondFactor: 'offered'
  loginPolicy: 'any'
  postDaysVisible: number
  /** Working days. */
  leadTime: number
  decisionTime: number
  controller: { name: string; email: string }
  dataProtectionContact: string
  privacyNotice: { version: string; text: Labels; url: string }
  reportUrl: string
  categories: { code: string; labels: Labels; icon: string; surfaces: Surface[] }[]
  audiences: { code: string; labels: Labels }[]
  areas: { code: string; labels: Labels }[]
  houseRules: { code: string; wording: Labels; surfaces: Surface[] }[]
}

export interface DemoOrganisation {
  key: string
  kind: 'association' | 'company' | 'unit'
  outcome: 'applied' | 'approved' | 'suspended'
  trust: 'standard' | 'trusted' | 'probation'
  surfaces: Surface[]
  /** Null throughout: an invented number with a right check digit might belong to somebody. */
  organisationNumber: null
  registerReference: string | null
  /** Why it waits or is suspended, in the words of the applicant or the editor. */
  message: string | null
  profile: ProfileContent
  /** A changed profile that waits in the queue. */
  pendingProfile: Partial<ProfileContent> | null
}

export interface DemoPlace {
  key: string
  name: string
  address: string
  latitude: number
  longitude: number
  accessibility: Accessibility[]
}

export interface DemoPicture {
  key: string
  motif: string
  palette: string
  alt: string
  credit: string
}

type Words = { title?: string; summary?: string; body?: Blocks }

export interface DemoEvent {
  key: string
  organisation: string
  title: string
  summary: string
  body: Blocks
  when: DemoWhen
  categories: string[]
  /** The municipality's first language where nothing is said. */
  language?: string
  translations?: { language: string; title: string; summary: string; body: Blocks }[]
  audiences?: string[]
  areas?: string[]
  age?: [from: number | null, to: number | null]
  coOrganisers?: string[]
  place?: string
  address?: EventContent['address']
  attendance?: EventContent['attendance']
  onlineUrl?: string
  accessibility?: Accessibility[]
  /** Free where nothing is said; an amount or a range in the country's currency. */
  price?: number | [from: number, to: number]
  priceNote?: string
  booking?: { url: string; closes?: DemoMoment }
  capacityNote?: string
  pictures?: string[]
  contact?: { name: string; email: string }
  umbrella?: string
  fate?: DemoFate<Words>
  /** `nth` counts the occurrences that take place, from 1; without it the whole series is meant. */
  announce?: { status: 'cancelled' | 'postponed'; reason: string; nth?: number }[]
}

export interface DemoPost {
  key: string
  organisation: string
  type: PostType
  title: string
  body: Blocks
  categories: string[]
  language?: string
  translations?: { language: string; title: string; body: Blocks }[]
  audiences?: string[]
  areas?: string[]
  pictures?: string[]
  link?: string
  visibleUntil?: DemoDay
  importance?: PostContent['importance']
  pinned?: boolean
  fate?: DemoFate<Omit<Words, 'summary'>>
}

export interface Demo {
  municipality: DemoMunicipality
  organisations: DemoOrganisation[]
  places: DemoPlace[]
  pictures: DemoPicture[]
  events: DemoEvent[]
  posts: DemoPost[]
}

/** As `DemoFate`, with the pending edit as a full content. */
export type ResolvedFate<Content> =
  Exclude<DemoFate<Content>, { outcome: 'scheduled' }> | { outcome: 'scheduled' }

export interface ResolvedEvent {
  key: string
  organisation: string
  /** Relations are keys: place, co-organisers, pictures, umbrella; categories, audiences and areas are codes. */
  content: EventContent
  announcements: Announcements
  fate: ResolvedFate<EventContent>
}

export interface ResolvedPost {
  key: string
  organisation: string
  content: PostContent
  pinned: boolean
  fate: ResolvedFate<PostContent>
}

export interface ResolvedDemo {
  municipality: DemoMunicipality
  organisations: DemoOrganisation[]
  places: DemoPlace[]
  pictures: DemoPicture[]
  events: ResolvedEvent[]
  posts: ResolvedPost[]
}
