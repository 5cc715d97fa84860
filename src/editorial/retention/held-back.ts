import type { Payload } from 'payload'
import type { HoldKind } from '../../privacy/retention/holds.js'
import type { Write } from '../together.js'

/** Whether the municipality keeps this whatever its time: for a lawsuit, or a request that is under way. */
export async function isHeldBack(
  payload: Payload,
  kind: HoldKind,
  id: string,
  write?: Write,
): Promise<boolean> {
  const { totalDocs } = await payload.db.count({
    collection: 'retention-holds',
    where: { and: [{ kind: { equals: kind } }, { document: { equals: id } }] },
    req: write,
  })
  return totalDocs > 0
}
