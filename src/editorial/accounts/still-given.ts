import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import type { CodePurpose } from '../../accounts/codes.js'
import { actorNow } from '../../accounts/standing.js'
import { everyRow } from '../../shared/every-row.js'
import { idOf } from '../../shared/reference.js'
import { offerRefusal, type Offer } from '../../tenancy/grant.js'
import { isOrganisationAdminOf } from '../../tenancy/membership.js'
import { careRefusal } from './care-refusal.js'
import { accountById } from './find-account.js'

/** What a code gives, and by whom. */
export interface Given {
  purpose: CodePurpose
  account: string | null
  grant: unknown
  municipality: string | null
  givenBy: string | null
}

/**
 * Whether somebody may still give what they gave by a code: it is worth as much as their right is when it is used, not
 * as much as it was. What nobody gave (a command on the machine, the first login of an applicant) holds.
 */
export async function isStillGiven(payload: Payload, given: Given, req?: PayloadRequest): Promise<boolean> {
  const { purpose, account, grant, municipality, givenBy } = given
  if (!givenBy) return true
  const giver = await actorNow(payload, givenBy, req)
  if (!giver) return false
  if (purpose === 'membership') {
    const offer = grant as Offer
    const organisation = offer.organisation
      ? await payload.db.findOne<{ id: string; municipality: unknown }>({
          collection: 'organisations',
          where: { id: { equals: offer.organisation } },
          req,
        })
      : null
    return offerRefusal(giver, offer, { organisationMunicipality: idOf(organisation?.municipality) }) === null
  }
  if (purpose === 'hand-over') {
    const { organisation } = grant as { organisation: string }
    return municipality !== null && isOrganisationAdminOf(giver, { municipality, organisation })
  }
  const login = account === null ? null : await accountById(payload, account)
  return login !== null && (await careRefusal(payload, giver, login, purpose, req)) === null
}

const collection = 'one-time-codes' as CollectionSlug
type Row = Given & { id: string }

/**
 * Ends the codes that an account gave and may not give any more, and answers which: also whoever is half-way in by one
 * gets no further.
 */
export async function endLostCodes(
  payload: Payload,
  giver: string,
  req?: PayloadRequest,
): Promise<(Given & { id: string })[]> {
  const lost: Row[] = []
  for (const row of await everyRow<Row>(payload, collection, { givenBy: { equals: giver } }, req)) {
    if (await isStillGiven(payload, { ...row, account: row.account || null }, req)) continue
    // In no transaction: should what took the right be undone, a code has ended too much, and another is given.
    await payload.db.deleteMany({ collection, where: { id: { equals: row.id } } })
    lost.push(row)
  }
  return lost
}
