import type { Where } from 'payload'
import type { InboxNotice } from './notices/inbox.js'
import type { Labels } from './reasons.js'
import type { Preview } from './review-item.js'
import type { PublicationState, WorkflowState } from './states.js'

/** How the desk of an association sorts what it has written; what it must do something about stands first. */
export const deskGroups = ['to-do', 'waiting', 'public', 'over'] as const
export type DeskGroup = (typeof deskGroups)[number]

/** The facts of a document that say where on the desk it lies. */
export interface DeskFacts {
  state: WorkflowState
  publication: PublicationState
  waitsFor: string | null
}

const shown: readonly PublicationState[] = ['live', 'scheduled']

/** Where a document lies on the desk of its association: in one place, or nowhere once it is erased. */
export function groupOf({ state, publication, waitsFor }: DeskFacts): DeskGroup | null {
  if (state === 'erased') return null
  if (state === 'in-review' || waitsFor === 'appeal') return 'waiting'
  if (state === 'draft' || state === 'changes-requested') return 'to-do'
  if (state === 'rejected') return publication === 'removed' ? 'over' : 'to-do'
  return shown.includes(publication) ? 'public' : 'over'
}

const noAppeal: Where = { waitsFor: { not_equals: 'appeal' } }

/** The same as a question to the database, group by group. */
export const groupWhere: Record<DeskGroup, Where> = {
  'to-do': {
    and: [
      noAppeal,
      {
        or: [
          { state: { in: ['draft', 'changes-requested'] } },
          { and: [{ state: { equals: 'rejected' } }, { publication: { not_equals: 'removed' } }] },
        ],
      },
    ],
  },
  waiting: {
    or: [
      { state: { equals: 'in-review' } },
      { and: [{ waitsFor: { equals: 'appeal' } }, { state: { not_equals: 'erased' } }] },
    ],
  },
  public: { and: [noAppeal, { state: { equals: 'approved' } }, { publication: { in: [...shown] } }] },
  over: {
    and: [
      noAppeal,
      {
        or: [
          { and: [{ state: { equals: 'approved' } }, { publication: { not_in: [...shown] } }] },
          { and: [{ state: { equals: 'rejected' } }, { publication: { equals: 'removed' } }] },
        ],
      },
    ],
  },
}

/** What an author does next, or what somebody else does. */
export const nextSteps = [
  'finish',
  'send-change',
  'mend',
  'read-rejection',
  'appeal-rejection',
  'wait',
  'wait-late',
  'wait-appeal',
  'seen',
  'goes-out',
  'over',
  'taken-down',
  'read-removal',
  'appeal-removal',
] as const
export type NextStep = (typeof nextSteps)[number]

export interface StepFacts extends DeskFacts {
  /** Whether the newest rejection or removal may still be appealed against. */
  appealable: boolean
  dueAt: Date | null
}

/** The next step of a document for its author. Whatever lies on the desk has one. */
export function nextStep(facts: StepFacts, now: Date): NextStep {
  const { state, publication, waitsFor, appealable, dueAt } = facts
  if (waitsFor === 'appeal') return 'wait-appeal'
  if (state === 'in-review') return dueAt && dueAt < now ? 'wait-late' : 'wait'
  if (state === 'changes-requested') return 'mend'
  if (state === 'draft') return shown.includes(publication) ? 'send-change' : 'finish'
  if (state === 'rejected') {
    if (publication === 'removed') return appealable ? 'appeal-removal' : 'read-removal'
    return appealable ? 'appeal-rejection' : 'read-rejection'
  }
  if (publication === 'live') return 'seen'
  if (publication === 'scheduled') return 'goes-out'
  return publication === 'withdrawn' ? 'taken-down' : 'over'
}

/** One time of a public event as citizens see it now. Instants in UTC; dates for what lasts all day. */
export interface DeskTime {
  /** Its original start, by which it is called off; null for an event that takes place once. */
  occurrence: string | null
  start: string
  end: string | null
  status: string
  reason: string | null
  /** It is off because the whole series is. */
  bySeries: boolean
}

/** One thing that an association has written. Instants are RFC 3339. */
export interface DeskItem {
  kind: 'event' | 'post'
  collection: 'events' | 'posts'
  id: string
  title: string | null
  organisation: string
  state: WorkflowState
  publication: PublicationState
  revision: number
  step: NextStep
  startsAt: string | null
  allDay: boolean
  zone: string
  series: boolean
  dueAt: string | null
  visibleFrom: string | null
  /** Citizens see, or will see, an earlier version than the one that is being written or waits. */
  change: boolean
  /** What the municipality said last, where the author must read it. */
  said: { message: string | null; reason: string | null; reasonLabel: Labels | null } | null
  /** The next times as citizens see them; empty for what is not public. */
  times: DeskTime[]
  /** Path of the page where citizens see it. */
  page: string | null
}

/** One time of a public event within the coming days, with what is needed to call it off. */
export interface ComingTime extends DeskTime {
  id: string
  title: string
  organisation: string
  revision: number
  allDay: boolean
  zone: string
  place: string | null
  page: string | null
}

export interface DeskPage {
  items: DeskItem[]
  /** Continues the list; null where it ends. */
  next: string | null
}

/** An organisation on the desk, with what it asks of the reader. */
export interface DeskOrganisation {
  id: string
  name: string
  life: string
  /** The yearly confirmation, where the reader is to give it now. */
  confirm: { dueAt: string; overdue: boolean } | null
  /** It was offered to the reader, by the login of that name. */
  offeredBy: string | null
}

/** The desk as it opens. */
export interface DeskOverview {
  organisations: DeskOrganisation[]
  /** Whether anything can be written now: one of the organisations is approved, and its municipality open. */
  mayWrite: boolean
  zone: string
  coming: ComingTime[]
  groups: Record<DeskGroup, DeskPage>
  /** The latest of the account's inbox. */
  notices: InboxNotice[]
}

/** What an author should know before submitting, beside what is missing. */
export interface BeforeSubmit {
  houseRules: { code: string; label: Labels }[]
  /** Working days left until it starts, and how many the municipality asks for; null where it starts never or has begun. */
  lead: { left: number; needed: number; late: boolean } | null
  /** When a decision is promised, were it sent now; null where none is. */
  decisionBy: string | null
  /** By rule it is public without anybody's decision. */
  goesOutAtOnce: boolean
  change: boolean
  preview: { waits: Preview[]; public: Preview[] }
}
