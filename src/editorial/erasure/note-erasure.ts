import type { Payload } from 'payload'
import type { Erased, ErasedKind } from '../../privacy/erasure/erased.js'
import type { Write } from '../together.js'
import { ledgerOf } from './ledger.js'

/** What was written down within one `together`, in its `context`. */
const noted = Symbol('erased')
type Context = { [noted]?: Erased[] }

/**
 * Writes down in the ledger that something is being erased, before the last of it is gone: whenever the process dies,
 * what is erased stands there. Where the transaction that erases it is undone, `takeBackNotes` says so.
 */
export async function noteErasure(
  payload: Payload,
  what: { kind: ErasedKind; id: string; at: string },
  write?: Write,
): Promise<void> {
  await ledgerOf(payload).note(what)
  if (write?.transactionID) ((write.context as Context)[noted] ??= []).push(what)
}

/** A transaction came to nothing, and with it what it was to erase. */
export async function takeBackNotes(payload: Payload, write: Write): Promise<void> {
  const lines = (write.context as Context)[noted] ?? []
  if (lines.length > 0)
    await ledgerOf(payload).note(...lines.map((line) => ({ ...line, undone: true as const })))
}
