/** What an account most likely came to do, first; the rest lies in the menu. */
const first = [
  'approve-with-edits',
  'approve',
  'submit',
  'publish',
  'reinstate',
  'reopen',
  'restore',
  'overturn',
  'correct',
  'confirm',
  // On a telephone only the first button is seen, and an author's live event has none that is more urgent.
  'announce',
] as const
/** Shown beside the first one: the other answers to what waits for a decision, and taking down what is public. */
const beside = [
  'request-changes',
  'reject',
  'decline',
  'close',
  'uphold',
  'withdraw-submission',
  'announce',
  // What is public must be found at once by whoever has to take it down.
  'withdraw',
] as const
/** What takes something away from people, or for good. */
export const grave: readonly string[] = [
  'reject',
  'remove',
  'erase',
  'withdraw',
  'delete-draft',
  'suspend',
  'close',
  'leave',
  'decline',
  'discard-changes',
  'withdraw-contact',
]
/** Decisions that can be undone for a moment. */
export const withUndo: readonly string[] = ['approve', 'approve-with-edits', 'reject']
export const undoSeconds = 10
/** These take the form as it stands: it is saved before they are done. */
export const savesFirst: readonly string[] = ['submit', 'publish']

/** More buttons than these in a row are read no faster than a menu. */
const mostBeside = 2

export interface Ordered<T> {
  primary: T | null
  beside: T[]
  menu: T[]
}

/**
 * Sorts what an account may do now into a first button, its alternatives and a menu. Actions that take edits come
 * first where the form has some, and not at all where it has none.
 */
export function inOrder<T extends { action: string; needs: { field: string; required: boolean }[] }>(
  actions: readonly T[],
  edited: boolean,
): Ordered<T> {
  const offered = actions.filter(
    ({ needs }) => edited || !needs.some(({ field, required }) => field === 'edits' && required),
  )
  const passed = edited && offered.some(({ action }) => action === 'approve-with-edits') ? ['approve'] : []
  const left = offered.filter(({ action }) => !passed.includes(action))
  const primary = first.flatMap((name) => left.filter(({ action }) => action === name))[0] ?? null
  const next = beside
    .flatMap((name) => left.filter((each) => each.action === name && each !== primary))
    .slice(0, mostBeside)
  const rest = left.filter((each) => each !== primary && !next.includes(each))
  const calm = rest.filter(({ action }) => !grave.includes(action))
  return { primary, beside: next, menu: [...calm, ...rest.filter((each) => !calm.includes(each))] }
}
