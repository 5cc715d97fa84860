import type { Payload, PayloadRequest, Where } from 'payload'
import { everyRow } from '../shared/every-row.js'

type Row = { id: string; account: unknown; role: string; organisation: unknown }

/**
 * Accounts that are contributors of these organisations and have no other membership: whoever also decides or writes
 * elsewhere must not be taken over by resetting a password here.
 */
export async function ownContributors(
  payload: Payload,
  organisations: string[],
  req?: PayloadRequest,
): Promise<string[]> {
  if (organisations.length === 0) return []
  const memberships = (where: Where) => everyRow<Row>(payload, 'memberships', where, req)
  const candidates = (await memberships({ organisation: { in: organisations } })).map(({ account }) =>
    String(account),
  )
  if (candidates.length === 0) return []
  const all = await memberships({ account: { in: [...new Set(candidates)] } })
  const others = all
    .filter(
      ({ role, organisation }) => role !== 'contributor' || !organisations.includes(String(organisation)),
    )
    .map(({ account }) => String(account))
  return [...new Set(candidates)].filter((account) => !others.includes(account))
}
