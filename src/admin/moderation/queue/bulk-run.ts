import type { QueueRow } from '../../../moderation/queue.js'
import type { Problem } from '../../fetch-json.js'
import { fill } from '../fill.js'
import { type DecisionInput, sendDecision, type Sent } from '../decide/send-decision.js'

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

/** The message for one of many: `{title}` is its own. */
const ownMessage = (input: DecisionInput, { title, organisation }: QueueRow): DecisionInput => ({
  ...input,
  message:
    input.message && fill(input.message, { title: title ?? '', organisation: organisation?.name ?? '' }),
})

/**
 * Decides about several documents, each on its own: its own request on the revision that the list showed, its own check,
 * its own entry in the log, its own result. One that is refused holds up none of the others.
 */
export async function runBulk(
  rows: readonly QueueRow[],
  action: BulkAction,
  input: DecisionInput,
  onResult: (results: BulkResult[]) => void,
  send: typeof sendDecision = sendDecision,
): Promise<BulkResult[]> {
  const results = rows.map((row): BulkResult => ({ row, outcome: 'waiting' }))
  const left = [...results.keys()]
  const work = async (): Promise<void> => {
    for (let index = left.shift(); index !== undefined; index = left.shift()) {
      const { row } = results[index]!
      const { collection, id, revision, reason } = row
      const life = collection !== 'organisations' ? null : reason === 'application' ? 'applied' : 'approved'
      const sent = await send({ collection, id, revision, life }, action, ownMessage(input, row))
      results[index] = {
        row,
        outcome: sent.outcome,
        ...(sent.outcome === 'held' ? { effectiveAt: sent.effectiveAt } : {}),
        ...(sent.outcome === 'refused' ? { problem: sent.problem } : {}),
      }
      onResult([...results])
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return results
}
