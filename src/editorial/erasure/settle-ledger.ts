import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { CollectionSlug, Payload } from 'payload'
import { forgottenBefore } from '../../privacy/erasure/erased.js'
import type { Line, Reading } from '../../privacy/erasure/ledger-line.js'
import { knownAfter, verdictOn, type Standing, type Verdict } from '../../privacy/erasure/ledger-verdict.js'
import type { Clock } from '../../shared/clock.js'
import { together } from '../together.js'
import { copyOut } from './copy-out.js'
import { eraseAgain } from './erase-again.js'
import { erasures, giveNumber, numberedRows, rowsOf, type ErasureRow } from './erasure-rows.js'
import { LedgerFault } from './ledger-fault.js'
import { ledgerOf } from './ledger-file.js'
import { removeErasedFiles } from './remove-erased-files.js'
import { beginLineage, setCopied, standingOf } from './standing.js'
import { resolveAttempts } from './resolve-attempts.js'

const how =
  'Nothing was erased. If this is the wrong database, start the right one. If it is the right one, say with `npm run ledger` what those lines are, then choose: `npm run ledger -- erase` erases here, too, what they name; `npm run ledger -- keep` leaves everything here as it is. See docs/operations.md, Backup'

const sentences: Record<'forked' | 'damaged' | 'stranger', string> = {
  forked:
    'The ledger of what was erased was gone on with by another copy of this database, so nobody can tell whether it holds for this one.',
  damaged:
    'The ledger of what was erased goes beyond this database and is not whole, so nobody can tell what it said.',
  stranger:
    'The ledger of what was erased belongs to another database, or this one is older than the ledger.',
}

interface Looked {
  standing: Standing | null
  rows: ErasureRow[]
  reading: Reading
  verdict: Verdict
}

/**
 * Where the database and the ledger stand to each other. Changes nothing. What another process writes while this one
 * reads must not look like the ledger of another database: then it is read anew.
 */
export async function lookAtLedger(payload: Payload): Promise<Looked> {
  for (;;) {
    const standing = await standingOf(payload)
    const rows = await numberedRows(payload)
    const reading = await ledgerOf(payload).read()
    if (isDeepStrictEqual(standing, await standingOf(payload)))
      return { standing, rows, reading, verdict: verdictOn(standing, rows, reading) }
  }
}

/**
 * Holds the database against the ledger, at start before anything answers. An older copy of it is brought up to the
 * ledger: what was erased since is erased again, and the database goes on in a lineage of its own, so that another copy
 * is told apart from it. What the file lacks is written into it. Throws `LedgerFault` where only a person can say what
 * is right. May be done by several processes at once. Returns how many were erased again.
 */
export async function settleLedger(payload: Payload, clock: Clock): Promise<number> {
  await resolveAttempts(payload, { atStart: true })
  let erased = 0
  for (;;) {
    const looked = await lookAtLedger(payload)
    const { verdict, standing } = looked
    if (verdict.kind === 'older') erased += (await carryOut(payload, clock, looked, false)).erased
    else if (verdict.kind !== 'level' && !(verdict.kind === 'stranger' && (await isEmpty(payload))))
      throw new LedgerFault(`${sentences[verdict.kind]} ${how}`)
    else if (standing) {
      await writeOut(payload, looked)
      await removeErasedFiles(payload)
      return erased
    } else await goOn(payload, clock, looked)
  }
}

/** What became of the lines that an operator has decided on. */
interface Decided {
  decided: boolean
  lines: number
  erased: number
  spared: number
}

/**
 * The operator has decided: erases here what the ledger says beyond this database, or leaves all as it is. `decided`:
 * whether there was anything to decide on; what needs nobody is left to the next start.
 */
export async function decideLedger(
  payload: Payload,
  clock: Clock,
  choice: 'erase' | 'keep',
): Promise<Decided> {
  const looked = await lookAtLedger(payload)
  const { kind } = looked.verdict
  if (kind === 'level' || kind === 'older') return { decided: false, lines: 0, erased: 0, spared: 0 }
  const none = { erased: 0, spared: 0 }
  const done = choice === 'erase' ? await carryOut(payload, clock, looked, true) : none
  if (choice === 'keep') await goOn(payload, clock, looked)
  await writeOut(payload, await lookAtLedger(payload))
  const lines = looked.verdict.lines.filter((line) => line.kind !== 'begin').length
  return { decided: true, lines, ...done }
}

