import type { CollectionSlug, Payload } from 'payload'
import { dayOf } from '../../accounts/second-factor.js'
import { memberRefusal, memberRelation } from '../../organisations/decide-member-action.js'
import {
  afterHandOver,
  type AfterHandOver,
  type MemberAction,
  type MemberRole,
} from '../../organisations/member-actions.js'
import type { Clock } from '../../shared/clock.js'
import { DomainError, nothingHere } from '../../shared/errors.js'
import { everyRow } from '../../shared/every-row.js'
import type { Actor } from '../../tenancy/actor.js'
import { logAccount } from '../accounts/account-log.js'
import { endLostRights } from '../accounts/end-lost-rights.js'
import { endCodes } from '../accounts/one-time-codes.js'
import { endSessions } from '../accounts/sessions.js'
import { oneAtATime } from '../one-at-a-time.js'
import { isHeldBack } from '../retention/held-back.js'
import { takeTurn } from '../take-turn.js'
import { together } from '../together.js'
import { circleOf, factsOf, offerStands, type Member } from './circle.js'
import { entryOf, log, placeOf, tell, type Doing } from './doing.js'
import { endHandOver, offerHandOver } from './hand-overs.js'

export interface MemberAttempt {
  organisation: string
  /** The account that is meant. */
  account: string
  action: string
  body: Record<string, unknown>
  actor: Actor
  /** The session that asks, which goes on. */
  session: string
}

/**
 * One thing done with a login of an organisation. In one turn of the organisation, so that of two admins who take each
 * other's role away at the same time one finds that the other is the last.
 */
export async function takeMemberAction(
  payload: Payload,
  attempt: MemberAttempt,
  clock: Clock,
): Promise<{ role: MemberRole | null }> {
  const { actor, session } = attempt
  const then = readThen(attempt)
  return oneAtATime('memberships', async () => {
    const { role, later } = await together(payload, async (write) => {
      const now = clock.now()
      const circle = await circleOf(payload, attempt.organisation, now, write)
      if (!circle) throw nothingHere()
      const member = circle.members.find(({ id }) => id === attempt.account) ?? null
      const own = circle.members.find(({ id }) => id === actor.account)?.role ?? null
      const relation = memberRelation(
        actor,
        { municipality: circle.municipality, organisation: circle.id },
        own,
      )
      const facts = member && factsOf(circle, member, actor.account)
      const refusal = memberRefusal(attempt.action, relation, circle, facts)
      if (refusal) throw refusal
      await takeTurn(payload, 'organisations', circle.id, write)
      const doing: Doing = { payload, circle, member: member!, then, actor, now, write, later: [], session }
      await deeds[attempt.action as Exclude<MemberAction, 'invite'>](doing)
      const after = await circleOf(payload, circle.id, now, write)
      return {
        role: after?.members.find(({ id }) => id === attempt.account)?.role ?? null,
        later: doing.later,
      }
    })
    for (const work of later) await work()
    return { role }
  })
}

/** `invite` has a door of its own; here it would mean somebody who is there already. */
function readThen({ action, body }: MemberAttempt): AfterHandOver {
  if (action === 'invite') throw nothingHere()
  const known = action === 'hand-over' ? ['then'] : []
  const faults = Object.keys(body)
    .filter((field) => !known.includes(field))
    .map((field) => ({ field, code: 'unknown-field', message: 'There is no such field' }))
  const then = body.then ?? 'stay'
  if (!afterHandOver.includes(then as AfterHandOver))
    faults.push({ field: 'then', code: 'unknown-code', message: afterHandOver.join(' or ') })
  if (faults.length > 0)
    throw new DomainError('invalid-input', 'Some of what was sent cannot be understood.', { faults })
  return then as AfterHandOver
}

