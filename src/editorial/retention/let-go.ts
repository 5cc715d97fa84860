import type { Payload } from 'payload'
import { eraseContact } from '../erase-traces.js'
import type { Write } from '../together.js'

/**
 * Before something is let go: what was kept only because it was held. A contact who took the consent back meanwhile goes
 * from what the event was until then; a newer one stays. Files of pictures go with the reconciler's next round.
 */
export async function destroyWhatWaited(
  payload: Payload,
  hold: Record<string, unknown>,
  write: Write,
): Promise<void> {
  if (hold.kind !== 'event') return
  const id = String(hold.document)
  const { docs } = await payload.db.find<{ id: string; revision: number }>({
    collection: 'moderation-log',
    where: {
      and: [
        { document: { equals: id } },
        { action: { equals: 'withdraw-contact' } },
        { at: { greater_than_equal: hold.since } },
      ],
    },
    sort: '-at',
    limit: 1,
    pagination: false,
    req: write,
  })
  if (docs[0]) await eraseContact(payload, { id }, write, docs[0].revision)
}
