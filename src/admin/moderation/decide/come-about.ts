/** A document as its list of actions tells it. */
interface Seen {
  state?: string
  publication?: string
  revision?: number
}

const states: Record<string, readonly string[]> = {
  approve: ['approved'],
  'approve-with-edits': ['approved'],
  publish: ['approved'],
  'request-changes': ['changes-requested'],
  reject: ['rejected'],
}
const publications: Record<string, readonly string[]> = {
  withdraw: ['none', 'withdrawn', 'removed', 'erased'],
  remove: ['removed', 'erased'],
  restore: ['live', 'scheduled', 'expired'],
}

/**
 * Whether a held decision has taken effect, by what the document is once nothing is held any more. A revision alone does
 * not tell: another change beside it, such as a contact that was taken off, raises it too.
 */
export function hasComeAbout({ action, revision }: { action: string; revision: number }, now: Seen): boolean {
  if (now.state === 'erased') return true
  if (states[action]) return states[action].includes(now.state ?? '')
  // What was never public is gone without a trace on the public side.
  if (action === 'remove' && now.publication === 'none') return now.state === 'rejected'
  if (publications[action]) return publications[action].includes(now.publication ?? '')
  return now.revision !== revision
}
