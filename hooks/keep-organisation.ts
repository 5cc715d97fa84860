import type { CollectionBeforeValidateHook } from 'payload'
import { actorOf } from '../src/accounts/standing.js'
import { freeOrganisationNumber } from '../src/editorial/organisation-numbers.js'
import { favourRefusal, type Favour } from '../src/organisations/favour.js'
import { closedForNow } from '../src/organisations/may-publish.js'
import { DomainError } from '../src/shared/errors.js'
import { municipalityToDecideIn } from '../src/tenancy/home.js'
import { idOf } from '../src/shared/reference.js'

/** The municipality is set once, from the account where it has one only; a number must have its check digit. */
export const keepOrganisation: CollectionBeforeValidateHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (!data) return data
  const actor = req.context.asSystem === true ? null : actorOf(req)
  const isNew = operation === 'create'
  const wanted = idOf(data.municipality)
  const municipality = isNew
    ? actor
      ? municipalityToDecideIn(actor, wanted)
      : wanted
    : idOf(originalDoc?.municipality)
  if (!municipality) throw new DomainError('not-allowed', 'An organisation belongs to a municipality.')
  const before = (originalDoc ?? null) as (Favour & { id: string }) | null
  const refusal = actor && favourRefusal(actor, data, before, municipality)
  if (refusal) throw refusal
  const number = data.organisationNumber as string | null | undefined
  const numbered = Boolean(number) && number !== originalDoc?.organisationNumber
  if (!numbered && !(actor && isNew)) return { ...data, municipality }
  const home = await req.payload.db.findOne<{ id: string; country: string; active: boolean }>({
    collection: 'municipalities',
    where: { id: { equals: municipality } },
    req,
  })
  if (actor && isNew && home?.active !== true) throw closedForNow()
  if (numbered) {
    const here = { id: municipality, country: home?.country ?? '' }
    const own = originalDoc ? String(originalDoc.id) : null
    data.organisationNumber = await freeOrganisationNumber(req.payload, number!, here, own, req)
  }
  return { ...data, municipality }
}
