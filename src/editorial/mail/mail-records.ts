import type { CollectionSlug, Payload } from 'payload'

/** What is still to be told by e-mail: one row for each account and notice, or account and morning. No address in it. */
export interface Mail {
  id: string
  key: string
  account: string
  municipality: string | null
  kind: 'notice' | 'morning'
  /** Of the kind `notice`. */
  notice: string | null
  nextAt: string
  attempts: number
  fault?: string | null
  createdAt: string
}

export const mails = 'mails' as CollectionSlug

/** Stores what is to be sent, once however often it is tried. */
export async function storeMail(
  payload: Payload,
  mail: Pick<Mail, 'key' | 'account' | 'municipality' | 'kind' | 'notice' | 'nextAt'>,
): Promise<void> {
  const there = await payload.db.findOne({ collection: mails, where: { key: { equals: mail.key } } })
  if (!there) await payload.db.create({ collection: mails, data: { ...mail, attempts: 0 } })
}

/** How long a morning's row is kept, so that it is not made again on the same morning. */
const morningKept = 20 * 3_600_000
const settled = 'settled'

/** Longer than anything is tried: what is older waits for a server that was switched off, and is no news any more. */
const keptFor = 6 * 86_400_000

/** Deletes what nobody will send any more. What it was about lies in the inbox. */
export const forgetOldMails = (payload: Payload, now: Date): Promise<void> =>
  payload.db.deleteMany({
    collection: mails,
    where: { createdAt: { less_than_equal: new Date(now.getTime() - keptFor).toISOString() } },
  })

/** Takes what was sent, or need not be, from what waits. */
export async function settleMails(payload: Payload, rows: readonly Mail[], now: Date): Promise<void> {
  const kept = rows.filter(({ kind, fault }) => kind === 'morning' && fault !== settled)
  const nextAt = new Date(now.getTime() + morningKept).toISOString()
  await putOff(payload, kept, { nextAt, fault: settled })
  const over = rows.filter((row) => !kept.includes(row)).map(({ id }) => id)
  if (over.length > 0) await payload.db.deleteMany({ collection: mails, where: { id: { in: over } } })
}

export async function putOff(
  payload: Payload,
  rows: readonly Mail[],
  data: { nextAt: string; attempts?: number; fault?: string },
): Promise<void> {
  for (const { id } of rows)
    await payload.db.updateOne({
      collection: mails,
      where: { id: { equals: id } },
      data,
      options: { atomic: true },
      returning: false,
    } as unknown as Parameters<Payload['db']['updateOne']>[0])
}
