import type { QueueRow } from '../../../moderation/queue.js'
import type { Problem } from '../../fetch-json.js'
import { type DecisionInput, sendDecision, type Sent } from '../decide/send-decision.js'
import { aFewAtATime } from '../decide/undo-order.js'

/** What can be decided about many at once. The rest is decided about one at a time, having read it. */
export const bulkActions = ['approve', 'look-over', 'request-changes', 'reject'] as const
export type BulkAction = (typeof bulkActions)[number]

export interface BulkResult {
  row: QueueRow
  outcome: 'waiting' | Sent['outcome']
  effectiveAt?: number
  problem?: Problem
}

/** So many are under way at once. */
const atOnce = 2

interface Run {
  /** What is sent with the decision about one of them. */
  inputFor: (row: QueueRow) => DecisionInput
  /** Called with each result as it comes, and all of them so far. */
  onResult: (result: BulkResult, results: BulkResult[]) => void
  /** No more are begun; those that were not stay as they are. */
  stopped?: () => boolean
  send?: typeof sendDecision
}

/**
 * Decides about several documents, each on its own: its own request on the revision that the list showed, its own check,
 * its own entry in the log, its own result. One that is refused holds up none of the others.
 */
export async function runBulk(
  rows: readonly QueueRow[],
  action: BulkAction,
  { inputFor, onResult, stopped, send = sendDecision }: Run,
): Promise<BulkResult[]> {
  const results = rows.map((row): BulkResult => ({ row, outcome: 'waiting' }))
  const decide = async (row: QueueRow, index: number): Promise<void> => {
    const { collection, id, revision, reason } = row
    const life = collection !== 'organisations' ? null : reason === 'application' ? 'applied' : 'approved'
    const sent = await send({ collection, id, revision, life }, action, inputFor(row))
    results[index] = {
      row,
      outcome: sent.outcome,
      ...(sent.outcome === 'held' ? { effectiveAt: sent.effectiveAt } : {}),
      ...(sent.outcome === 'refused' ? { problem: sent.problem } : {}),
    }
    onResult(results[index], [...results])
  }
  await aFewAtATime(rows, atOnce, decide, stopped)
  return results
}
