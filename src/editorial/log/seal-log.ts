import type { Payload, Where } from 'payload'
import { entryFault, hang, headFault, linkFault, type Place } from '../../privacy/audit/log-chain.js'
import type { HungEntry, LineFacts } from '../../privacy/audit/check-line.js'
import type { KeyRing } from '../../shared/sealing.js'
import { oneAtATime } from '../one-at-a-time.js'
import { together, type Write } from '../together.js'
import { logCollection, logKeys } from './append-entry.js'
import { beginLine, hungEntry, moveHead } from './lines.js'

type Row = Record<string, unknown> & { id: string }
type Update = Parameters<Payload['db']['updateOne']>[0]

/** So many entries get their places in one transaction. */
const atOnce = 50
/** So many portions of one line in one round: a log of years that has no chain yet does not hold up the clock. */
const mostRounds = 20
/** So many entries that wait are looked at to learn which lines have some. */
const mostLooked = 500
const mostAttempts = 5

const waiting: Where = { sequence: { equals: null } }

/**
 * Gives every entry that waits its place in its line, in the order in which they were written. Run by the clock every
 * second, by the reconciler at start, and before anybody has the log verified. May be done by several processes at once,
 * and stopped anywhere: a place is taken once. Returns how many entries were given one.
 */
export async function sealLog(payload: Payload): Promise<number> {
  const { docs } = await payload.db.find<Row>({
    collection: logCollection,
    where: waiting,
    select: { line: true },
    limit: mostLooked,
    pagination: false,
  })
  let sealed = 0
  for (const line of new Set(docs.map((row) => row.line))) {
    if (typeof line !== 'string' || line === '') continue
    // A line that cannot go on is told to the operator, and holds up no other.
    sealed += await sealLine(payload, line).catch((error: unknown) => {
      payload.logger.error({ err: error, kind: 'log', document: line }, 'log')
      return 0
    })
  }
  return sealed
}

/** The same for one line; throws where it is broken and cannot go on. */
export async function sealLine(payload: Payload, line: string): Promise<number> {
  return oneAtATime(`log ${line}`, async () => {
    let sealed = 0
    for (let round = 0; round < mostRounds; round += 1) {
      const done = await sealPortion(payload, line)
      sealed += done
      if (done < atOnce) break
    }
    return sealed
  })
}

/** Another process may have taken a place, or begun the line, in between: then it is looked at anew. */
async function sealPortion(payload: Payload, line: string): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await together(payload, (write) => sealSome(payload, line, write))
    } catch (error) {
      if (error instanceof BrokenLine || attempt === mostAttempts) throw error
    }
  }
}

async function sealSome(payload: Payload, line: string, write: Write): Promise<number> {
  const ring = logKeys(payload)
  const facts = await beginLine(payload, line, ring, write)
  let at = await tipOf(payload, facts, ring, write)
  const { docs } = await payload.db.find<Row>({
    collection: logCollection,
    where: { and: [{ line: { equals: line } }, waiting] },
    sort: ['createdAt', 'id'],
    limit: atOnce,
    pagination: false,
    req: write,
  })
  for (const row of docs.map(hungEntry)) at = await place(payload, line, row, at, write)
  if (at.sequence > facts.head.sequence) await moveHead(payload, facts, at, ring, write)
  return docs.length
}

/**
 * Where the line ends: at its head, or further on where a process died before it could say so. Nothing is hung behind
 * a head that is not ours: that would make a forged line look whole.
 */
async function tipOf(payload: Payload, facts: LineFacts, ring: KeyRing, write: Write): Promise<Place> {
  const { line, head, headStamp } = facts
  if (headFault(line, head, headStamp, ring)) throw new BrokenLine(line)
  const { docs } = await payload.db.find<Row>({
    collection: logCollection,
    where: { and: [{ line: { equals: line } }, { sequence: { greater_than: head.sequence } }] },
    sort: '-sequence',
    limit: 1,
    pagination: false,
    req: write,
  })
  if (!docs[0]) return head
  const { sequence, hash, stamp } = hungEntry(docs[0])
  const tip = { sequence: sequence!, hash: String(hash) }
  if (linkFault(line, tip, stamp, ring)) throw new BrokenLine(line)
  return tip
}

/** Its name tells the operator to have the log verified; entries wait meanwhile, each stamped by itself. */
class BrokenLine extends Error {
  override name = 'BrokenLogLine'
  readonly code = 'log-line-broken'
  constructor(line: string) {
    super(`The line ${line} of the log does not end where it says. Run: npm run audit`)
  }
}

/** Hangs one entry up. What nobody here has stamped gets no place, and is set aside for the verifier to name. */
async function place(
  payload: Payload,
  line: string,
  { id, entry, stamp }: HungEntry,
  at: Place,
  write: Write,
): Promise<Place> {
  const ring = logKeys(payload)
  const set = (data: object) =>
    payload.db.updateOne({
      collection: logCollection,
      where: { and: [{ id: { equals: id } }, waiting] },
      data,
      options: { atomic: true },
      req: write,
    } as unknown as Update)
  const fault = entryFault(entry, stamp, ring)
  if (fault === 'key-missing') throw new BrokenLine(line)
  if (fault) {
    await set({ sequence: 0, place: `refused ${id}` })
    return at
  }
  const hung = hang(line, entry, at, ring)
  // Another process may have placed it meanwhile; then its place is not free, and this round is over.
  const won = await set({ ...hung, place: `${line} ${hung.sequence}` })
  if (!won) throw new TakenPlace()
  return { sequence: hung.sequence, hash: hung.hash }
}

class TakenPlace extends Error {
  override name = 'TakenPlace'
}
