import type { Access, FieldAccess, PayloadRequest, Where } from 'payload'
import { actorOf } from '../src/accounts/standing.js'
import { isEditorOf, isMunicipalityAdminOf } from '../src/tenancy/membership.js'
import { scopeOf, toWhere, type Operation, type ScopedCollection } from '../src/tenancy/scope.js'
import { idAlways } from '../src/shared/reference.js'

/** Closed to every account: written and read by the system only. */
export const nobody = (): false => false

/** A collection that no account reaches in any way. */
export const systemOnly = {
  create: nobody,
  read: nobody,
  update: nobody,
  delete: nobody,
  readVersions: nobody,
  unlock: nobody,
  admin: nobody,
}

/** Which field of a collection says whose it is. */
interface OwnerPaths {
  municipality?: string
  organisation?: string
  account?: string
}

const anyOf = (path: string | undefined, ids: string[] | undefined): Where[] =>
  path && ids ? [{ [path]: { in: ids } }] : []

/** The one translation of a scope into what Payload asks for: everything, nothing, or a condition. */
export function toPayload(
  req: PayloadRequest,
  collection: ScopedCollection,
  operation: Operation,
  paths: OwnerPaths,
): boolean | Where {
  const query = toWhere(scopeOf(actorOf(req), collection, operation))
  if (typeof query === 'boolean') return query
  const or = [
    ...anyOf(paths.municipality, query.municipalityIn),
    ...anyOf(paths.organisation, query.organisationIn),
    ...anyOf(paths.account, query.accountIn),
  ]
  return or.length > 0 && { or }
}

export const owned = { municipality: 'municipality', organisation: 'organisation' } as const

/** Access to documents by scope. */
export const scoped =
  (collection: ScopedCollection, operation: Operation, paths: OwnerPaths = owned): Access =>
  ({ req }) =>
    toPayload(req, collection, operation, paths)

/** Creating has no document yet: whether the account reaches any place to create in; hooks settle which. */
export const mayCreate =
  (collection: ScopedCollection): Access =>
  ({ req }) =>
    scopeOf(actorOf(req), collection, 'create') !== 'none'

type Owned = { municipality?: unknown } | undefined

/** A field that only editors of the document's municipality see or set; on a new document, any editor. */
export const editorsOnly: FieldAccess = ({ doc, req }) => {
  const actor = actorOf(req)
  if (!actor) return false
  const owner = doc as Owned
  if (owner?.municipality) return isEditorOf(actor, idAlways(owner.municipality), null)
  return actor.memberships.some(
    (one) => one.municipality !== null && isEditorOf(actor, one.municipality, null),
  )
}

/** A column of editors' lists: no client reads it or asks by it, only the door of those lists does, for an editor. */
export const queueOnly: FieldAccess = ({ req }) =>
  req.context.readsQueue === true &&
  (actorOf(req)?.memberships.some(
    (one) => one.municipality !== null && isEditorOf(actorOf(req)!, one.municipality, null),
  ) ??
    false)

/** A field that only the admin of an account's home municipality sets. */
export const onlyItsHome: FieldAccess = ({ doc, req }) => {
  const actor = actorOf(req)
  const home = (doc as { homeMunicipality?: unknown } | undefined)?.homeMunicipality
  if (!actor) return false
  if (!home) return actor.memberships.some((one) => one.role === 'municipality-admin')
  return isMunicipalityAdminOf(actor, idAlways(home))
}

/**
 * The same, and nobody else in any case: not where it is not known whose account is asked about, and not its holder. The
 * form of an account asks with what it shows (`data`), which was read under this same rule.
 */
export const onlyHomeAdmin: FieldAccess = ({ doc, data, req }) => {
  const actor = actorOf(req)
  const home = ((doc ?? data) as { homeMunicipality?: unknown } | undefined)?.homeMunicipality
  return actor !== null && Boolean(home) && isMunicipalityAdminOf(actor, idAlways(home))
}

/** Whoever is logged in and not disabled may open the admin. */
export const admin = ({ req }: { req: PayloadRequest }): boolean => actorOf(req) !== null