const deeds: Record<Exclude<MemberAction, 'invite'>, (doing: Doing) => Promise<void>> = {
  'make-admin': async (doing) => {
    await giveRole(doing, doing.member, 'organisation-admin')
    await tell(doing, doing.member.id, 'make-admin')
  },
  'make-contributor': async (doing) => {
    await giveRole(doing, doing.member, 'contributor')
    await endOffersWith(doing, doing.member)
    if (doing.member.id !== doing.actor.account) await tell(doing, doing.member.id, 'make-contributor')
  },
  'take-away': async (doing) => {
    await endRole(doing, doing.member)
    await endOffersWith(doing, doing.member)
    if (await isUnusedInvitation(doing)) doing.later.push(() => forgetInvitation(doing))
    else await tell(doing, doing.member.id, 'end-role')
  },
  leave: async (doing) => {
    await endRole(doing, doing.member)
    await endOffersWith(doing, doing.member)
    // Who has left stands nowhere in it: the page of logins shows who is here.
    for (const { id, role, disabled } of doing.circle.members)
      if (role === 'organisation-admin' && !disabled && id !== doing.member.id)
        await tell(doing, id, 'member-left', 'organisation-admins')
  },
  'hand-over': async (doing) => {
    const { payload, circle, member, actor, then, now, write } = doing
    const former = offerStands(circle) ? circle.handOver! : null
    if (former && (former.to !== member.id || former.from !== actor.account)) {
      const taker = circle.members.find(({ id }) => id === former.to)!
      await log(doing, 'end-hand-over', taker, 'replaced')
      await tellBothOfOffer(doing, member.id)
    }
    await offerHandOver(payload, placeOf(doing), { from: actor.account, to: member.id, then }, now, write)
    await log(doing, 'offer-hand-over', member, then)
    await tell(doing, member.id, 'offer-hand-over')
  },
  'accept-hand-over': async (doing) => {
    const { payload, circle, member, write } = doing
    const { from, then } = circle.handOver!
    const giver = circle.members.find(({ id }) => id === from)!
    // The new admin first: cut off here there are two, never none.
    await giveRole(doing, member, 'organisation-admin')
    await (then === 'leave' ? endRole(doing, giver) : giveRole(doing, giver, 'contributor'))
    await endHandOver(payload, placeOf(doing), write)
    await tell(doing, from, 'accept-hand-over', then === 'leave' ? 'who-left' : 'the-account')
  },
  'decline-hand-over': async (doing) => {
    const { from } = doing.circle.handOver!
    await endHandOver(doing.payload, placeOf(doing), doing.write)
    await log(doing, 'end-hand-over', doing.member, 'declined')
    await tell(doing, from, 'decline-hand-over')
  },
  'take-back-hand-over': async (doing) => {
    await endHandOver(doing.payload, placeOf(doing), doing.write)
    await log(doing, 'end-hand-over', doing.member, 'taken-back')
    await tellBothOfOffer(doing)
  },
}

/** One row with this role is left. Its holder's other sessions end, as with every change of what somebody may do. */
async function giveRole(doing: Doing, member: Member, role: MemberRole): Promise<void> {
  const { payload, now, write, actor, session, later } = doing
  if (member.role === role && member.memberships.length === 1) return
  const [kept, ...others] = member.memberships
  await payload.db.updateOne({
    collection: 'memberships',
    where: { id: { equals: kept } },
    data: { role, reviewedOn: dayOf(now) },
    options: { atomic: true },
    req: write,
  } as unknown as Parameters<Payload['db']['updateOne']>[0])
  for (const id of others)
    await payload.db.deleteMany({ collection: 'memberships', where: { id: { equals: id } }, req: write })
  await log(doing, 'change-role', member, role)
  const but = member.id === actor.account ? session : null
  later.push(
    () => endSessions(payload, member.id, { but }),
    () => endLostRights(payload, member.id, now),
  )
}

/** The login opens nothing of the organisation any more, from this moment. */
async function endRole(doing: Doing, member: Member): Promise<void> {
  const { payload, now, write, later } = doing
  for (const id of member.memberships)
    await payload.db.deleteMany({ collection: 'memberships', where: { id: { equals: id } }, req: write })
  await log(doing, 'end-role', member, member.role)
  later.push(
    () => endSessions(payload, member.id),
    () => endLostRights(payload, member.id, now),
  )
}

/** Nothing is offered by or to somebody who has left. */
async function endOffersWith(doing: Doing, { id }: Member): Promise<void> {
  const { handOver } = doing.circle
  if (!handOver || (handOver.from !== id && handOver.to !== id)) return
  await endHandOver(doing.payload, placeOf(doing), doing.write)
  await tellBothOfOffer(doing, id)
}

/** That an offer ended without an answer: to giver and taker, but not to `but`, nor to whoever did it. */
async function tellBothOfOffer(doing: Doing, but?: string): Promise<void> {
  const { from, to } = doing.circle.handOver!
  for (const each of [from, to])
    if (each !== but && each !== doing.actor.account) await tell(doing, each, 'end-hand-over')
}

/** An account that nobody has ever used and that was for this organisation alone. */
async function isUnusedInvitation({ payload, circle, member, write }: Doing): Promise<boolean> {
  if (member.loggedInOnce || member.kind === 'machine' || member.home !== circle.municipality) return false
  if (await isHeldBack(payload, 'account', member.id, write)) return false
  return (await everyRow(payload, 'memberships', { account: { equals: member.id } }, write)).length === 0
}

/** It goes whole, so that its name can be given again; its code lets nobody in. */
async function forgetInvitation(doing: Doing): Promise<void> {
  const { payload, member } = doing
  await endCodes(payload, member.id)
  await payload.delete({
    collection: 'accounts' as CollectionSlug,
    id: member.id,
    overrideAccess: true,
    context: { asSystem: true },
  })
  await logAccount(payload, {
    ...entryOf(doing, member),
    action: 'delete-account',
    kind: 'account',
    reason: 'unused',
  })
}
