import type { Payload, PayloadRequest } from 'payload'
import { DomainError } from '../../shared/errors.js'
import { everyRow } from '../../shared/every-row.js'
import { idAlways } from '../../shared/reference.js'

/** Refuses to let in roles only while no admin of the municipality is a role account: nobody could change it back. */
export async function requireRoleAdmin(
  payload: Payload,
  municipality: string,
  req?: PayloadRequest,
): Promise<void> {
  const admins = await everyRow(
    payload,
    'memberships',
    { and: [{ municipality: { equals: municipality } }, { role: { equals: 'municipality-admin' } }] },
    req,
  )
  const accounts = await Promise.all(
    admins.map(({ account }) =>
      payload.db.findOne<Record<string, unknown> & { id: string }>({
        collection: 'accounts',
        where: { id: { equals: idAlways(account) } },
        req,
      }),
    ),
  )
  if (accounts.some((each) => each?.kind === 'role' && each.disabled !== true)) return
  throw new DomainError('invalid-input', 'No admin of the municipality has a role account yet.', {
    faults: [{ field: 'loginPolicy', code: 'nobody-left', message: 'Make a role account an admin first' }],
  })
}
