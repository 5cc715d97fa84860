import type { PublicationState } from '../moderation/states.js'
import type { PublicItem } from './public-data.js'

/** What the public sees of one working document; one row each, whatever happens to it. */
export const publicationKinds = [
  'event',
  'post',
  'organisation',
  'place',
  'category',
  'municipality',
] as const
export type PublicationKind = (typeof publicationKinds)[number]

export { publicationStates, type PublicationState } from '../moderation/states.js'

export interface Publication {
  /** The working document's id; for a municipality its slug. The public id, the same on every door. */
  id: string
  kind: PublicationKind
  /** The municipality's slug. */
  municipality: string
  /** The owning organisation's id; null for places, categories and municipalities. */
  organisation: string | null
  /** Change number within the municipality; grows with every change, never used twice, may have gaps. */
  number: number
  /** Grows by one with every change of this publication (iCalendar SEQUENCE). */
  sequence: number
  state: PublicationState
  /** Only organisations and municipalities ever have false: suspended or closed. Hides all that is theirs at once. */
  active: boolean
  /** Set by the fan-out that follows a suspension or closing, so that deltas carry a numbered tombstone. */
  hidden: 'suspended' | 'closed' | null
  /** The allowlist projection of the approved snapshot; null unless scheduled or live. */
  data: PublicItem | null
  /** Media ids that `data` uses: servable only while this is live. */
  pictures: string[]
  /** Instants (RFC 3339, UTC) between which it may be seen; null is open. */
  visibleFrom: string | null
  visibleUntil: string | null
  /** When it first went public, and when it last changed. */
  published: string | null
  modified: string
  /** When it stopped being public (410 for 90 days from here, then 404). */
  ended: string | null
  /** Of a withdrawal or removal: a closed reason code and words for citizens. */
  reason: string | null
  explanation: string | null
}
