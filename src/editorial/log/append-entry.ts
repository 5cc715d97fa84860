import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import { stampEntry } from '../../privacy/audit/log-chain.js'
import { entryOf, lineOf, type LogEntry } from '../../privacy/audit/log-entry.js'
import type { KeyRing } from '../../shared/sealing.js'

export const logCollection = 'moderation-log' as CollectionSlug

/** The keys that stamp the log, as payload.config.ts gives them: a function, so that nothing ever writes them out. */
export const logKeys = (payload: Payload): KeyRing =>
  (payload.config.custom as { logKeys: () => KeyRing }).logKeys()

/** What most entries have nothing to say of. */
export const bare = {
  organisation: null,
  device: null,
  fromState: null,
  toState: null,
  publication: null,
  revision: null,
  reason: null,
  ground: null,
  rule: null,
  automated: false,
  override: null,
  number: null,
} as const satisfies Partial<LogEntry>

/**
 * Writes an entry once, however often it is tried, stamped as ours. It gets its place in its line a moment later, by
 * `sealLog`: whoever acts never waits for those who act beside them.
 */
export async function appendEntry(payload: Payload, said: LogEntry, req?: PayloadRequest): Promise<void> {
  // As it will be read again, so that the stamp holds.
  const entry = entryOf({ ...said })
  const there = await payload.db.findOne({
    collection: logCollection,
    where: { key: { equals: entry.key } },
    select: { key: true },
    req,
  })
  if (there) return
  await payload.db.create({
    collection: logCollection,
    data: { ...entry, line: lineOf(entry), stamp: stampEntry(entry, logKeys(payload)) },
    req,
  })
}
