import type { Payload, PayloadRequest, Where } from 'payload'
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
 * as much as it was; and an offer of an organisation only as long as whoever it was made to has an enabled login there.
 * What nobody gave (a command on the machine, the first login of an applicant) holds.
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
  const login = account === null ? null : await accountById(payload, account, req)
  if (purpose === 'hand-over') {
    const { organisation } = grant as { organisation: string }
    if (municipality === null || !isOrganisationAdminOf(giver, { municipality, organisation })) return false
    return login !== null && !login.disabled && (await isMember(payload, login.id, organisation, req))
  }
  return login !== null && (await careRefusal(payload, giver, login, purpose, req)) === null
}

const isMember = async (
  payload: Payload,
  account: string,
  organisation: string,
  req?: PayloadRequest,
): Promise<boolean> => {
  const where: Where = { and: [{ account: { equals: account } }, { organisation: { equals: organisation } }] }
  return (await payload.db.count({ collection: 'memberships', where, req })).totalDocs > 0
}

/** Those of some codes that are worth something still. */
export async function stillGiven<Code extends Given>(
  payload: Payload,
  codes: readonly Code[],
): Promise<Code[]> {
  const good = await Promise.all(codes.map((code) => isStillGiven(payload, code)))
  return codes.filter((_, at) => good[at])
}

type Row = Given & { id: string }

/** The codes that an account gave, or that it was given, and that are worth nothing any more. */
export async function lostCodes(payload: Payload, account: string, req?: PayloadRequest): Promise<Row[]> {
  const lost: Row[] = []
  const concerned: Where = { or: [{ givenBy: { equals: account } }, { account: { equals: account } }] }
  for (const row of await everyRow<Row>(payload, 'one-time-codes', concerned, req)) {
    const code = { ...row, account: row.account || null }
    if (!(await isStillGiven(payload, code, req))) lost.push(code)
  }
  return lost
}
