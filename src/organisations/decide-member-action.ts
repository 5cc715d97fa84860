import { DomainError, nothingHere } from '../shared/errors.js'
import type { Actor } from '../tenancy/actor.js'
import {
  belongsTo,
  isEditorOf,
  isMunicipalityAdminOf,
  isOrganisationAdminOf,
  type Ownership,
} from '../tenancy/membership.js'
import type { OrganisationState } from './life.js'
import {
  memberActions,
  memberTable,
  type MemberAction,
  type MemberActor,
  type MemberRole,
} from './member-actions.js'
import { closedForNow, notApproved } from './may-publish.js'

/** What the actor is to the logins of one organisation. */
export interface MemberRelation {
  is: readonly MemberActor[]
  /** Whether it may know that the organisation has logins at all. */
  knows: boolean
}

/** One login of an organisation, as far as the rules ask. */
export interface MemberFacts {
  role: MemberRole
  kind: 'person' | 'role' | 'machine'
  own: boolean
  disabled: boolean
  /** Its holder has chosen a password. */
  loggedInOnce: boolean
  /** The organisation was offered to it, by an admin who is one still. */
  offered: boolean
  /** How many admins beside it can log in. */
  otherAdmins: number
}

export interface CircleFacts {
  life: OrganisationState
  municipalityActive: boolean
  /** The municipality lets in role accounts only: a person's role counts for nothing. */
  rolesOnly: boolean
}

/** Relates an account to the logins of an organisation; `ownRole` is what it is there now, read in the same turn. */
export function memberRelation(
  actor: Actor,
  organisation: Ownership,
  ownRole: MemberRole | null,
): MemberRelation {
  const is: MemberActor[] = []
  // Both must say so: what it was when it asked, where its municipality lets it count, and what it is in this turn.
  const counts = actor.kind !== 'machine' && belongsTo(actor, organisation)
  if (ownRole === 'organisation-admin' && isOrganisationAdminOf(actor, organisation))
    is.push('organisation-admin')
  if (counts && (ownRole === 'organisation-admin' || ownRole === 'contributor')) is.push('member')
  if (isMunicipalityAdminOf(actor, organisation.municipality)) is.push('municipality-admin')
  const knows =
    is.length > 0 || belongsTo(actor, organisation) || isEditorOf(actor, organisation.municipality, null)
  return { is, knows }
}

export const isMemberAction = (name: string): name is MemberAction =>
  (memberActions as readonly string[]).includes(name)

/**
 * Why this account may not do this with a login of the organisation; null where it may. `member` is null for a login
 * that is to be made, or that is none of this organisation. Refusals come in the order 404, 403, 409.
 */
export function memberRefusal(
  action: string,
  relation: MemberRelation,
  circle: CircleFacts,
  member: MemberFacts | null,
): DomainError | null {
  if (!relation.knows || !isMemberAction(action)) return nothingHere()
  const rule = memberTable[action]
  if (!rule.who.some((who) => relation.is.includes(who)))
    return new DomainError('not-allowed', 'Only the admin of the organisation does this.')
  if (rule.whose !== 'new') {
    if (!member) return nothingHere()
    if (rule.whose === 'another' && member.own)
      return told('not-allowed', 'Nobody does this with their own login.', 'oneself')
    if (rule.whose === 'own' && !member.own)
      return new DomainError('not-allowed', 'Only the holder of the login does this.')
    if (rule.peopleOnly && member.kind === 'machine')
      return new DomainError('not-allowed', 'A machine only writes: it is no admin and answers nobody.')
  }
  if (rule.gives && circle.life !== 'approved') return notApproved()
  if (rule.gives && !circle.municipalityActive) return closedForNow()
  if (rule.gives && circle.rolesOnly && member?.kind === 'person')
    return new DomainError('role-account-required', 'The municipality gives roles to role accounts only.')
  return member && rule.whose !== 'new' ? stateRefusal(action, member) : null
}

function stateRefusal(action: MemberAction, member: MemberFacts): DomainError | null {
  const rule = memberTable[action]
  const notNow = (message: string, code: string) => told('not-possible-in-this-state', message, code)
  if (!rule.roles.includes(member.role))
    return notNow('The login has another role now. Look again.', 'other-role')
  if (rule.needsOffer && !member.offered)
    return notNow('The organisation is not offered to this login, or not any more.', 'no-offer')
  if (rule.gives && member.disabled)
    return notNow('The login is disabled. The municipality can enable it.', 'login-disabled')
  if (rule.loggedInOnce && !member.loggedInOnce)
    return notNow('Nobody has logged in with it yet. Give a one-time code first.', 'never-logged-in')
  if (rule.needsAnotherAdmin && member.role === 'organisation-admin' && member.otherAdmins === 0)
    return notNow(
      'The organisation needs an admin. Hand it over first, or make somebody else admin.',
      'last-admin',
    )
  return null
}

const told = (code: 'not-allowed' | 'not-possible-in-this-state', message: string, fault: string) =>
  new DomainError(code, message, { faults: [{ field: 'login', code: fault, message }] })

/** What this account may do with this login now, in the order of the table. */
export const memberActionsFor = (
  relation: MemberRelation,
  circle: CircleFacts,
  member: MemberFacts | null,
): MemberAction[] =>
  memberActions.filter(
    (action) =>
      (memberTable[action].whose === 'new') === (member === null) &&
      memberRefusal(action, relation, circle, member) === null,
  )
