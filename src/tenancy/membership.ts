import type { Actor, Membership, Role, Surface } from './actor.js'

/** The part of a document that never changes and that says whose it is. */
export interface Ownership {
  municipality: string
  organisation: string
}

/** Roles that decide about content; an editor may be limited to a surface. */
export const deciding: readonly Role[] = ['editor', 'municipality-admin']

/**
 * Decides about content of this surface here. A machine never does, whatever role its account was given. Without a
 * surface (profiles, places) any editor of the municipality does.
 */
export function isEditorOf(actor: Actor, municipality: string, surface: Surface | null): boolean {
  if (actor.kind === 'machine') return false
  return actor.memberships.some(
    (one) =>
      one.municipality === municipality &&
      deciding.includes(one.role) &&
      (!surface || coversSurface(one, surface)),
  )
}

/** The municipalities in which the account decides about anything. */
export const decidesIn = (actor: Actor): string[] =>
  municipalitiesOf(actor).filter((municipality) => isEditorOf(actor, municipality, null))

/** The municipalities whose whole log the account may export and have verified: as auditor or as admin. */
export const auditsIn = (actor: Actor): string[] =>
  actor.kind === 'machine'
    ? []
    : municipalitiesOf(actor).filter(
        (municipality) =>
          hasRole(actor, 'auditor', municipality) || hasRole(actor, 'municipality-admin', municipality),
      )

/** The municipalities of whose log the account may read anything: editors read decisions. */
export const readsLogIn = (actor: Actor): string[] => [...new Set([...auditsIn(actor), ...decidesIn(actor)])]

/** Only an editor can be limited to surfaces; the admin of a municipality covers everything there. */
export function coversSurface(membership: Membership, surface: Surface): boolean {
  if (membership.role !== 'editor') return true
  return membership.surfaces.length === 0 || membership.surfaces.includes(surface)
}

export function isMunicipalityAdminOf(actor: Actor, municipality: string): boolean {
  return actor.kind !== 'machine' && hasRole(actor, 'municipality-admin', municipality)
}

export function isOperator(actor: Actor): boolean {
  return actor.kind !== 'machine' && actor.memberships.some((one) => one.role === 'operator')
}

export function isOrganisationAdminOf(actor: Actor, { municipality, organisation }: Ownership): boolean {
  return (
    actor.kind !== 'machine' &&
    actor.memberships.some(
      (one) =>
        one.role === 'organisation-admin' &&
        one.municipality === municipality &&
        one.organisation === organisation,
    )
  )
}

/** May approve, decline and invite organisations: a municipality-admin always, an editor where it was given. */
export function decidesOnOrganisations(actor: Actor, municipality: string): boolean {
  if (actor.kind === 'machine') return false
  return actor.memberships.some(
    (one) =>
      one.municipality === municipality &&
      (one.role === 'municipality-admin' || (one.role === 'editor' && one.approvesOrganisations)),
  )
}

/**
 * An author: contributor, organisation-admin or api-client of the owning organisation. A key that was given for the
 * whole municipality writes for each organisation in it (imports from the municipality's own register).
 */
export function writesFor(actor: Actor, { municipality, organisation }: Ownership): boolean {
  return actor.memberships.some((one) => {
    if (one.municipality !== municipality) return false
    if (one.role === 'api-client') return one.organisation === null || one.organisation === organisation
    const writes = one.role === 'contributor' || one.role === 'organisation-admin'
    return writes && one.organisation === organisation
  })
}

/** The organisations that a person writes for. */
export const organisationsOf = (actor: Actor): string[] => [
  ...new Set(
    actor.memberships
      .filter(({ role }) => role === 'contributor' || role === 'organisation-admin')
      .flatMap(({ organisation }) => organisation ?? []),
  ),
]

/** Municipalities in which an account writes without an organisation: as an editor, or with the town's own key. */
export const writesForTowns = (memberships: readonly Membership[]): string[] => [
  ...new Set(
    memberships.flatMap(({ role, municipality, organisation }) =>
      municipality &&
      (role === 'editor' || role === 'municipality-admin' || (role === 'api-client' && organisation === null))
        ? [municipality]
        : [],
    ),
  ),
]

/** Has any membership in the organisation, whatever its role. */
export function belongsTo(actor: Actor, { municipality, organisation }: Ownership): boolean {
  return actor.memberships.some(
    (one) => one.municipality === municipality && one.organisation === organisation,
  )
}

/** The municipalities in which the account has any membership. */
export function municipalitiesOf(actor: Actor): string[] {
  return [...new Set(actor.memberships.flatMap(({ municipality }) => municipality ?? []))]
}

function hasRole(actor: Actor, role: Role, municipality: string): boolean {
  return actor.memberships.some((one) => one.role === role && one.municipality === municipality)
}
