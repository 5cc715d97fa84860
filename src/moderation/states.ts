/** The workflow state of a working document. Nothing leads out of `erased`. */
export const workflowStates = [
  'draft',
  'in-review',
  'changes-requested',
  'rejected',
  'approved',
  'erased',
] as const
export type WorkflowState = (typeof workflowStates)[number]

/**
 * What the public sees of it; the second axis. Named here too because moderation stands left of publication and may
 * not import it; a test keeps this list equal to the one there.
 */
export const publicationStates = [
  'none',
  'scheduled',
  'live',
  'expired',
  'withdrawn',
  'removed',
  'erased',
] as const
export type PublicationState = (typeof publicationStates)[number]

/** What waits for decisions: content of the two surfaces and the public profile of an organisation. */
export const moderatedKinds = ['event', 'post', 'organisation'] as const
export type ModeratedKind = (typeof moderatedKinds)[number]

/** Everything that can happen to a working document, in the words of those who do it. */
export const actions = [
  'save',
  'submit',
  'withdraw-submission',
  'discard-changes',
  'delete-draft',
  'accept-numbers',
  'claim',
  'release',
  'look-over',
  'approve',
  'approve-with-edits',
  'request-changes',
  'reject',
  'publish',
  'correct',
  'announce',
  'pin',
  'unpin',
  'withdraw',
  'remove',
  'restore',
  'appeal',
  'uphold',
  'overturn',
  'erase',
  'go-live',
  'expire',
  'forget',
] as const
export type Action = (typeof actions)[number]

export const modes = ['pre', 'post'] as const
export type Mode = (typeof modes)[number]

/** What `announce` may set at once; other words, times and places go through review or `correct`. */
export const announcedStatuses = ['cancelled', 'postponed', 'scheduled'] as const

/** A claim tells other editors that someone is reading; after this time it no longer counts. */
export const claimMinutes = 30

/** Longest texts of a decision, in characters. */
export const longestText = { message: 4_000, explanation: 1_000 } as const

export function isAction(name: string): name is Action {
  return (actions as readonly string[]).includes(name)
}
