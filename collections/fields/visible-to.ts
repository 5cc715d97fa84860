import type { Membership, Role } from '../../src/tenancy/actor.js'

const editing: readonly Role[] = ['editor', 'municipality-admin']
const writing: readonly Role[] = ['contributor', 'organisation-admin']

/**
 * Hides a collection from the navigation of everyone but these roles, so that it shows only what concerns somebody.
 * No access rule: those stand in `access/`.
 */
const visibleTo =
  (...roles: Role[]) =>
  ({ user }: { user: unknown }): boolean => {
    const memberships = (user as { memberships?: Membership[] } | null)?.memberships ?? []
    return !memberships.some(({ role }) => roles.includes(role))
  }

/** Shows a field of a form to those who decide only: for the others there is nothing to set. No access rule either. */
export const forEditors = (_data: unknown, _siblings: unknown, context: { user: unknown }): boolean =>
  !visibleTo(...editing)(context)

export const hiddenFor = {
  allButWriters: visibleTo(...editing, ...writing),
  allButThoseWhoAreTold: visibleTo(...writing, 'municipality-admin'),
  allButEditorsAndTheirOrganisation: visibleTo(...editing, 'organisation-admin'),
  allButAdmins: visibleTo('municipality-admin'),
  allButOperatorsAndAdmins: visibleTo('operator', 'municipality-admin'),
} as const
