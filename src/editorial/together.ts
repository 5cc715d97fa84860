import { randomInt } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'

/** What a write within `together` must carry: the transaction on MongoDB, nothing on SQLite. */
export type Write = PayloadRequest

/**
 * Milliseconds for which a conflict is tried again: another process that publishes without a pause into the same
 * municipality wins often, and a decision must not fail for that.
 */
const patience = 20_000

/** MongoDB says of these that the whole transaction may be tried again (WriteConflict and network hiccups). */
export function mayBeTriedAgain(error: unknown): boolean {
  const fault = error as { code?: number; hasErrorLabel?: (label: string) => boolean; cause?: unknown }
  if (fault?.hasErrorLabel?.('TransientTransactionError') || fault?.code === 112) return true
  return fault?.cause ? mayBeTriedAgain(fault.cause) : false
}

/**
 * Does the writes of `work` in one transaction where the database has them (MongoDB), tried again on conflict, and one
 * after the other where it has not (SQLite), where each is idempotent and the first is the commit point.
 * `work` reads what it needs itself, since it may run more than once.
 */
export async function together<T>(payload: Payload, work: (write: Write) => Promise<T>): Promise<T> {
  const began = performance.now()
  for (let attempt = 1; ; attempt += 1) {
    const transaction = await payload.db.beginTransaction()
    // Payload's writes read only these of a request; no person is behind them.
    const write = { payload, transactionID: transaction ?? undefined, context: {} } as unknown as Write
    try {
      const result = await work(write)
      if (transaction !== null && transaction !== undefined) await payload.db.commitTransaction(transaction)
      return result
    } catch (error) {
      if (transaction !== null && transaction !== undefined) await payload.db.rollbackTransaction(transaction)
      if (performance.now() - began > patience || !mayBeTriedAgain(error)) throw error
      await pause(attempt)
    }
  }
}

/** Tries a whole piece of work again where MongoDB says that it may: another transaction was quicker. */
export async function tryAgain<T>(work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (performance.now() - began > patience || !mayBeTriedAgain(error)) throw error
      await pause(attempt)
    }
  }
}

const pause = (attempt: number) =>
  new Promise((resolve) => setTimeout(resolve, 2 ** Math.min(attempt, 7) * (0.5 + randomInt(1000) / 1000)))
