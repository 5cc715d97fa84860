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
  /** Of the municipality. */
  surfaces: readonly string[]
}

/** Who does not have a surface: nothing new comes out on it, whoever of the two it is. Null where both have it. */
export function surfaceTakenFrom(
  surface: Surface | null,
  { organisation, municipality }: { organisation: readonly string[] | null; municipality: readonly string[] },
): null | 'organisation' | 'municipality' {
  if (!surface) return null
  if (!municipality.includes(surface)) return 'municipality'
  return organisation && !organisation.includes(surface) ? 'organisation' : null
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
  const owners = { organisation: publisher?.surfaces ?? null, municipality: desk.surfaces }
  const without = surfaceTakenFrom(desk.surface, owners)
  if (without === 'organisation')
    return new DomainError('surface-not-allowed', 'The organisation does not publish on this surface.')
  if (without === 'municipality')
    return new DomainError('surface-not-allowed', 'The municipality does not have this surface.')
  return desk.open ? null : closedForNow()
}
