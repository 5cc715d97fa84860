import type { Payload } from 'payload'
import { stampEntry } from '../../privacy/audit/log-chain.js'
import { entryOf, lineOf } from '../../privacy/audit/log-entry.js'
import { rowsInBatches } from '../../shared/every-row.js'
import { logCollection, logKeys } from './append-entry.js'
import { linesCollection } from './lines.js'

type Update = Parameters<Payload['db']['updateOne']>[0]

/**
 * Stamps the entries that an earlier version wrote, which knew no chain. Once, before the first line begins: whatever
 * has no stamp after that is nobody's of ours. At start, before anything is written. Returns how many there were.
 */
export async function adoptLog(payload: Payload): Promise<number> {
  if ((await payload.db.count({ collection: linesCollection })).totalDocs > 0) return 0
  let adopted = 0
  for await (const rows of rowsInBatches(payload, logCollection, { stamp: { equals: null } })) {
    for (const row of rows) {
      // Entries of accounts once had no key.
      const entry = entryOf({ ...row, key: row.key ?? row.id })
      await payload.db.updateOne({
        collection: logCollection,
        where: { id: { equals: row.id } },
        data: { key: entry.key, line: lineOf(entry), stamp: stampEntry(entry, logKeys(payload)) },
        options: { atomic: true },
      } as unknown as Update)
      adopted += 1
    }
  }
  return adopted
}
