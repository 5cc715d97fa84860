import type { Payload } from 'payload'
import { codeHash } from '../../accounts/codes.js'
import { notApproved } from '../../organisations/may-publish.js'
import type { Clock } from '../../shared/clock.js'
import { DomainError } from '../../shared/errors.js'
import { fieldFaults } from '../../shared/known-fields.js'
import { idOf } from '../../shared/reference.js'
import { roles, surfaces, type Actor, type Role } from '../../tenancy/actor.js'
import { acceptRefusal, offerRefusal, type Offer } from '../../tenancy/grant.js'
import { oneAtATime } from '../one-at-a-time.js'
import { logAccount } from './account-log.js'
import { endLostRights } from './end-lost-rights.js'
import { accountById } from './find-account.js'
import { forMembership, makeCode, usableCode, useCode } from './one-time-codes.js'
import { endSessions } from './sessions.js'

type Row = Record<string, unknown> & { id: string }

const rowOf = async (payload: Payload, collection: 'organisations' | 'municipalities', id: string | null) =>
  id === null ? null : payload.db.findOne<Row>({ collection, where: { id: { equals: id } } })

/** Nobody is let into an organisation while it is suspended, or after it has left. */
const isAway = (organisation: Row | null): boolean =>
  organisation?.life === 'suspended' || organisation?.life === 'left'

function readOffer(body: Record<string, unknown>): Offer {
  // A limit that cannot be read must not be taken for none.
  const limits = Array.isArray(body.surfaces) ? (body.surfaces as unknown[]) : []
  const faults = [
    ...fieldFaults(body, {
      role: 'anything',
      municipality: 'text',
      organisation: 'text',
      surfaces: 'list',
      approvesOrganisations: 'switch',
    }),
    ...(limits.every((each) => (surfaces as readonly unknown[]).includes(each))
      ? []
      : [{ field: 'surfaces', code: 'unknown-code', message: surfaces.join(' or ') }]),
    ...(roles.includes(body.role as Role)
      ? []
      : [{ field: 'role', code: 'unknown-code', message: 'Choose a role' }]),
  ]
  if (faults.length > 0) throw new DomainError('invalid-input', 'The membership is not complete.', { faults })
  return {
    role: body.role as Role,
    municipality: idOf(body.municipality),
    organisation: idOf(body.organisation),
    surfaces: surfaces.filter((each) => limits.includes(each)),
    approvesOrganisations: body.approvesOrganisations === true,
  }
}

/**
 * Offers a role to somebody whose account is at home elsewhere: gives a code, this once, that its holder types under
 * "My account". Nobody is made a member of anything without that.
 */
export async function offerRole(
  payload: Payload,
  actor: Actor,
  body: Record<string, unknown>,
  clock: Clock,
): Promise<{ code: string; ends: string }> {
  const asked = readOffer(body)
  const organisation = await rowOf(payload, 'organisations', asked.organisation)
  const own = [...new Set(actor.memberships.flatMap(({ municipality }) => municipality ?? []))]
  const municipality =
    asked.municipality ?? idOf(organisation?.municipality) ?? (own.length === 1 ? own[0]! : null)
  const offer = { ...asked, municipality }
  const organisationMunicipality = organisation ? idOf(organisation.municipality) : null
  const refusal = offerRefusal(actor, offer, { organisationMunicipality })
  if (refusal) throw refusal
  if (isAway(organisation)) throw notApproved()
  const given = {
    account: null,
    purpose: 'membership',
    grant: offer,
    givenBy: actor.account,
    municipality,
  } as const
  const code = await makeCode(payload, given, clock.now())
  await logAccount(payload, {
    action: 'give-code',
    kind: 'membership',
    account: actor.account,
    municipality,
    organisation: offer.organisation,
    actor: actor.account,
    device: actor.device ?? null,
    reason: offer.role,
    at: clock.now(),
  })
  return code
}

/** The holder, who is logged in, accepts a role by its code. */
export async function acceptRole(
  payload: Payload,
  { actor, session, code }: { actor: Actor; session: string; code: unknown },
  clock: Clock,
): Promise<Offer> {
  const typed = typeof code === 'string' ? code : ''
  // In the turn in which roles are taken, too: whoever gave it may have lost the right this moment.
  return oneAtATime('memberships', async () => {
    const found = await usableCode(payload, codeHash(forMembership, typed), clock.now())
    if (!found || found.purpose !== 'membership' || !found.grant) throw notUsable()
    const { grant } = found
    const account = await accountById(payload, actor.account)
    const home = await rowOf(payload, 'municipalities', grant.municipality)
    if (isAway(await rowOf(payload, 'organisations', grant.organisation))) throw notApproved()
    const refusal = acceptRefusal(grant, {
      kind: account?.kind ?? 'person',
      ownOffer: found.givenBy === actor.account,
      onlyForRoles: home?.loginPolicy === 'role-only',
      alreadyGiven: actor.memberships.some(
        (one) =>
          one.role === grant.role &&
          one.municipality === grant.municipality &&
          one.organisation === grant.organisation,
      ),
    })
    if (refusal) throw refusal
    if (!(await useCode(payload, found.id))) throw notUsable()
    await payload.db.create({
      collection: 'memberships',
      data: {
        ...grant,
        surfaces: [...grant.surfaces],
        account: actor.account,
        reviewedOn: clock.now().toISOString().slice(0, 10),
      },
    })
    await logAccount(payload, {
      action: 'give-role',
      kind: 'membership',
      account: actor.account,
      municipality: grant.municipality,
      organisation: grant.organisation,
      actor: found.givenBy,
      device: null,
      reason: grant.role,
      at: clock.now(),
    })
    await endSessions(payload, actor.account, { but: session })
    await endLostRights(payload, actor.account, clock.now())
    return grant
  })
}

const notUsable = () =>
  new DomainError('invalid-input', 'This code is not good, or not any more.', {
    faults: [{ field: 'code', code: 'code-not-good', message: 'Ask for a new code' }],
  })
