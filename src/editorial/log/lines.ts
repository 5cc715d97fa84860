import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'
import { beginningOf, stampHead, type Place } from '../../privacy/audit/log-chain.js'
import type { HungEntry, LineFacts } from '../../privacy/audit/check-line.js'
import { entryOf, installationLine } from '../../privacy/audit/log-entry.js'
import { systemClock, type Clock } from '../../shared/clock.js'
import type { KeyRing } from '../../shared/sealing.js'
import { appendEntry, bare, logCollection } from './append-entry.js'

export const linesCollection = 'log-lines' as CollectionSlug

type Row = Record<string, unknown> & { id: string }
type Update = Parameters<Payload['db']['updateOne']>[0]

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const count = (value: unknown): number | null =>
  value === null || value === undefined ? null : Number(value)

export const hungEntry = (row: Row): HungEntry => ({
  id: String(row.id),
  entry: entryOf(row),
  sequence: count(row.sequence),
  previous: text(row.previous),
  hash: text(row.hash),
  stamp: text(row.stamp),
})

const factsOf = (row: Row): LineFacts => ({
  line: String(row.id),
  head: { sequence: Number(row.last), hash: String(row.hash) },
  headStamp: text(row.stamp),
  cut:
    Number(row.cut ?? 0) > 0
      ? { sequence: Number(row.cut), hash: String(row.cutHash) }
      : beginningOf(String(row.id)),
  cutStamp: text(row.cutStamp),
})

export async function lineFacts(
  payload: Payload,
  line: string,
  req?: PayloadRequest,
): Promise<LineFacts | null> {
  const row = await payload.db.findOne<Row>({
    collection: linesCollection,
    where: { id: { equals: line } },
    req,
  })
  return row && factsOf(row)
}

/** What tells in the line of the installation that the line of a municipality was begun. */
export const beginnings = (line: string): Where => ({
  and: [
    { line: { equals: installationLine } },
    { action: { equals: 'begin-log' } },
    { document: { equals: line } },
  ],
})

/**
 * Whether a line was begun once, as it stands elsewhere than in its own row: in its entries, for a municipality in the
 * line of the installation, and for that one in that others are there, which never begin before it.
 */
export async function wasBegun(payload: Payload, line: string, req?: PayloadRequest): Promise<boolean> {
  const there = async (collection: CollectionSlug, where: Where) =>
    (await payload.db.findOne({ collection, where, req })) !== null
  const hung: Where = { and: [{ line: { equals: line } }, { sequence: { greater_than: 0 } }] }
  return (
    (await there(logCollection, hung)) ||
    (line === installationLine
      ? there(linesCollection, { id: { not_equals: line } })
      : there(logCollection, beginnings(line)))
  )
}

/**
 * The line, begun where it was not yet. Of two who begin it at once one finds it there. Throws `log-line-broken` where
 * it was begun before and somebody took away what said so: made anew, it would look whole.
 */
export async function beginLine(
  payload: Payload,
  line: string,
  ring: KeyRing,
  req?: PayloadRequest,
): Promise<LineFacts> {
  const facts = (await lineFacts(payload, line, req)) ?? (await newLine(payload, line, ring, req))
  // Before anything hangs in it, also where a process died in between.
  if (line !== installationLine && facts.head.sequence === 0)
    await tellBeginning(payload, { line, key: line, clock: systemClock }, req)
  return facts
}

async function newLine(
  payload: Payload,
  line: string,
  ring: KeyRing,
  req?: PayloadRequest,
): Promise<LineFacts> {
  if (await wasBegun(payload, line, req)) {
    // Its row is there before anything tells of it: whoever began it at the same time has written it by now.
    const meanwhile = await lineFacts(payload, line, req)
    if (meanwhile) return meanwhile
    throw new BrokenLine(line)
  }
  if (line !== installationLine) await beginLine(payload, installationLine, ring, req)
  const { sequence, hash } = beginningOf(line)
  const data = { id: line, last: sequence, hash, stamp: stampHead(line, { sequence, hash }, ring), cut: 0 }
  await payload.db.create({ collection: linesCollection, data, req })
  return (await lineFacts(payload, line, req))!
}

/** Tells in the line of the installation that a municipality's has begun; once for each key. */
export const tellBeginning = (
  payload: Payload,
  { line, key, clock }: { line: string; key: string; clock: Clock },
  req?: PayloadRequest,
): Promise<void> =>
  appendEntry(
    payload,
    {
      ...bare,
      key,
      at: clock.now().toISOString(),
      action: 'begin-log',
      kind: 'log',
      document: line,
      municipality: null,
      actor: null,
      automated: true,
    },
    req,
  )

/** Its name tells the operator to have the log verified; entries wait meanwhile, each stamped by itself. */
export class BrokenLine extends Error {
  override name = 'BrokenLogLine'
  readonly code = 'log-line-broken'
  constructor(line: string) {
    super(`The line ${line} of the log does not end where it says. Run: npm run audit`)
  }
}

/** Says how far the line reaches now; false where somebody else has said so meanwhile. */
export async function moveHead(
  payload: Payload,
  { line, head }: Pick<LineFacts, 'line' | 'head'>,
  to: Place,
  ring: KeyRing,
  req?: PayloadRequest,
): Promise<boolean> {
  const moved = await payload.db.updateOne({
    collection: linesCollection,
    where: { and: [{ id: { equals: line } }, { last: { equals: head.sequence } }] },
    data: { last: to.sequence, hash: to.hash, stamp: stampHead(line, to, ring) },
    options: { atomic: true },
    req,
  } as unknown as Update)
  return moved !== null
}
