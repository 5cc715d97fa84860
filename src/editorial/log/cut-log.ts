import type { Payload, Where } from 'payload'
import { cutFault, stampCut } from '../../privacy/audit/log-chain.js'
import { installationLine } from '../../privacy/audit/log-entry.js'
import { systemClock, type Clock } from '../../shared/clock.js'
import { everyRow } from '../../shared/every-row.js'
import { oneAtATime } from '../one-at-a-time.js'
import { logCollection, logKeys } from './append-entry.js'
import { hungEntry, lineFacts, linesCollection, tellBeginning } from './lines.js'
import { verifyLine } from './verify-log.js'

type Row = Record<string, unknown> & { id: string }
type Update = Parameters<Payload['db']['updateOne']>[0]

/**
 * Deletes the oldest entries of a line, up to one of them. A signed checkpoint says first up to where, so that what is
 * left verifies; then the entries go. Stopped in between, the next call goes on. A line that is not whole is not cut:
 * what was done to it would be hidden. `last` is the id of an entry. Returns how many entries went.
 */
export async function cutLog(
  payload: Payload,
  line: string,
  last: string,
  clock: Clock = systemClock,
): Promise<{ deleted: number; whole: boolean }> {
  if (line === installationLine) await repeatBeginnings(payload, last, clock)
  const { whole } = await verifyLine(payload, line)
  if (!whole) return { deleted: 0, whole }
  return oneAtATime(`log ${line}`, async () => {
    const ring = logKeys(payload)
    const facts = await lineFacts(payload, line)
    const row = await payload.db.findOne<Row>({
      collection: logCollection,
      where: { and: [{ id: { equals: last } }, { line: { equals: line } }] },
    })
    const { sequence = null, hash = null } = row ? hungEntry(row) : {}
    if (facts && sequence && hash && sequence > facts.cut.sequence) {
      await payload.db.updateOne({
        collection: linesCollection,
        where: { and: [{ id: { equals: line } }, { cut: { equals: facts.cut.sequence } }] },
        data: { cut: sequence, cutHash: hash, cutStamp: stampCut(line, { sequence, hash }, ring) },
        options: { atomic: true },
      } as unknown as Update)
    }
    const now = await lineFacts(payload, line)
    if (!now) return { deleted: 0, whole }
    if (cutFault(line, now.cut, now.cutStamp, ring)) return { deleted: 0, whole: false }
    const where: Where = {
      and: [
        { line: { equals: line } },
        { sequence: { greater_than: 0 } },
        { sequence: { less_than_equal: now.cut.sequence } },
      ],
    }
    const { totalDocs } = await payload.db.count({ collection: logCollection, where })
    await payload.db.deleteMany({ collection: logCollection, where })
    return { deleted: totalDocs, whole }
  })
}

/** What tells that the line of a municipality was begun outlives retention: it is said again, once, before it goes. */
async function repeatBeginnings(payload: Payload, last: string, clock: Clock): Promise<void> {
  const upTo = await payload.db.findOne<Row>({ collection: logCollection, where: { id: { equals: last } } })
  const going = await everyRow<Row>(payload, logCollection, {
    and: [
      { line: { equals: installationLine } },
      { action: { equals: 'begin-log' } },
      { sequence: { less_than_equal: Number(upTo?.sequence ?? 0) } },
    ],
  })
  for (const { id, document } of going)
    await tellBeginning(payload, { line: String(document), key: `${String(document)} ${id}`, clock })
}
