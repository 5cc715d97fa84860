import type { PublicationState, WorkflowState } from './states.js'

/** A link to a preview ends after so many days unless somebody says otherwise, and after `most` in any case. */
export const shareDays = { usual: 14, most: 60, choices: [1, 7, 14, 30, 60] } as const

/** So many links to one document hold at once; whoever needs another ends one. */
export const mostLinks = 20

export interface ShareFacts {
  state: WorkflowState
  publication: PublicationState
  /** The newest reject or remove that nobody has approved over. */
  appealable: null | 'reject' | 'remove'
  /** The last decision was to withdraw it: of what had not gone out yet, the publication does not say so. */
  withdrawn: boolean
  organisationApproved: boolean
  municipalityOpen: boolean
}

const takenDown: readonly PublicationState[] = ['withdrawn', 'removed', 'erased']

/**
 * Whether a preview may be shown to whoever has its link: not of what was taken down, by its author or an editor, and of
 * nothing while the organisation is suspended or the municipality closed. What an editor removed stays hidden, however it is
 * written on, until it is approved. The link itself stays and works again.
 */
export const mayBeShown = ({
  state,
  publication,
  appealable,
  withdrawn,
  organisationApproved,
  municipalityOpen,
}: ShareFacts): boolean =>
  organisationApproved &&
  municipalityOpen &&
  state !== 'erased' &&
  !takenDown.includes(publication) &&
  appealable !== 'remove' &&
  !(publication === 'none' && withdrawn)

/** What the page says about itself: nothing is public, a change is not public, or it is what citizens see. */
export type ShareStanding = 'unpublished' | 'change' | 'published'

export const standingOfShared = ({
  state,
  publication,
}: Pick<ShareFacts, 'state' | 'publication'>): ShareStanding =>
  publication !== 'live' ? 'unpublished' : state === 'approved' ? 'published' : 'change'

/** A link in the list of those that hold; the token itself was shown once. */
export interface ShareLink {
  id: string
  /** Role title or username of the account that made it; null where it is gone. */
  by: string | null
  madeAt: string
  until: string
}
