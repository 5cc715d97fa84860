import type { CollectionBeforeValidateHook } from 'payload'
import { actorOf, standingOn } from '../src/accounts/standing.js'
import { publishingRefusal } from '../src/organisations/may-publish.js'
import { homeOf } from '../src/tenancy/home.js'
import { surfaceOfCollection } from '../src/tenancy/scope.js'
import { idOf } from '../src/shared/reference.js'

const surfacesOf = (row: Record<string, unknown> | null) =>
  (row?.surfaces as string[] | null | undefined) ?? []

/**
 * Sets municipality and organisation when something is created and keeps them for good. For a person the account
 * decides; a client may only choose among what is its own.
 */
export const keepHome: CollectionBeforeValidateHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (!data) return data
  if (operation === 'update') {
    return { ...data, municipality: originalDoc?.municipality, organisation: originalDoc?.organisation }
  }
  const actor = actorOf(req)
  // Without an account this is the system (seed, derivation): it names both itself.
  if (!actor || req.context.asSystem === true) return data
  const surface = surfaceOfCollection[collection.slug] ?? null
  const wanted = { municipality: idOf(data.municipality), organisation: idOf(data.organisation) }
  const home = homeOf(actor, wanted, surface)
  const one = (of: 'organisations' | 'municipalities', id: string | null) =>
    id === null
      ? null
      : req.payload.db.findOne<Record<string, unknown> & { id: string }>({
          collection: of,
          where: { id: { equals: id } },
          req,
        })
  const row = await one('organisations', home.organisation)
  const town = await one('municipalities', home.municipality)
  const publisher = home.organisation
    ? {
        municipality: idOf(row?.municipality),
        life: String(row?.life ?? ''),
        surfaces: surfacesOf(row),
      }
    : null
  const open = standingOn(req).openMunicipalities.includes(home.municipality)
  const refusal = publishingRefusal(publisher, {
    ...{ municipality: home.municipality, open, surface, surfaces: surfacesOf(town) },
  })
  if (refusal) throw refusal
  return { ...data, ...home }
}
