import type { FieldFault } from '../shared/errors.js'
import type { DecisionClock } from './decision-clock.js'
import type { TextChoice } from './decision-texts.js'
import type { LinkForm } from './link-form.js'
import type { QueueReason } from './queue.js'
import type { Labels } from './reasons.js'
import type { StatementOfReasons } from './statements.js'
import type { ModeratedKind } from './states.js'
import type { Announced, WentOut } from './went-out.js'

/** One thing that was said or decided, for the thread beside a document. */
export interface ThreadEntry {
  at: string
  action: string
  /** Who speaks: the association, the municipality, or the clock and the rules. */
  side: 'organisation' | 'municipality' | 'automatic'
  /** Role title; null where the account shows none. */
  by: string | null
  message: string | null
  reason: string | null
  reasonLabel: Labels | null
  /** Of an announcement: what citizens were told. */
  announced: Announced | null
  /** The state that it led to. */
  to: string | null
}

/** What the last twelve months say of an organisation; counted from at most `counted` entries of the log. */
export interface OrganisationRecord {
  approved: number
  changesRequested: number
  refused: number
  /** Announced after publication: cancelled, postponed. */
  lateChanges: number
  takenDown: number
  /** Fewer than all, where there is more in the log than is read. */
  counted: number
  complete: boolean
}

export interface OrganisationFacts {
  id: string
  name: string
  kind: string
  life: string
  trust: string
  createdAt: string
  confirmedAt: string | null
  record: OrganisationRecord
}

/** A picture as an editor must see it. */
export interface ReviewPicture {
  id: string
  alt: string | null
  decorative: boolean
  credit: string | null
  peopleShown: string | null
  consentUntil: string | null
  /** For accounts that may see it; by width. */
  urls: Record<string, string>
}

export interface SimilarEvent {
  id: string
  title: string | null
  startsAt: string | null
  zone: string | null
  allDay: boolean
  state: string
  publication: string
}

/** What citizens would see in one language, as HTML: the line in a list, and the whole page. */
export interface Preview {
  language: string
  card: string
  page: string
}

/** A public profile, which has no page of its own. */
export interface ProfileView {
  name: string
  description: string | null
  contact: { email: string | null; phone: string | null; website: string | null }
  logo: string | null
}

/** The decision that is appealed against, as the organisation was told it, and who may not decide the appeal. */
export interface Appealed {
  statement: StatementOfReasons
  /** Role title of who decided; null where the account shows none. */
  by: string | null
  /** The reader took the decision. */
  mine: boolean
}

/** Everything at hand for deciding about one document, beside what may be done with it. Instants are RFC 3339. */
export interface ReviewItem {
  kind: ModeratedKind
  collection: 'events' | 'posts' | 'organisations'
  id: string
  title: string | null
  municipality: { id: string; slug: string; name: string; zone: string; country: string; languages: string[] }
  organisation: OrganisationFacts
  reason: QueueReason | null
  /** It is public now, or will be. */
  change: boolean
  unreviewed: boolean
  /** What of it nobody has looked at yet. */
  wentOut: WentOut | null
  /** The actions that would publish it, and after which citizens would see nothing: its time has passed. */
  publishesNothing: string[]
  since: string | null
  dueAt: string | null
  clock: DecisionClock | null
  startsAt: string | null
  allDay: boolean
  zone: string
  language: string | null
  claim: { by: string | null; until: string; mine: boolean } | null
  /** What waits, and what was approved last, as fields. */
  content: Record<string, unknown> | null
  approved: Record<string, unknown> | null
  /** What must be mended before it can be approved. */
  faults: FieldFault[]
  links: LinkForm[]
  pictures: ReviewPicture[]
  similar: SimilarEvent[]
  houseRules: { code: string; label: Labels }[]
  thread: ThreadEntry[]
  /** What is appealed against, while the appeal waits. */
  appealed: Appealed | null
  texts: { changes: TextChoice[]; refusal: TextChoice[] }
  /** The language in which the author is written to. */
  writeIn: string
  preview: { waits: Preview[]; public: Preview[] }
  profile: { waits: ProfileView | null; public: ProfileView | null }
}
