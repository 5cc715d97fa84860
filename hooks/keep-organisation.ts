import type { CollectionBeforeValidateHook } from 'payload'
import { actorOf, standingOn } from '../src/accounts/standing.js'
import { freeOrganisationNumber } from '../src/editorial/organisation-numbers.js'
import { DomainError } from '../src/shared/errors.js'
import { belongsTo, decidesOnOrganisations } from '../src/tenancy/membership.js'
import type { Actor } from '../src/tenancy/actor.js'
import { idOf } from '../src/shared/reference.js'

/**
 * A unit of the municipality publishes without a second pair of eyes, and a trusted organisation without review. Only
 * who may approve organisations makes a unit, and nobody says how far their own organisation is trusted.
 */
function requireMayFavour(
  actor: Actor,
  data: Record<string, unknown>,
  before: Record<string, unknown> | undefined,
  municipality: string,
): void {
  const makesUnit = data.kind === 'unit' && before?.kind !== 'unit'
  const trusts = data.trust !== undefined && (data.trust ?? null) !== (before?.trust ?? null)
  if (makesUnit && !decidesOnOrganisations(actor, municipality))
    throw new DomainError('not-allowed', 'Your account may not approve organisations.')
  if (
    before &&
    (makesUnit || trusts) &&
    belongsTo(actor, { municipality, organisation: String(before.id) })
  ) {
    throw new DomainError(
      'four-eyes',
      'You belong to this organisation. Somebody else at the municipality decides about it.',
    )
  }
}

/** The municipality is set once, from the account where it has one only; a number must have its check digit. */
export const keepOrganisation: CollectionBeforeValidateHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (!data) return data
  const actor = actorOf(req)
  const system = !actor || req.context.asSystem === true
  const mine = standingOn(req).memberships.filter((one) =>
    ['editor', 'municipality-admin'].includes(one.role),
  )
  const choices = [...new Set(mine.map((one) => one.municipality))]
  const wanted = idOf(data.municipality)
  const municipality =
    operation === 'update'
      ? idOf(originalDoc?.municipality)
      : system || (wanted && choices.includes(wanted))
        ? wanted
        : !wanted && choices.length === 1
          ? choices[0]
          : null
  if (!municipality) {
    throw new DomainError('not-allowed', 'Choose a municipality in which you decide about organisations.', {
      faults: [{ field: 'municipality', code: 'required', message: 'Choose a municipality of yours' }],
    })
  }
  if (!system) requireMayFavour(actor, data, originalDoc as Record<string, unknown> | undefined, municipality)
  const number = data.organisationNumber as string | null | undefined
  const numbered = Boolean(number) && number !== originalDoc?.organisationNumber
  if (!numbered && (system || operation !== 'create')) return { ...data, municipality }
  const home = await req.payload.db.findOne<{ id: string; country: string; active: boolean }>({
    collection: 'municipalities',
    where: { id: { equals: municipality } },
    req,
  })
  if (!system && operation === 'create' && home?.active !== true)
    throw new DomainError('municipality-closed', 'The municipality is closed for now.')
  if (numbered) {
    const here = { id: municipality, country: home?.country ?? '' }
    const own = originalDoc ? String(originalDoc.id) : null
    data.organisationNumber = await freeOrganisationNumber(req.payload, number!, here, own, req)
  }
  return { ...data, municipality }
}
