import type { Payload } from 'payload'
import { mostLinks, shareDays, type ShareLink } from '../../moderation/share-links.js'
import { findingFault } from '../../privacy/finding-faults.js'
import { DomainError, mostFaults, nothingHere } from '../../shared/errors.js'
import type { Clock } from '../../shared/clock.js'
import type { Actor } from '../../tenancy/actor.js'
import { relationFor } from '../facts.js'
import { logDoing } from '../log/log-doing.js'
import { documentKey, oneAtATime } from '../one-at-a-time.js'
import { openNumbersIn } from '../personal-data.js'
import { collectionOf, loadWorkingDocument, type WorkingDocument } from '../working-document.js'
import { forgetLink, hashOfToken, linksOf, newToken, shareLinks } from './share-records.js'

interface Asking {
  kind: 'event' | 'post'
  id: string
  actor: Actor
  clock: Clock
}

/** The document, for its authors and editors; for all others there is none. */
async function shared(payload: Payload, { kind, id, actor }: Asking): Promise<WorkingDocument> {
  const document = await loadWorkingDocument(payload, kind, id)
  const relation = document && (await relationFor(payload, actor, kind, document, undefined))
  if (!document || (!relation?.author && !relation?.editor)) throw nothingHere()
  return document
}

function daysIn(body: Record<string, unknown>): number {
  const { days = shareDays.usual, ...more } = body
  const faults = [
    ...(typeof days === 'number' && Number.isInteger(days) && days >= 1 && days <= shareDays.most
      ? []
      : [{ field: 'days', code: 'range', message: `A whole number from 1 to ${shareDays.most}` }]),
    ...Object.keys(more).map((field) => ({
      field,
      code: 'unknown-field',
      message: 'There is no such field',
    })),
  ]
  if (faults.length > 0) throw new DomainError('invalid-input', 'The link cannot be made so.', { faults })
  return days as number
}

/** Makes a link to a preview. Its token is in the answer and nowhere else: only its hash is stored. */
export async function makeLink(
  payload: Payload,
  asking: Asking,
  body: Record<string, unknown>,
): Promise<ShareLink & { token: string }> {
  const document = await shared(payload, asking)
  const days = daysIn(body)
  const { kind, id, actor, clock } = asking
  if (document.state === 'erased') throw nothingHere()
  const numbers = await openNumbersIn({ payload, kind, document, now: clock.now() })
  if (numbers.length > 0)
    throw new DomainError(
      'personal-data',
      'This holds what looks like an identity number of a person. A link would show it: take it out, or let an editor accept it.',
      { faults: numbers.slice(0, mostFaults).map(findingFault) },
    )
  return oneAtATime(`${documentKey(collectionOf[kind], id)} links`, async () => {
    const now = clock.now()
    if ((await linksOf(payload, id, now)).length >= mostLinks)
      throw new DomainError(
        'not-possible-in-this-state',
        `There are ${mostLinks} links to this already. End one of them first.`,
      )
    const token = newToken()
    const until = new Date(now.getTime() + days * 86_400_000).toISOString()
    const { municipality, organisation } = document
    const row = await payload.db.create({
      collection: shareLinks,
      data: {
        hash: hashOfToken(token),
        kind,
        document: id,
        municipality,
        organisation,
        madeBy: actor.account,
        until,
      },
    })
    const doing = { kind, document: id, municipality, organisation, by: actor, at: now }
    await logDoing(payload, { ...doing, action: 'share-link' })
    return { id: String(row.id), by: null, madeAt: now.toISOString(), until, token }
  })
}

/** The links that hold now, with who made them: anybody who may make one may see and end all of them. */
export async function listLinks(payload: Payload, asking: Asking): Promise<{ links: ShareLink[] }> {
  await shared(payload, asking)
  const rows = await linksOf(payload, asking.id, asking.clock.now())
  const names = new Map<string, string>()
  for (const account of new Set(rows.map(({ madeBy }) => madeBy))) {
    const row = await payload.db.findOne<{ id: string; roleTitle?: string | null; username?: string }>({
      collection: 'accounts',
      where: { id: { equals: account } },
      select: { roleTitle: true, username: true },
    })
    if (row) names.set(account, row.roleTitle || row.username || '')
  }
  return {
    links: rows.map(({ id, madeBy, createdAt, until }) => ({
      id: String(id),
      by: names.get(madeBy) ?? null,
      madeAt: new Date(createdAt).toISOString(),
      until: new Date(until).toISOString(),
    })),
  }
}

/** Ends a link at once; whoever follows it finds what there is at an address that never was. */
export async function revokeLink(payload: Payload, asking: Asking, link: string): Promise<{ revoked: true }> {
  const document = await shared(payload, asking)
  const { kind, id, actor, clock } = asking
  return oneAtATime(`${documentKey(collectionOf[kind], id)} links`, async () => {
    const found = (await linksOf(payload, id, clock.now())).find((row) => String(row.id) === link)
    if (!found) throw nothingHere()
    await forgetLink(payload, link)
    const { municipality, organisation } = document
    const doing = { kind, document: id, municipality, organisation, by: actor, at: clock.now() }
    await logDoing(payload, { ...doing, action: 'revoke-link' })
    return { revoked: true }
  })
}
