import type { Payload, PayloadRequest } from 'payload'
import type { Clock } from '../../shared/clock.js'
import { nothingHere } from '../../shared/errors.js'
import { everyRow } from '../../shared/every-row.js'
import { untroubled } from '../../webhooks/after-attempt.js'
import { deliveries, setColumns, states, type Delivery } from './webhook-records.js'

/**
 * Sends again what was not taken: one message, or all of a webhook. They get all their attempts anew, and the webhook
 * no longer waits. Returns how many. A webhook that is switched off sends them when it is switched on.
 */
export async function sendAgain(
  payload: Payload,
  webhook: string,
  delivery: string | null,
  clock: Clock,
  req?: PayloadRequest,
): Promise<{ messages: number }> {
  const one = delivery ? [{ id: { equals: delivery } }] : []
  const where = { and: [{ webhook: { equals: webhook } }, ...one] }
  const rows = await everyRow<Delivery>(payload, deliveries, where, req)
  if (delivery && rows.length === 0) throw nothingHere()
  const again = { state: 'pending', attempts: 0, nextAt: clock.now().toISOString() }
  for (const { id, number } of rows) await setColumns(payload, deliveries, { id, number }, again, req)
  await setColumns(payload, states, { id: webhook }, untroubled, req)
  return { messages: rows.length }
}
