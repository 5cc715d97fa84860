import type { Payload, Where } from 'payload'
import { LineCheck, type LineReport } from '../../privacy/audit/check-line.js'
import type { Place } from '../../privacy/audit/log-chain.js'
import { installationLine } from '../../privacy/audit/log-entry.js'
import { everyRow } from '../../shared/every-row.js'
import { oneAtATime } from '../one-at-a-time.js'
import { logCollection, logKeys } from './append-entry.js'
import { hungEntry, lineFacts, linesCollection } from './lines.js'
import { sealLine } from './seal-log.js'

type Row = Record<string, unknown> & { id: string }

const portion = 500

/**
 * Looks through one line of the log and names the first place that is not as it was written. What waits is given its
 * place first. `noted` are places that somebody wrote down outside of the database, from an earlier report.
 */
export async function verifyLine(
  payload: Payload,
  line: string,
  noted: readonly Place[] = [],
): Promise<LineReport> {
  // A line that cannot go on is what the report is for.
  await sealLine(payload, line).catch(() => 0)
  const report = await look(payload, line, noted)
  // While it was read it may have gone on, or been cut: a fault is one that is found while neither can be.
  return report.whole ? report : oneAtATime(`log ${line}`, () => look(payload, line, noted))
}

/** Reads the line once, beside whoever hangs something up: nobody waits for it. */
async function look(payload: Payload, line: string, noted: readonly Place[]): Promise<LineReport> {
  const facts = await lineFacts(payload, line)
  const check = new LineCheck(line, facts, logKeys(payload), noted)
  const of = (...more: Where[]): Where => ({ and: [{ line: { equals: line } }, ...more] })
  for (let after = facts?.cut.sequence ?? 0; ;) {
    const { docs } = await payload.db.find<Row>({
      collection: logCollection,
      where: of({ sequence: { greater_than: after } }),
      sort: 'sequence',
      limit: portion,
      pagination: false,
    })
    const rows = docs.map(hungEntry)
    check.next(rows)
    if (rows.length < portion) break
    after = rows.at(-1)!.sequence!
  }
  const without = of({ or: [{ sequence: { equals: null } }, { sequence: { equals: 0 } }] })
  check.without((await everyRow<Row>(payload, logCollection, without)).map(hungEntry))
  // What stands in no line at all belongs to none; the installation's names it.
  if (line === installationLine) {
    const nowhere = await everyRow<Row>(payload, logCollection, { line: { equals: null } })
    check.nowhere(nowhere.map(hungEntry))
  }
  return check.end()
}

/** All lines of the installation: of each municipality, and of the installation itself. */
export async function verifyLog(
  payload: Payload,
  noted: ReadonlyMap<string, readonly Place[]> = new Map(),
): Promise<LineReport[]> {
  const rows = async (collection: string) =>
    (await everyRow<Row>(payload, collection, {})).map(({ id }) => String(id))
  const lines = new Set([
    ...(await rows('municipalities')),
    ...(await rows(linesCollection)),
    installationLine,
  ])
  const reports: LineReport[] = []
  for (const line of lines) reports.push(await verifyLine(payload, line, noted.get(line)))
  return reports
}
