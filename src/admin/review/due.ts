import type { Payload } from 'payload'
import { daysBefore, reviewEvery } from '../../accounts/review.js'
import type { Membership, Role } from '../../tenancy/actor.js'
import type { AdminAccount } from '../account.js'

/** A role that is to be looked at again. */
export interface DueRole {
  id: string
  role: Role
  account: string
  organisation: string | null
  reviewedOn: string | null
}

interface Row {
  id: string
  role: Role
  account?: { username?: string; roleTitle?: string | null } | string | null
  organisation?: { name?: string } | string | null
  reviewedOn?: string | null
}

const administered = (account: AdminAccount): string[] =>
  (account.memberships ?? []).flatMap(({ role, municipality }: Membership) =>
    role === 'municipality-admin' && municipality ? [municipality] : [],
  )

/** Roles in the municipalities that this account administers which nobody has looked at for 90 days, oldest first. */
export async function dueRoles(payload: Payload, account: AdminAccount, now: Date): Promise<DueRole[]> {
  const municipalities = administered(account)
  if (municipalities.length === 0) return []
  const { docs } = await payload.find({
    collection: 'memberships',
    where: {
      and: [
        { municipality: { in: municipalities } },
        // Days written as text are in order as texts.
        {
          or: [
            { reviewedOn: { exists: false } },
            { reviewedOn: { equals: null } },
            { reviewedOn: { less_than: daysBefore(now, reviewEvery) } },
          ],
        },
      ],
    },
    sort: 'reviewedOn',
    limit: 200,
    depth: 1,
    overrideAccess: false,
    user: account as never,
  })
  return (docs as unknown as Row[]).map(({ id, role, account: holder, organisation, reviewedOn }) => ({
    id,
    role,
    account:
      typeof holder === 'object' && holder
        ? [holder.username, holder.roleTitle].filter(Boolean).join(' · ')
        : '–',
    organisation: typeof organisation === 'object' && organisation ? (organisation.name ?? null) : null,
    reviewedOn: reviewedOn ?? null,
  }))
}
