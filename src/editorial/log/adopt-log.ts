import type { Payload, Where } from 'payload'
import { stampEntry } from '../../privacy/audit/log-chain.js'
import { entryOf, lineOf } from '../../privacy/audit/log-entry.js'
import { rowsInBatches } from '../../shared/every-row.js'
import { logCollection, logKeys } from './append-entry.js'

type Update = Parameters<Payload['db']['updateOne']>[0]

/** What a version before the chain wrote: it knew neither stamps nor lines. */
export const unstamped: Where = {
  and: [{ stamp: { equals: null } }, { line: { equals: null } }, { sequence: { equals: null } }],
}

/**
 * Stamps the entries that a version before the chain wrote. Only when somebody who may start programs on this machine
 * asks for it, after an upgrade: what an entry says cannot be proven then, only that it is not changed from now on.
 * Returns how many there were.
 */
export async function adoptLog(payload: Payload): Promise<number> {
  let adopted = 0
  for await (const rows of rowsInBatches(payload, logCollection, unstamped)) {
    for (const row of rows) {
      // Entries of accounts once had no key.
      const entry = entryOf({ ...row, key: row.key ?? row.id })
      const done = await payload.db.updateOne({
        collection: logCollection,
        where: { and: [{ id: { equals: row.id } }, unstamped] },
        data: { key: entry.key, line: lineOf(entry), stamp: stampEntry(entry, logKeys(payload)) },
        options: { atomic: true },
      } as unknown as Update)
      adopted += done ? 1 : 0
    }
  }
  return adopted
}
