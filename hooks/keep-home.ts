import type { CollectionBeforeValidateHook } from 'payload'
import { actorOf, standingOn } from '../src/accounts/standing.js'
import { DomainError } from '../src/shared/errors.js'
import { homeOf } from '../src/tenancy/home.js'
import { idOf } from '../src/shared/reference.js'

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
  const surface = collection.slug === 'events' ? 'calendar' : collection.slug === 'posts' ? 'community' : null
  const wanted = { municipality: idOf(data.municipality), organisation: idOf(data.organisation) }
  const home = homeOf(actor, wanted, surface)
  const organisation = home.organisation
    ? await req.payload.db.findOne<Record<string, unknown> & { id: string }>({
        collection: 'organisations',
        where: { id: { equals: home.organisation } },
        req,
      })
    : null
  if (home.organisation && idOf(organisation?.municipality) !== home.municipality) {
    throw new DomainError('not-allowed', 'This organisation does not publish here.', {
      faults: [
        { field: 'organisation', code: 'not-here', message: 'Choose an organisation of this municipality' },
      ],
    })
  }
  if (organisation && organisation.life !== 'approved') {
    throw new DomainError('organisation-not-approved', 'The organisation is not approved to publish here.')
  }
  if (surface && organisation && !((organisation.surfaces as string[] | null) ?? []).includes(surface)) {
    throw new DomainError('surface-not-allowed', 'The organisation does not publish on this surface.')
  }
  if (home.municipality && !standingOn(req).openMunicipalities.includes(home.municipality)) {
    throw new DomainError('municipality-closed', 'The municipality is closed for now.')
  }
  return { ...data, ...home }
}
