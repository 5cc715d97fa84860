import { DomainError } from '../shared/errors.js'
import type { Membership, Surface } from '../tenancy/actor.js'
import { writesForTowns } from '../tenancy/membership.js'

/** Whether an account may write anything here: for the town, or for an organisation that is approved. */
export const mayWriteIn = (
  municipality: string,
  memberships: readonly Membership[],
  approvedOrganisations: readonly string[],
): boolean =>
  writesForTowns(memberships).includes(municipality) ||
  memberships.some(
    (one) =>
      one.municipality === municipality &&
      one.organisation !== null &&
      approvedOrganisations.includes(one.organisation),
  )

export const notApproved = () =>
  new DomainError('organisation-not-approved', 'The organisation is not approved to publish here.')
export const closedForNow = () =>
  new DomainError('municipality-closed', 'The municipality is closed for now.')

/** An organisation for which somebody wants to write, as it is stored. */
export interface Publisher {
  municipality: string | null
  life: string
  surfaces: readonly string[]
}

export interface Desk {
  municipality: string
  /** Whether the municipality is open. */
  open: boolean
  /** Null for pictures, which belong to no surface. */
  surface: Surface | null
}

/** Why nothing can be written here for this organisation (null: for the municipality itself); null where it can. */
export function publishingRefusal(publisher: Publisher | null, desk: Desk): DomainError | null {
  if (publisher && publisher.municipality !== desk.municipality) {
    return new DomainError('not-allowed', 'This organisation does not publish here.', {
      faults: [
        { field: 'organisation', code: 'not-here', message: 'Choose an organisation of this municipality' },
      ],
    })
  }
  if (publisher && publisher.life !== 'approved') return notApproved()
  if (publisher && desk.surface && !publisher.surfaces.includes(desk.surface))
    return new DomainError('surface-not-allowed', 'The organisation does not publish on this surface.')
  return desk.open ? null : closedForNow()
}
