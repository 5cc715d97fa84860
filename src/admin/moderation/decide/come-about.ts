/** A document as its list of actions tells it. */
interface Seen {
  state?: string
  publication?: string
  last?: { action: string | null; at: string | null }
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

/** Whether a held decision is the last that was taken, at its time (milliseconds) or later. */
export const isLast = (
  { action, effectiveAt }: { action: string; effectiveAt: number },
  { last }: Seen,
): boolean => last?.action === action && Date.parse(last.at ?? '') >= effectiveAt

/**
 * Whether a held decision has taken effect, by what the document is once nothing is held any more: it is the last decision,
 * taken at its time (milliseconds) or later, or another came right after it and the document is as it left it. A revision
 * tells nothing: another change beside it raises it too.
 */
export function hasComeAbout(
  { action, effectiveAt }: { action: string; effectiveAt: number },
  now: Seen,
): boolean {
  if (now.state === 'erased') return true
  if (isLast({ action, effectiveAt }, now)) return true
  if (states[action]) return states[action].includes(now.state ?? '')
  // What was never public is gone without a trace on the public side.
  if (action === 'remove' && now.publication === 'none') return now.state === 'rejected'
  return publications[action]?.includes(now.publication ?? '') ?? false
}
