import { randomUUID } from 'node:crypto'
import type { CollectionSlug, Payload, Where } from 'payload'
import { codeHash, codeLasts, newOneTimeCode } from '../../accounts/codes.js'
import type { AfterHandOver } from '../../organisations/member-actions.js'
import { everyRow } from '../../shared/every-row.js'
import { accountById } from '../accounts/find-account.js'
import { isStillGiven, type Given } from '../accounts/still-given.js'
import type { Write } from '../together.js'

/** An organisation that its admin has offered to another of its logins. Ids of accounts. */
export interface HandOver {
  id: string
  from: string
  to: string
  then: AfterHandOver
  ends: string
}

interface Place {
  organisation: string
  municipality: string
}

const collection = 'one-time-codes' as CollectionSlug
type Row = Record<string, unknown> & { id: string }

/**
 * An offer lies among the codes by which roles are given: it ends by its day, is used up once and goes with the account.
 * Its holder confirms it logged in, so there is no code to type: what is stored is the hash of one that nobody was told.
 */
async function rowsOf(
  payload: Payload,
  { organisation, municipality }: Place,
  write?: Write,
): Promise<Row[]> {
  const where: Where = {
    and: [{ purpose: { equals: 'hand-over' } }, { municipality: { equals: municipality } }],
  }
  const rows = await everyRow<Row>(payload, collection, where, write)
  return rows.filter(
    ({ grant }) => (grant as { organisation?: unknown } | null)?.organisation === organisation,
  )
}

/** The offer that waits for an answer; null where there is none, or its days are over. */
export async function handOverOf(
  payload: Payload,
  place: Place,
  now: Date,
  write?: Write,
): Promise<HandOver | null> {
  const row = (await rowsOf(payload, place, write)).find(
    ({ ends }) => new Date(ends as string).getTime() > now.getTime(),
  )
  if (!row) return null
  const { then } = row.grant as { then: AfterHandOver }
  return {
    id: String(row.id),
    from: String(row.givenBy),
    to: String(row.account),
    then,
    ends: new Date(row.ends as string).toISOString(),
  }
}

/** Offers the organisation; an earlier offer of it ends. */
export async function offerHandOver(
  payload: Payload,
  place: Place,
  { from, to, then }: Pick<HandOver, 'from' | 'to' | 'then'>,
  now: Date,
  write: Write,
): Promise<string> {
  await endHandOver(payload, place, write)
  const ends = new Date(now.getTime() + codeLasts['hand-over']).toISOString()
  await payload.db.create({
    collection,
    data: {
      account: to,
      givenBy: from,
      purpose: 'hand-over',
      grant: { organisation: place.organisation, then },
      municipality: place.municipality,
      hash: codeHash(randomUUID(), newOneTimeCode()),
      ends,
      used: false,
    },
    req: write,
  })
  return ends
}

export async function endHandOver(payload: Payload, place: Place, write: Write): Promise<void> {
  for (const { id } of await rowsOf(payload, place, write))
    await payload.db.deleteMany({ collection, where: { id: { equals: id } }, req: write })
}

/** The organisations that are offered to an account now, each with the username of who offers it. */
export async function offersTo(payload: Payload, account: string, now: Date): Promise<Map<string, string>> {
  const where: Where = { and: [{ purpose: { equals: 'hand-over' } }, { account: { equals: account } }] }
  const offers = new Map<string, string>()
  for (const row of await everyRow<Row>(payload, collection, where)) {
    const { grant, givenBy, ends } = row
    if (new Date(ends as string) <= now || !(await isStillGiven(payload, row as unknown as Given))) continue
    const { organisation } = grant as { organisation: string }
    offers.set(organisation, (await accountById(payload, String(givenBy)))?.username ?? '')
  }
  return offers
}
