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
 * objections were kept apart, the last decision is it, where an editor took it: an author withdraws too.
 */
export function objectionOf({ objection, objectedAt, ...last }: WorkflowRecord): Objection | null {
  if (objection) return objection
  const { decision, decidedBy, decidedAt, message, reason, explanation } = last
  if (!decision || !objections.includes(decision) || objectedAt !== decidedAt) return null
  return { action: decision, by: decidedBy, at: decidedAt, message, reason, explanation }
}

/** Who took the decision that is appealed against: the refusal, whatever others have decided beside it since. */
export const refuserOf = (workflow: WorkflowRecord): string | null =>
  workflow.refusedBy ?? objectionOf(workflow)?.by ?? workflow.decidedBy

/** Objections to changes, which are over when those are given up; what was taken down stays so. */
const toChanges: readonly (Action | null)[] = ['request-changes', 'reject']

/** The record once changes were given up: what an editor said of them is said of nothing any more. */
export function withoutObjectionToChanges(record: WorkflowRecord): WorkflowRecord {
  const objection = toChanges.includes(record.objection?.action ?? null) ? null : record.objection
  const over = toChanges.includes(record.decision)
  const words = over ? { decision: null, message: null, reason: null, explanation: null } : {}
  return { ...record, ...words, objection }
}
