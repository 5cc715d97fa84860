import type { Payload, Where } from 'payload'
import { confirmedBefore, type QueueReason, waitingReasons } from '../../moderation/queue.js'
import type { ModeratedKind } from '../working-document.js'
import { findForList, type Reader } from './queue-rows.js'
import type { Remit } from './queue-streams.js'

/** Beyond this nobody counts: it is a full queue. Counting on would read all of it. */
export const mostCounted = 99

export interface QueueCount {
  reason: QueueReason
  /** At most `mostCounted`. */
  count: number
  /** There are more than counted. */
  more: boolean
}

/** How much waits in a municipality, by reason; each number is counted only as far as it is shown. */
export async function countQueue(
  payload: Payload,
  { municipality, kinds, reasons }: Remit,
  now: Date,
  user: Reader,
): Promise<QueueCount[]> {
  const home: Where = { municipality: { equals: municipality } }
  const count = async (kind: ModeratedKind, sort: string, where: Where): Promise<number> => {
    const asked = { sort, limit: mostCounted + 1, select: { state: true } as const }
    return (await findForList(payload, kind, { and: [home, where] }, asked, user)).length
  }
  const mine = waitingReasons.filter((reason) => reasons.includes(reason))
  const waiting = mine.map(async (reason): Promise<QueueCount> => {
    const having = kinds.filter((kind) => kind === 'organisation' || reason !== 'application')
    const counts = having.map((kind) => count(kind, 'queueSince', { waitsFor: { equals: reason } }))
    return bounded(reason, sum(await Promise.all(counts)))
  })
  const overdue = count('organisation', 'confirmKey', { confirmKey: { less_than: confirmedBefore(now) } })
  return [...(await Promise.all(waiting)), bounded('confirmation', await overdue)]
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

const bounded = (reason: QueueReason, found: number): QueueCount => ({
  reason,
  count: Math.min(found, mostCounted),
  more: found > mostCounted,
})
