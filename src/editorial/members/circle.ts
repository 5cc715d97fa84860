import type { CollectionSlug, Payload } from 'payload'
import type { OrganisationState } from '../../organisations/life.js'
import type { MemberFacts } from '../../organisations/decide-member-action.js'
import { memberRoles, type MemberRole } from '../../organisations/member-actions.js'
import { everyRow, withIds } from '../../shared/every-row.js'
import { idAlways, idOf } from '../../shared/reference.js'
import { asLogin, type Login } from '../accounts/find-account.js'
import type { Write } from '../together.js'
import { handOverOf, type HandOver } from './hand-overs.js'

type Row = Record<string, unknown> & { id: string }

/** A login of an organisation with the rows that make it one. */
export interface Member extends Login {
  role: MemberRole
  /** Ids of its memberships in this organisation; one, unless somebody gave it two roles. */
  memberships: string[]
  loggedInOnce: boolean
}

/** Everybody who has a login for an organisation, and what the rules ask of the organisation. */
export interface Circle {
  id: string
  name: string
  municipality: string
  life: OrganisationState
  municipalityActive: boolean
  /** Whether a person's account counts for nothing in this municipality. */
  rolesOnly: boolean
  confirmedAt: string | null
  members: Member[]
  handOver: HandOver | null
}

/** Read as the system; who may see it is the caller's to say. Null where there is no such organisation. */
export async function circleOf(
  payload: Payload,
  id: string,
  now: Date,
  write?: Write,
): Promise<Circle | null> {
  const one = (collection: 'organisations' | 'municipalities', wanted: string) =>
    payload.db.findOne<Row>({ collection, where: { id: { equals: wanted } }, req: write })
  const organisation = await one('organisations', id)
  if (!organisation) return null
  const municipality = idAlways(organisation.municipality)
  const home = await one('municipalities', municipality)
  const members = await membersOf(payload, id, write)
  return {
    id,
    name: String(organisation.name ?? ''),
    municipality,
    life: organisation.life as OrganisationState,
    municipalityActive: home?.active === true,
    rolesOnly: home?.loginPolicy === 'role-only',
    confirmedAt: organisation.confirmedAt ? new Date(organisation.confirmedAt as string).toISOString() : null,
    members,
    handOver: await handOverOf(payload, { organisation: id, municipality }, now, write),
  }
}

/** The admins first, then by username. */
async function membersOf(payload: Payload, organisation: string, write?: Write): Promise<Member[]> {
  const given = await everyRow<Row>(payload, 'memberships', { organisation: { equals: organisation } }, write)
  const known = given.filter(({ role }) => (memberRoles as readonly unknown[]).includes(role))
  const ids = [...new Set(known.flatMap(({ account }) => idOf(account) ?? []))]
  if (ids.length === 0) return []
  const accounts = await everyRow<Row>(payload, 'accounts', withIds(ids), write)
  const secrets = await everyRow<Row>(payload, 'credentials' as CollectionSlug, { id: { in: ids } }, write)
  return accounts
    .map((row): Member => {
      const login = asLogin(row)
      const own = known.filter(({ account }) => idOf(account) === login.id)
      const role = memberRoles.find((each) => own.some((one) => one.role === each))!
      const secret = secrets.find((each) => String(each.id) === login.id)
      return {
        ...login,
        role,
        memberships: own.map(({ id }) => String(id)),
        loggedInOnce: Boolean(secret?.hash),
      }
    })
    .sort(
      (a, b) =>
        memberRoles.indexOf(a.role) - memberRoles.indexOf(b.role) || (a.username < b.username ? -1 : 1),
    )
}

/** An admin whom the organisation can count on: somebody who can log in. */
export const leads = ({ rolesOnly }: Circle, { role, kind, loggedInOnce, disabled }: Member): boolean =>
  role === 'organisation-admin' &&
  loggedInOnce &&
  !disabled &&
  kind !== 'machine' &&
  !(rolesOnly && kind === 'person')

/** What the rules ask of one login. */
export const factsOf = (circle: Circle, member: Member, reader: string): MemberFacts => ({
  role: member.role,
  kind: member.kind,
  own: member.id === reader,
  disabled: member.disabled,
  loggedInOnce: member.loggedInOnce,
  offered: offerStands(circle) && circle.handOver?.to === member.id,
  otherAdmins: circle.members.filter((each) => each.id !== member.id && leads(circle, each)).length,
})

/** Only who is admin still can have offered the organisation, and only to a login that it still has and that is enabled. */
export const offerStands = ({ handOver, members }: Circle): boolean =>
  handOver !== null &&
  members.some(
    ({ id, role, disabled }) => id === handOver.from && role === 'organisation-admin' && !disabled,
  ) &&
  members.some(({ id, disabled }) => id === handOver.to && !disabled)
