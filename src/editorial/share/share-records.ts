import { createHash, randomBytes } from 'node:crypto'
import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'

export const shareLinks = 'share-links' as CollectionSlug

export interface LinkRow {
  id: string
  hash: string
  kind: 'event' | 'post'
  document: string
  municipality: string
  organisation: string
  madeBy: string
  until: string
  createdAt: string
}

/** 128 bits by chance, as an address can hold them. */
export const newToken = (): string => randomBytes(16).toString('base64url')

/** What is stored of a token. The token has 128 bits of chance: no salt makes it harder to guess. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** The links to a document that hold now. */
export async function linksOf(payload: Payload, document: string, now: Date): Promise<LinkRow[]> {
  const { docs } = await payload.db.find<LinkRow>({
    collection: shareLinks,
    where: { and: [{ document: { equals: document } }, { until: { greater_than: now.toISOString() } }] },
    sort: '-createdAt',
    limit: 100,
    pagination: false,
  })
  return docs
}

const forget = (payload: Payload, where: Where, req?: PayloadRequest): Promise<void> =>
  payload.db.deleteMany({ collection: shareLinks, where, req })

/** A document that is erased or deleted takes the links to it with it. */
export const forgetLinksTo = (payload: Payload, document: string, req?: PayloadRequest): Promise<void> =>
  forget(payload, { document: { equals: document } }, req)

/** Whose role ended reads nothing more by links of their own: those made where the role was, or all with the account. */
export function forgetLinksBy(
  payload: Payload,
  account: string,
  where: { municipality?: string | null; organisation?: string | null },
  req?: PayloadRequest,
): Promise<void> {
  const place = Object.entries(where).flatMap(([column, id]) => (id ? [{ [column]: { equals: id } }] : []))
  return forget(payload, { and: [{ madeBy: { equals: account } }, ...place] }, req)
}

export const forgetLink = (payload: Payload, id: string): Promise<void> =>
  forget(payload, { id: { equals: id } })

/** Of links that have ended nothing is kept but what the log says. */
export const forgetEndedLinks = (payload: Payload, now: Date): Promise<void> =>
  forget(payload, { until: { less_than_equal: now.toISOString() } })
