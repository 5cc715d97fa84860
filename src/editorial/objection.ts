import type { Action } from '../moderation/states.js'
import type { WorkflowRecord } from './working-document.js'

/** What an editor said no with, in their words: what the author answers, and what an appeal is about. */
export interface Objection {
  action: Action
  by: string | null
  at: string | null
  message: string | null
  reason: string | null
  explanation: string | null
}

/** The actions by which an editor says no to what somebody wrote. */
export const objections: readonly Action[] = ['request-changes', 'reject', 'withdraw', 'remove']

/**
 * The objection that stands, whatever was decided beside it since; null where there is none. Of what was decided before
 * objections were kept apart, the last decision is it.
 */
export function objectionOf({ objection, ...last }: WorkflowRecord): Objection | null {
  if (objection) return objection
  const { decision, decidedBy, decidedAt, message, reason, explanation } = last
  if (!decision || !objections.includes(decision)) return null
  return { action: decision, by: decidedBy, at: decidedAt, message, reason, explanation }
}
