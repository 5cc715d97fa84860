import type { Payload } from 'payload'
import { withoutIdentityNumbers } from '../privacy/mask-identity-numbers.js'
import { appendEntry } from './log/append-entry.js'
import type { Write } from './together.js'
import type { ModeratedKind, Outbox, WorkingDocument } from './working-document.js'

type Collection = 'revisions' | 'notices'

/** Writes a record once however often it is tried. */
async function once(
  payload: Payload,
  collection: Collection,
  key: string,
  data: Record<string, unknown>,
  write: Write | undefined,
): Promise<boolean> {
  const there = await payload.db.findOne({ collection, where: { key: { equals: key } }, req: write })
  if (there) return false
  await payload.db.create({ collection, data: { ...data, key }, req: write })
  return true
}

export async function writeRevision(
  payload: Payload,
  kind: ModeratedKind,
  document: WorkingDocument,
  outbox: Outbox,
  write: Write,
): Promise<void> {
  await once(
    payload,
    'revisions',
    `${document.id} ${outbox.revision}`,
    {
      kind,
      document: document.id,
      municipality: document.municipality,
      organisation: document.organisation,
      revision: outbox.revision,
      action: outbox.action,
      // What an author has not taken out yet stands in the draft and in no record beside it.
      content:
        outbox.action === 'save'
          ? withoutIdentityNumbers(document.content, new Date(outbox.at))
          : document.content,
      message: withoutIdentityNumbers(outbox.message, new Date(outbox.at)),
      actor: outbox.actor,
      device: outbox.device ?? null,
      at: outbox.at,
    },
    write,
  )
}

/** One entry for what an outbox says was done, whenever it is derived. */
export const writeLog = (
  payload: Payload,
  kind: string,
  document: { id: string; municipality: string; organisation: string | null; publication?: string },
  outbox: Outbox,
  number: number | null,
  write: Write,
): Promise<void> =>
  appendEntry(
    payload,
    {
      key: outbox.cause,
      at: outbox.at,
      action: outbox.action,
      kind,
      document: document.id,
      municipality: document.municipality,
      organisation: document.organisation,
      actor: outbox.actor,
      device: outbox.device ?? null,
      fromState: outbox.from,
      toState: outbox.to,
      publication: document.publication ?? null,
      revision: outbox.revision,
      reason: outbox.reason,
      ground: outbox.statement?.ground ?? null,
      // By its code; how it read that day stands in the notice.
      rule: outbox.rule ?? outbox.statement?.rule ?? null,
      automated: outbox.automated,
      override: outbox.override ?? null,
      number,
    },
    write,
  )

/** One notice for each organisation concerned: all of its members read the same one. */
export async function tellOrganisations(
  payload: Payload,
  kind: string,
  document: { id: string; municipality: string; content?: unknown },
  outbox: Outbox,
  write: Write,
): Promise<void> {
  const at = new Date(outbox.at)
  const content = document.content as { title?: string | null; name?: string | null } | null | undefined
  for (const organisation of outbox.tell) {
    await once(
      payload,
      'notices',
      `${outbox.cause} ${organisation}`,
      {
        at: outbox.at,
        action: outbox.action,
        kind,
        document: document.id,
        municipality: document.municipality,
        organisation,
        title: withoutIdentityNumbers(content?.title ?? content?.name ?? null, at),
        message: outbox.message,
        reason: outbox.reason,
        ground: outbox.statement?.ground ?? null,
        rule: outbox.statement?.rule ?? null,
        wording: outbox.statement?.wording ?? null,
        automated: outbox.automated,
        changes: withoutIdentityNumbers(outbox.changes, at),
        read: false,
      },
      write,
    )
  }
}

/** What is told of something that no document's outbox tells. */
interface Said {
  at: string
  action: string
  kind: string
  document: string
  municipality: string
  title: string
}

/** One notice for one account. */
export async function tellAccount(
  payload: Payload,
  key: string,
  account: string,
  said: Said,
  write?: Write,
): Promise<void> {
  await once(payload, 'notices', key, { ...said, account, read: false }, write)
}

/** One notice for an organisation, which its members share; false where it was told before. */
export const tellOrganisation = (
  payload: Payload,
  key: string,
  organisation: string,
  said: Said,
): Promise<boolean> => once(payload, 'notices', key, { ...said, organisation, read: false }, undefined)
