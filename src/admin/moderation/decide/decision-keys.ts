/** The keys of the workbench: each does what lies nearest for the document that is open. */
export const decisionKeys = ['a', 'e', 'c', 'r'] as const
export type DecisionKey = (typeof decisionKeys)[number]

/** What a key means, the likeliest first: of an appeal `a` grants it, of something public `e` corrects it. */
const candidates: Record<DecisionKey, readonly string[]> = {
  a: ['approve', 'overturn', 'look-over', 'restore', 'reinstate'],
  e: ['approve-with-edits', 'correct'],
  c: ['request-changes'],
  r: ['reject', 'decline', 'uphold', 'withdraw', 'suspend'],
}

/** The action behind each key, out of what this account may do now. */
export function actionsByKey<T extends { action: string }>(
  offered: readonly T[],
): Partial<Record<DecisionKey, T>> {
  return Object.fromEntries(
    decisionKeys.flatMap((key) => {
      const first = candidates[key].flatMap((name) => offered.filter(({ action }) => action === name))[0]
      return first ? [[key, first]] : []
    }),
  )
}

/** Seconds in which a decision can be taken back. */
export const undoSeconds = 10

const canWait: readonly string[] = [
  'approve',
  'approve-with-edits',
  'request-changes',
  'reject',
  'correct',
  'withdraw',
  'remove',
  'restore',
  'uphold',
  'overturn',
  'publish',
]

/** Whether a decision waits a moment, in which it can be undone. What concerns an organisation itself takes effect at once. */
export const isHeld = (collection: string, action: string, life: string | null): boolean =>
  canWait.includes(action) && !(collection === 'organisations' && action === 'approve' && life !== 'approved')

/**
 * At once with its key, with no question: the two answers given most often. The one can be undone, the other changes
 * nothing in public; everything else says first what will happen.
 */
export const isInstant = (collection: string, action: string, life: string | null): boolean =>
  action === 'look-over' || (action === 'approve' && isHeld(collection, action, life))

/** Shown as buttons beside the four; the rest lies in a menu. */
export const claimActions: readonly string[] = ['claim', 'release']

/** Never a button here: forms save, and these are the author's. */
export const elsewhere: readonly string[] = [
  'save',
  'submit',
  'withdraw-submission',
  'discard-changes',
  'delete-draft',
  'appeal',
]

/** What is in the menu: everything else that may be done, what takes something away last. */
export function menuActions<T extends { action: string }>(
  offered: readonly T[],
  grave: readonly string[],
): T[] {
  const shown = Object.values(actionsByKey(offered)).map(({ action }) => action)
  const rest = offered.filter(
    ({ action }) => !shown.includes(action) && !elsewhere.includes(action) && !claimActions.includes(action),
  )
  return [
    ...rest.filter(({ action }) => !grave.includes(action)),
    ...rest.filter(({ action }) => grave.includes(action)),
  ]
}
