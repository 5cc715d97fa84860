import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import { newsBeforeAccount, type Readings } from '../../moderation/notices/inbox.js'

const inboxes = 'inboxes' as CollectionSlug

interface Row {
  id: string
  readUntil: string | Date
  read: string[] | null
  revision: number
}

export interface StoredReadings extends Readings {
  /** 0: nothing is stored yet. */
  revision: number
}

/** What an account has read. Before it opened its inbox for the first time: what was told long before it was made. */
export async function readingsOf(payload: Payload, account: string): Promise<StoredReadings> {
  const row = await payload.db.findOne<Row>({ collection: inboxes, where: { id: { equals: account } } })
  if (row) {
    const readUntil = new Date(row.readUntil).toISOString()
    return { readUntil, read: row.read ?? [], revision: Number(row.revision) }
  }
  const made = await payload.db.findOne<{ id: string; createdAt?: string }>({
    collection: 'accounts',
    where: { id: { equals: account } },
    select: { createdAt: true },
  })
  const since = Date.parse(made?.createdAt ?? '') || 0
  const readUntil = new Date(Math.max(0, since - newsBeforeAccount * 86_400_000)).toISOString()
  return { readUntil, read: [], revision: 0 }
}

/** Stores what was read, unless the same account did so at the same moment; answers whether it did. */
export async function storeReadings(
  payload: Payload,
  account: string,
  { readUntil, read, revision }: StoredReadings,
): Promise<boolean> {
  const data = { readUntil, read: [...read], revision: revision + 1 }
  if (revision === 0) {
    return payload.db.create({ collection: inboxes, data: { id: account, ...data } }).then(
      () => true,
      () => false,
    )
  }
  const row = await payload.db.updateOne({
    collection: inboxes,
    where: { and: [{ id: { equals: account } }, { revision: { equals: revision } }] },
    data,
    options: { atomic: true },
  } as unknown as Parameters<Payload['db']['updateOne']>[0])
  return row !== null && row !== undefined
}

/** An account that is deleted takes its inbox with it; what an organisation was told stays with the organisation. */
export async function forgetInbox(payload: Payload, account: string, req?: PayloadRequest): Promise<void> {
  await payload.db.deleteMany({ collection: inboxes, where: { id: { equals: account } }, req })
  await payload.db.deleteMany({
    collection: 'mails' as CollectionSlug,
    where: { account: { equals: account } },
    req,
  })
  await payload.db.deleteMany({ collection: 'notices', where: { account: { equals: account } }, req })
}
