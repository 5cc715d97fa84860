import type { ModeratedKind, WorkflowState } from './states.js'
import type { WentOut } from './went-out.js'

/** Why something waits for an editor, in the order in which one document is asked. */
export const waitingReasons = ['appeal', 'decision', 'application', 'afterwards'] as const
export type WaitingReason = (typeof waitingReasons)[number]

/**
 * What the queue shows: beside what waits for an editor, organisations whose yearly confirmation is overdue. Those wait
 * for the organisation, so no decision ends them and they stand last.
 */
export const queueReasons = [...waitingReasons, 'confirmation'] as const
export type QueueReason = (typeof queueReasons)[number]

/** The facts of a document that say whether it waits. */
export interface WaitingFacts {
  state: WorkflowState
  appeal: null | 'open' | 'decided'
  listedForReview: boolean
  /** Of an organisation: where it stands with the municipality. */
  life?: string | null
}

/** Why this waits for an editor now; null where it does not. Dates play no part: what is past waits as well. */
export function waitsFor({ state, appeal, listedForReview, life }: WaitingFacts): WaitingReason | null {
  if (state === 'erased') return null
  if (appeal === 'open') return 'appeal'
  if (state === 'in-review') return 'decision'
  if (life === 'applied') return 'application'
  return listedForReview ? 'afterwards' : null
}

/**
 * Whether the time in which the municipality promises a decision runs: from when something was handed in, or applied,
 * until that is decided, whatever is mended or decided beside it.
 */
export const clockRuns = (facts: Omit<WaitingFacts, 'listedForReview'>): boolean =>
  waitsFor({ ...facts, listedForReview: false }) !== null

/** What starts within so many days stands first in the queue, the soonest at the top; the rest follows by age. */
export const soonDays = 14

/** After so many days an organisation confirms anew that what is known of it holds. */
export const confirmationDays = 365

const day = 86_400_000
/** Later than anything that is planned (the last year that content may name is 2200). */
const never = '9999-12-31T00:00:00.000Z'

export interface QueueKeys {
  /** `{start} {id}`: what starts soonest, first; without a start, last. */
  queueStart: string
  /** `{since} {id}`: what has waited longest, first. */
  queueSince: string
}

/**
 * The two orders in which a waiting document is read, as texts that compare as they sort. The id makes each of them
 * unique, so that a page goes on exactly where the one before it ended.
 */
export const queueKeys = (id: string, startsAt: string | null, since: string): QueueKeys => ({
  queueStart: `${instantOr(startsAt, never)} ${id}`,
  queueSince: `${instantOr(since, never)} ${id}`,
})

const instantOr = (value: string | null, otherwise: string): string =>
  value && !Number.isNaN(Date.parse(value)) ? new Date(value).toISOString() : otherwise

/** Every key that begins with an instant up to `days` days from now is at most this. */
export const keyWithin = (now: Date, days: number): string =>
  // A tilde sorts after every letter and digit of an id.
  `${new Date(now.getTime() + days * day).toISOString()} ~`

/** Confirmed before this instant is overdue now. */
export const confirmedBefore = (now: Date): string =>
  new Date(now.getTime() - confirmationDays * day).toISOString()

/** When a confirmation was due. */
export const confirmationDue = (confirmedAt: string): string =>
  new Date(Date.parse(confirmedAt) + confirmationDays * day).toISOString()

/** Findings that make an editor look twice; what is merely missing is told in the item and marks nothing. */
export const isFlag = ({ code }: { code: string }): boolean => code !== 'missing'

/** One line of the queue. Instants are RFC 3339. */
export interface QueueRow {
  kind: ModeratedKind
  collection: 'events' | 'posts' | 'organisations'
  id: string
  title: string | null
  organisation: { id: string; name: string } | null
  reason: QueueReason
  /** It changes something that is public now. */
  change: boolean
  state: WorkflowState
  publication: string
  revision: number
  language: string | null
  /** Of an event: when it starts, or starts next. */
  startsAt: string | null
  allDay: boolean
  zone: string | null
  since: string | null
  dueAt: string | null
  flagged: boolean
  /** What of it is public and nobody has looked at. */
  wentOut: WentOut | null
  claim: { by: string | null; until: string; mine: boolean } | null
}
