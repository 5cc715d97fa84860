import type { CollectionSlug, Payload } from 'payload'
import { ownContributors } from '../../accounts/own-contributors.js'
import { memberActionsFor, memberRefusal, memberRelation } from '../../organisations/decide-member-action.js'
import type { ShownCircle, ShownHandOver } from '../../organisations/members.js'
import { nothingHere } from '../../shared/errors.js'
import { everyRow } from '../../shared/every-row.js'
import type { Actor } from '../../tenancy/actor.js'
import { isMunicipalityAdminOf } from '../../tenancy/membership.js'
import { stillGiven, type Given } from '../accounts/still-given.js'
import { circleOf, factsOf, offerStands, type Circle } from './circle.js'

/**
 * Who has a login for an organisation, and what the reader may do with each. Whoever looks after them sees all; a
 * contributor the own login, and an offer that was made to it. For everybody else there is nothing here.
 */
export async function readCircle(
  payload: Payload,
  organisation: string,
  actor: Actor,
  now: Date,
): Promise<ShownCircle> {
  const circle = await circleOf(payload, organisation, now)
  if (!circle) throw nothingHere()
  const own = circle.members.find(({ id }) => id === actor.account)?.role ?? null
  const relation = memberRelation(actor, { municipality: circle.municipality, organisation }, own)
  if (relation.is.length === 0) throw nothingHere()
  const looksAfter = relation.is.some((who) => who !== 'member')
  const shown = circle.members.filter(({ id }) => looksAfter || id === actor.account)
  const codes = looksAfter
    ? await codesOut(
        payload,
        shown.map(({ id }) => id),
        now,
      )
    : new Map<string, string>()
  const mine = relation.is.includes('organisation-admin') ? organisationsLed(actor) : []
  const inCare = await ownContributors(payload, mine)
  const atHome = (home: string | null) => home !== null && isMunicipalityAdminOf(actor, home)
  return {
    organisation: { id: circle.id, name: circle.name, life: circle.life },
    members: shown.map((member) => ({
      account: member.id,
      username: member.username,
      roleTitle: member.roleTitle,
      kind: member.kind,
      role: member.role,
      own: member.id === actor.account,
      disabled: member.disabled,
      loggedInOnce: member.loggedInOnce,
      codeUntil: codes.get(member.id) ?? null,
      mayGiveCode:
        member.id !== actor.account &&
        !member.disabled &&
        (inCare.includes(member.id) || atHome(member.home)),
      actions: memberActionsFor(relation, circle, factsOf(circle, member, actor.account)),
    })),
    handOver: looksAfter || circle.handOver?.to === actor.account ? shownOffer(circle) : null,
    mayInvite: memberRefusal('invite', relation, circle, null) === null,
    mayConfirm:
      relation.is.includes('organisation-admin') && circle.life === 'approved' && circle.municipalityActive,
    confirmedAt: looksAfter ? circle.confirmedAt : null,
  }
}

const organisationsLed = ({ memberships }: Actor): string[] =>
  memberships.flatMap(({ role, organisation }) =>
    role === 'organisation-admin' && organisation ? [organisation] : [],
  )

function shownOffer(circle: Circle): ShownHandOver | null {
  const { handOver, members } = circle
  if (!handOver || !offerStands(circle)) return null
  const called = (account: string) => ({
    account,
    username: members.find(({ id }) => id === account)?.username ?? '',
  })
  return { to: called(handOver.to), from: called(handOver.from), then: handOver.then, ends: handOver.ends }
}

/** Until when the code of each account is good that has one which nobody has used, and which holds still. */
async function codesOut(payload: Payload, accounts: string[], now: Date): Promise<Map<string, string>> {
  if (accounts.length === 0) return new Map()
  const rows = await everyRow<Given & { ends: string }>(payload, 'one-time-codes' as CollectionSlug, {
    and: [
      { account: { in: accounts } },
      { purpose: { in: ['password', 'all'] } },
      { used: { equals: false } },
      { ends: { greater_than: now.toISOString() } },
    ],
  })
  const good = await stillGiven(payload, rows)
  return new Map(good.map(({ account, ends }) => [String(account), new Date(ends).toISOString()]))
}
