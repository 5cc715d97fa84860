import { fetchJson, type Problem } from '../../fetch-json.js'
import { isHeld, undoSeconds } from './decision-keys.js'

export interface DecisionInput {
  message?: string
  reason?: string
  explanation?: string
  status?: string
  occurrence?: string
  edits?: Record<string, unknown>
}

export interface Target {
  collection: string
  id: string
  revision: number
  /** Where an organisation stands; null for content. */
  life: string | null
}

export type Sent =
  { outcome: 'held'; effectiveAt: number } | { outcome: 'done' } | { outcome: 'refused'; problem: Problem }

/** Takes one action through the same door as every client; what can wait a moment does. */
export async function sendDecision(target: Target, action: string, input: DecisionInput): Promise<Sent> {
  const { collection, id, revision, life } = target
  const hold = isHeld(collection, action, life) ? { hold: undoSeconds } : {}
  const { ok, body } = await fetchJson<{ effectiveAt?: string }>(
    `/api/${collection}/${id}/actions/${action}`,
    { method: 'POST', body: { revision, ...input, ...hold } },
  )
  if (!ok) return { outcome: 'refused', problem: body }
  return body.effectiveAt
    ? { outcome: 'held', effectiveAt: Date.parse(body.effectiveAt) }
    : { outcome: 'done' }
}
