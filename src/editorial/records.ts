import type { Payload } from 'payload'
import { withoutIdentityNumbers } from '../privacy/mask-identity-numbers.js'
import { appendEntry } from './log/append-entry.js'
import type { Write } from './together.js'
import type { ModeratedKind, Outbox, WorkingDocument } from './working-document.js'

/** Writes a revision once however often it is tried. */
async function once(payload: Payload, key: string, data: Record<string, unknown>, write: Write | undefined) {
  const there = await payload.db.findOne({
    collection: 'revisions',
    where: { key: { equals: key } },
    req: write,
  })
  if (!there) await payload.db.create({ collection: 'revisions', data: { ...data, key }, req: write })
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
