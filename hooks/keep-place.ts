import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import { isOpenAtOnce } from '../src/calendar/place-actions.js'
import { placeFaults, replacementFault } from '../src/calendar/place-faults.js'
import { searchName, similarPlace } from '../src/calendar/similar-place.js'
import { isBeingErased } from '../src/editorial/erase-place.js'
import { actorOf, standingOn } from '../src/accounts/standing.js'
import { mayWriteIn, notApproved } from '../src/organisations/may-publish.js'
import { municipalityFor } from '../src/tenancy/home.js'
import { DomainError, nothingHere } from '../src/shared/errors.js'
import { idAlways, idOf } from '../src/shared/reference.js'
import { everyRow } from '../src/shared/every-row.js'

type Row = Record<string, unknown> & {
  id: string
  name: string
  latitude: number | null
  longitude: number | null
}

const placesOf = (req: PayloadRequest, municipality: string) =>
  everyRow<Row>(req.payload, 'places', { municipality: { equals: municipality } }, req)
const pair = (id: string, by: string | null): [string, string][] => (by ? [[id, by]] : [])

/**
 * A place belongs to the municipality of who made it. One that is there already is offered instead of made again.
 */
export const keepPlace: CollectionBeforeValidateHook = async ({ data, operation, originalDoc, req }) => {
  if (!data) return data
  // What is being erased is written back by no form.
  if (isBeingErased(originalDoc ?? null)) throw nothingHere()
  const actor = actorOf(req)
  const faults = placeFaults(data)
  const id = originalDoc ? String(originalDoc.id) : null
  const by = idOf(data.replacedBy)
  if (id && by && by !== idOf(originalDoc?.replacedBy)) {
    const replaced = await placesOf(req, idAlways(originalDoc?.municipality))
    const next = new Map(replaced.flatMap((each) => pair(String(each.id), idOf(each.replacedBy))))
    const fault = replacementFault(id, by, next)
    if (fault) faults.push(fault)
  }
  if (faults.length > 0)
    throw new DomainError('invalid-input', 'Some of the place cannot be used.', { faults })
  const name = (data.name ?? originalDoc?.name) as string | undefined
  const found = typeof name === 'string' ? { searchName: searchName(name) } : {}
  if (operation === 'update') return { ...data, ...found, municipality: originalDoc?.municipality }
  if (!actor || req.context.asSystem === true) return { ...data, ...found }
  const municipality = municipalityFor(actor, 'places', idOf(data.municipality))
  const { memberships, approvedOrganisations } = standingOn(req)
  if (!mayWriteIn(municipality, memberships, approvedOrganisations)) throw notApproved()
  const made = {
    name: String(name ?? ''),
    latitude: (data.latitude as number) ?? null,
    longitude: (data.longitude as number) ?? null,
  }
  const places = await placesOf(req, municipality)
  const same = places.find((each) => !idOf(each.replacedBy) && similarPlace(made, each))
  if (same) {
    throw new DomainError('duplicate', `This place is there already: ${same.name}. Use that one.`, {
      facts: { existing: String(same.id) },
      faults: [{ field: 'name', code: 'duplicate', message: 'The place is there already' }],
    })
  }
  return { ...data, ...found, municipality, decided: isOpenAtOnce(actor, municipality) }
}
