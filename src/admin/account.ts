import type { Membership, Role } from '../tenancy/actor.js'

/** What the admin knows of the account that is logged in; `memberships` is set by the login strategy. */
export interface AdminAccount {
  id: string
  username?: string
  roleTitle?: string | null
  language?: string | null
  kind?: string
  disabled?: boolean
  memberships?: Membership[]
}

export const membershipsOf = (user: unknown): Membership[] => (user as AdminAccount | null)?.memberships ?? []

/** Whether the account has any of these roles anywhere. What it may do to a document is asked of the server. */
export const hasRole = (user: unknown, ...roles: Role[]): boolean =>
  membershipsOf(user).some((one) => roles.includes(one.role))

/** The municipalities that the account works in, its first one first. */
export const municipalitiesOf = (user: unknown): string[] => [
  ...new Set(membershipsOf(user).flatMap(({ municipality }) => municipality ?? [])),
]

/** The organisations that the account writes for. */
export const organisationsOf = (user: unknown): string[] => [
  ...new Set(
    membershipsOf(user)
      .filter(({ role }) => role === 'contributor' || role === 'organisation-admin')
      .flatMap(({ organisation }) => organisation ?? []),
  ),
]

export const decides = (user: unknown): boolean => hasRole(user, 'editor', 'municipality-admin')
export const writes = (user: unknown): boolean => hasRole(user, 'contributor', 'organisation-admin')
