import type { Payload } from 'payload'
import {
  entryFault,
  linkFault,
  stampCut,
  stampEntry,
  stampHead,
  stampLink,
  cutFault,
  headFault,
} from '../../privacy/audit/log-chain.js'
import { rowsInBatches } from '../../shared/every-row.js'
import { keyIdOf, type KeyRing } from '../../shared/sealing.js'
import { logCollection } from './append-entry.js'
import { hungEntry, lineFacts, linesCollection } from './lines.js'

type Update = Parameters<Payload['db']['updateOne']>[0]

/**
 * Puts the stamps of the log under the first key. The hashes stay, so what was noted down of them still fits. What does
 * not hold under its old key is left as it is, for the verifier to name.
 */
export async function restampLog(payload: Payload, ring: KeyRing): Promise<{ moved: number; there: number }> {
  let [moved, there] = [0, 0]
  const isOld = (stamp: string | null) => stamp !== null && keyIdOf(stamp) !== ring[0].id
  const set = (collection: string, id: string, was: Record<string, unknown>, data: object) =>
    payload.db.updateOne({
      collection,
      where: {
        and: [
          { id: { equals: id } },
          ...Object.entries(was).map(([name, value]) => ({ [name]: { equals: value } })),
        ],
      },
      data,
      options: { atomic: true },
    } as unknown as Update)
  for await (const rows of rowsInBatches(payload, logCollection, {})) {
    for (const row of rows) {
      const { id, entry, sequence, hash, stamp } = hungEntry(row)
      there += 1
      if (!isOld(stamp)) continue
      const line = String(row.line)
      const here = sequence && hash ? { sequence, hash } : null
      if (here ? linkFault(line, here, stamp, ring) : entryFault(entry, stamp, ring)) continue
      await set(
        logCollection,
        id,
        { stamp },
        { stamp: here ? stampLink(line, here, ring) : stampEntry(entry, ring) },
      )
      moved += 1
    }
  }
  for await (const rows of rowsInBatches(payload, linesCollection, {})) {
    for (const { id } of rows) {
      const facts = (await lineFacts(payload, String(id)))!
      const { line, head, headStamp, cut, cutStamp } = facts
      there += 1
      if (isOld(headStamp) && !headFault(line, head, headStamp, ring))
        await set(linesCollection, line, { last: head.sequence }, { stamp: stampHead(line, head, ring) })
      if (isOld(cutStamp) && !cutFault(line, cut, cutStamp, ring))
        await set(linesCollection, line, { cut: cut.sequence }, { cutStamp: stampCut(line, cut, ring) })
      moved += isOld(headStamp) ? 1 : 0
    }
  }
  return { moved, there }
}
