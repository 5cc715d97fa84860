import { createHash, randomBytes } from 'node:crypto'
import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'
import { actorNow } from '../../accounts/standing.js'
import { everyRow } from '../../shared/every-row.js'
import { isEditorOf, writesFor } from '../../tenancy/membership.js'
import { surfaceOf } from '../working-document.js'

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

/** Whether whoever made a link may make it still: its authors and editors, as they are now. */
export async function mayStillShare(payload: Payload, link: LinkRow, req?: PayloadRequest): Promise<boolean> {
  const maker = await actorNow(payload, link.madeBy, req)
  return (
    maker !== null && (writesFor(maker, link) || isEditorOf(maker, link.municipality, surfaceOf[link.kind]))
  )
}

/**
 * Ends the links of an account that it may not make any more: whose role ended or became another, or whose account was
 * disabled, reads nothing more by links of their own. Until they are gone, opening one asks the same.
 */
export async function endLostLinks(payload: Payload, account: string, req?: PayloadRequest): Promise<void> {
  for (const link of await everyRow<LinkRow>(payload, shareLinks, { madeBy: { equals: account } }, req))
    if (!(await mayStillShare(payload, link, req))) await forget(payload, { id: { equals: link.id } }, req)
}

export const forgetLink = (payload: Payload, id: string): Promise<void> =>
  forget(payload, { id: { equals: id } })

/** Of links that have ended nothing is kept but what the log says. */
export const forgetEndedLinks = (payload: Payload, now: Date): Promise<void> =>
  forget(payload, { until: { less_than_equal: now.toISOString() } })
