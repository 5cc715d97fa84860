import type { Payload } from 'payload'
import { lineAfter } from '../../privacy/erasure/ledger-line.js'
import { oneAtATime } from '../one-at-a-time.js'
import { together } from '../together.js'
import { giveNumber, nextWaiting, rowsOf } from './erasure-rows.js'
import { ledgerOf } from './ledger-file.js'
import { moveStanding, setCopied, standingOf } from './standing.js'

/**
 * Gives what was erased its numbers, and copies to the ledger what it has not been seen to have. Several processes may do
 * it at once: a number is given once, and a line that two add is one line. Rejects where the ledger cannot be written.
 */
export function copyOut(payload: Payload): Promise<void> {
  return oneAtATime('ledger', async () => {
    while (await numberNext(payload));
    const standing = await standingOf(payload)
    if (!standing) return
    const { lineage, copied } = standing
    const lines = await rowsOf(payload, {
      and: [{ lineage: { equals: lineage } }, { number: { greater_than: copied } }],
    })
    if (lines.length === 0) return
    lines.sort((a, b) => a.number - b.number)
    await ledgerOf(payload).append(lines, new Date())
    await setCopied(payload, standing, lines.at(-1)!.number)
  })
}

/** The same for whoever must not fail for it: it is tried again each minute, with the next erasure, and at each start. */
export async function copyOutOrTell(payload: Payload): Promise<void> {
  await copyOut(payload).catch((error: unknown) => {
    payload.logger.error({ err: error, code: 'not-copied' }, 'ledger')
  })
}

/** Does a piece of work and, before its answer is known, copies out what was erased meanwhile. */
export async function withLedger<T>(payload: Payload, work: () => Promise<T>): Promise<T> {
  const before = ledgerOf(payload).counted()
  try {
    return await work()
  } finally {
    if (ledgerOf(payload).counted() !== before) await copyOutOrTell(payload)
  }
}

/**
 * One more gets its number; false where none waits. The row first, then the standing: on MongoDB both at once, and on
 * SQLite the next one finds by the row that a death came between them.
 */
function numberNext(payload: Payload): Promise<boolean> {
  return together(payload, async (write) => {
    const standing = await standingOf(payload, write)
    if (!standing) return false
    const { lineage, number } = standing
    const [left] = await rowsOf(
      payload,
      { and: [{ lineage: { equals: lineage } }, { number: { equals: number + 1 } }] },
      write,
    )
    if (left?.previous === standing.hash) {
      await moveStanding(payload, standing, { number: left.number, hash: left.hash }, write)
      return true
    }
    const row = await nextWaiting(payload, write)
    if (!row) return false
    const line = lineAfter(standing, row)
    await giveNumber(payload, row.key, line, write)
    const moved = { number: line.number, hash: line.hash }
    if (!(await moveStanding(payload, standing, moved, write))) throw new TakenNumber()
    return true
  })
}

/** Another process gave this number at the same moment: the transaction is undone and tried again. */
class TakenNumber extends Error {
  override name = 'TakenNumber'
  hasErrorLabel = (label: string): boolean => label === 'TransientTransactionError'
}
