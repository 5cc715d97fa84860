import type { ActionList } from './action-list.js'

/**
 * Whether the workflow state says anything beside the publication. What was removed has the state of a rejection, but
 * nobody rejected it: `removed` says it all.
 */
export const showsState = ({ state, publication, objection }: Shown): boolean =>
  !(state === 'rejected' && publication === 'removed' && objection?.action === 'remove')

type Shown = Pick<ActionList, 'state' | 'publication'> & { objection: { action: string | null } | null }