/** `spareHeld`: see `eraseAgain`. */
async function carryOut(
  payload: Payload,
  clock: Clock,
  looked: Looked,
  spareHeld: boolean,
): Promise<{ erased: number; spared: number }> {
  const { standing, verdict } = looked
  const lines = verdict.kind === 'level' ? [] : verdict.lines
  const isDue = async () => {
    const now = await standingOf(payload)
    return now?.lineage === standing?.lineage && now?.number === standing?.number
  }
  const done = await eraseAgain(payload, clock, lines, { isDue, spareHeld })
  if (!(await goOn(payload, clock, looked))) return done
  // The database has these lines as its own from now on, and could write them out anew.
  for (const line of lines) await adopt(payload, line)
  payload.logger.warn({ code: 'erased-again', count: done.erased }, 'ledger')
  return done
}

/** In a lineage of its own that knows everything there is. False where another process has done it. */
function goOn(payload: Payload, clock: Clock, { standing, reading }: Looked): Promise<boolean> {
  const known = knownAfter(standing, reading)
  const about = { lineage: randomUUID(), from: standing, known, at: clock.now().toISOString() }
  return together(payload, (write) => beginLineage(payload, about, write))
}

async function adopt(payload: Payload, line: Line): Promise<void> {
  const key = `${line.kind} ${line.id}`
  const [row] = await rowsOf(payload, { id: { equals: key } })
  if (row && row.number > 0) return
  if (row) return giveNumber(payload, key, line)
  const { id: document, ...rest } = line
  await payload.db.create({
    collection: erasures as CollectionSlug,
    data: { ...rest, id: key, document, settled: true } as never,
  })
}

/** What the file lacks of what the database has, and which of that it had had. What has had its time lacks nowhere. */
function lackingIn({ standing, rows, reading }: Looked): { lacking: ErasureRow[]; lost: ErasureRow[] } {
  const there = new Set(reading.lines.map(({ hash }) => hash))
  const since = forgottenBefore(new Date()).toISOString()
  const lacking = rows.filter(({ hash, at }) => !there.has(hash) && at >= since)
  const lost = lacking.filter(
    ({ lineage, number }) => lineage !== standing?.lineage || number <= (standing?.copied ?? 0),
  )
  return { lacking, lost }
}

/** Writes into the file what it lacks, and tells where it had had it: nothing is taken to be well in silence. */
async function writeOut(payload: Payload, looked: Looked): Promise<void> {
  const { standing, reading } = looked
  const { lacking, lost } = lackingIn(looked)
  if (reading.torn > 0) payload.logger.warn({ code: 'torn', count: reading.torn }, 'ledger')
  if (reading.damaged.length > 0)
    payload.logger.error({ code: 'damaged', count: reading.damaged.length }, 'ledger')
  if (lost.length > 0)
    payload.logger.error(
      { code: reading.lines.length === 0 ? 'missing' : 'incomplete', count: lost.length },
      'ledger',
    )
  lacking.sort((a, b) => a.lineage.localeCompare(b.lineage) || a.number - b.number)
  if (lacking.length > 0) await ledgerOf(payload).append(lacking, new Date())
  if (standing) await setCopied(payload, standing, standing.number)
  await copyOut(payload)
}

const things = ['accounts', 'organisations', 'events', 'posts', 'places', 'media'] as const

/** Whether the database holds nothing that anything could be said of: it has just been made. */
async function isEmpty(payload: Payload): Promise<boolean> {
  for (const collection of things)
    if ((await payload.db.count({ collection, where: {} })).totalDocs > 0) return false
  return true
}

/** How often a process that only reads looks whether another one has brought the database up. Milliseconds. */
const everyLook = 1000

/** Resolves when the database may be shown: for a process that may not write, and shares the ledger's folder. */
export async function untilSettled(payload: Payload): Promise<void> {
  for (let told = false; !(await maybeShown(payload)); told = true) {
    if (!told) payload.logger.warn({ code: 'waits' }, 'ledger')
    await new Promise((resolve) => setTimeout(resolve, everyLook))
  }
}

async function maybeShown(payload: Payload): Promise<boolean> {
  const looked = await lookAtLedger(payload)
  // A database that has written lines is not shown where none are to be seen: they may say more than it knows.
  const blind = looked.reading.lines.length === 0 && lackingIn(looked).lost.length > 0
  return looked.verdict.kind === 'level' && !blind
}
