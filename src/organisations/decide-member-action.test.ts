import { describe, expect, it } from 'vitest'
import type { DomainError } from '../shared/errors.js'
import type { Actor, Role } from '../tenancy/actor.js'
import {
  memberActionsFor,
  memberRefusal,
  memberRelation,
  type CircleFacts,
  type MemberFacts,
} from './decide-member-action.js'
import { memberActions, memberRoles, type MemberRole } from './member-actions.js'

const klara = { municipality: 'ekby', organisation: 'klara' }
const who = (role: Role, place: Partial<typeof klara> = klara, kind: Actor['kind'] = 'person'): Actor => ({
  account: role,
  kind,
  homeMunicipality: 'ekby',
  memberships: [
    {
      id: 'm',
      role,
      municipality: place.municipality ?? null,
      organisation: place.organisation ?? null,
      surfaces: [],
      approvesOrganisations: true,
    },
  ],
})
const town = { municipality: 'ekby' }
const people: Record<string, [Actor, MemberRole | null]> = {
  chief: [who('organisation-admin'), 'organisation-admin'],
  writer: [who('contributor'), 'contributor'],
  town: [who('municipality-admin', town), null],
  editor: [who('editor', town), null],
  key: [who('api-client', klara, 'machine'), 'api-client'],
  // A machine to which somebody gave an admin's role behind the rules' back.
  'key that leads': [who('organisation-admin', klara, 'machine'), 'organisation-admin'],
  auditor: [who('auditor', town), null],
  'chief beside': [who('organisation-admin', { ...klara, organisation: 'andra' }), null],
  'editor elsewhere': [who('editor', { municipality: 'fjordby' }), null],
  'chief until a moment ago': [who('organisation-admin'), 'contributor'],
  'chief whose role does not count': [{ ...who('editor'), memberships: [] }, 'organisation-admin'],
}
const approved: CircleFacts = { life: 'approved', municipalityActive: true, rolesOnly: false }
/** A login about which nothing stands in the way. */
const login: MemberFacts = {
  role: 'contributor',
  kind: 'person',
  own: false,
  disabled: false,
  loggedInOnce: true,
  offered: true,
  otherAdmins: 1,
}

/** By hand: action | who may | to whose login | in which role it is now. */
const byHand = `
invite              | chief town  | new    | -
make-admin          | chief town  | other  | contributor
make-contributor    | chief town  | either | organisation-admin
take-away           | chief town  | other  | organisation-admin contributor api-client
hand-over           | chief       | other  | contributor
accept-hand-over    | chief writer| own    | organisation-admin contributor
decline-hand-over   | chief writer| own    | organisation-admin contributor
take-back-hand-over | chief town  | other  | organisation-admin contributor api-client
leave               | chief writer| own    | organisation-admin contributor
`
const rows = byHand
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
const unknown = ['auditor', 'chief beside', 'editor elsewhere', 'chief whose role does not count']

const codeOf = (refusal: DomainError | null) => refusal?.code ?? 'may'
const faultOf = (refusal: DomainError | null) => refusal?.faults[0]?.code ?? null
const asked = (action: string, name: string, member: Partial<MemberFacts> | null, circle = approved) => {
  const [actor, role] = people[name]!
  const relation = memberRelation(actor, klara, role)
  return memberRefusal(action, relation, circle, member && { ...login, ...member })
}

describe('what is done with the logins of an organisation, cell by cell', () => {
  it('has a row for every action', () => {
    expect(rows.map(([action]) => action)).toEqual([...memberActions])
  })

  it.each(rows)('%s', (action = '', may = '', whose = '', now = '') => {
    const allowed = [...may.split(/\s+/)]
    // Whoever was admin until a moment ago does what a contributor does.
    if (allowed.includes('writer')) allowed.push('chief until a moment ago')
    for (const name of Object.keys(people)) {
      for (const role of memberRoles) {
        for (const own of [true, false]) {
          const said = codeOf(asked(action, name, whose === 'new' ? null : { role, own }))
          const owner = whose === 'either' || whose === 'new' || (whose === 'own') === own
          const fits = whose === 'new' || now.split(' ').includes(role)
          const wished = unknown.includes(name)
            ? 'not-found'
            : !allowed.includes(name) || !owner
              ? 'not-allowed'
              : fits
                ? 'may'
                : 'not-possible-in-this-state'
          expect([action, name, role, own, said]).toEqual([action, name, role, own, wished])
        }
      }
    }
  })

  it('lets nobody do more than before while the organisation is suspended or the municipality closed', () => {
    const gives = ['invite', 'make-admin', 'hand-over', 'accept-hand-over']
    for (const action of memberActions) {
      const name = ['accept-hand-over', 'decline-hand-over', 'leave'].includes(action) ? 'writer' : 'chief'
      const own = name === 'writer'
      const role = action === 'make-contributor' ? 'organisation-admin' : 'contributor'
      const member = action === 'invite' ? null : { own, role: role as MemberRole }
      const told = (circle: Partial<CircleFacts>) =>
        codeOf(asked(action, name, member, { ...approved, ...circle }))
      const given = gives.includes(action)
      expect([action, told({ life: 'suspended' })]).toEqual([
        action,
        given ? 'organisation-not-approved' : 'may',
      ])
      expect([action, told({ life: 'left' })]).toEqual([action, given ? 'organisation-not-approved' : 'may'])
      expect([action, told({ municipalityActive: false })]).toEqual([
        action,
        given ? 'municipality-closed' : 'may',
      ])
      const persons = given && action !== 'invite' ? 'role-account-required' : 'may'
      expect([action, told({ rolesOnly: true })]).toEqual([action, persons])
    }
  })

  it('never leaves an organisation without an admin who can log in', () => {
    const last = { role: 'organisation-admin' as const, otherAdmins: 0 }
    for (const [action, own] of [
      ['make-contributor', true],
      ['make-contributor', false],
      ['take-away', false],
      ['leave', true],
    ] as const) {
      for (const name of own ? ['chief'] : ['chief', 'town']) {
        expect([action, faultOf(asked(action, name, { ...last, own }))]).toEqual([action, 'last-admin'])
        expect(codeOf(asked(action, name, { ...last, own, otherAdmins: 1 }))).toBe('may')
      }
    }
    expect(codeOf(asked('leave', 'writer', { own: true, otherAdmins: 0 }))).toBe('may')
  })

  it.each([
    ['make-admin', 'chief', { loggedInOnce: false }, 'never-logged-in'],
    ['make-admin', 'chief', { disabled: true }, 'login-disabled'],
    ['make-admin', 'chief', { own: true }, 'oneself'],
    ['take-away', 'chief', { own: true }, 'oneself'],
    ['hand-over', 'chief', { own: true }, 'oneself'],
    ['accept-hand-over', 'writer', { own: true, offered: false }, 'no-offer'],
    ['decline-hand-over', 'writer', { own: true, offered: false }, 'no-offer'],
    ['take-back-hand-over', 'chief', { offered: false }, 'no-offer'],
    ['hand-over', 'chief', { role: 'organisation-admin' }, 'other-role'],
  ] as const)('%s by %s says why not: %o', (action, name, member, fault) => {
    expect(faultOf(asked(action, name, member))).toBe(fault)
  })

  it('lets whoever has not logged in yet be named as successor: the offer waits for the first login', () => {
    expect(codeOf(asked('hand-over', 'chief', { loggedInOnce: false }))).toBe('may')
  })

  it('makes no machine an admin, and lets none answer', () => {
    for (const action of ['make-admin', 'hand-over'])
      expect(codeOf(asked(action, 'chief', { kind: 'machine' }))).toBe('not-allowed')
    expect(codeOf(asked('take-away', 'chief', { kind: 'machine', role: 'api-client' }))).toBe('may')
  })

  it('offers of each login exactly what would be taken', () => {
    const [actor, role] = people.chief!
    const relation = memberRelation(actor, klara, role)
    expect(memberActionsFor(relation, approved, null)).toEqual(['invite'])
    expect(memberActionsFor(relation, approved, { ...login, offered: false })).toEqual([
      'make-admin',
      'take-away',
      'hand-over',
    ])
    const own = { ...login, own: true, role: 'organisation-admin' as const, offered: false }
    expect(memberActionsFor(relation, approved, own)).toEqual(['make-contributor', 'leave'])
    expect(memberActionsFor(relation, approved, { ...own, otherAdmins: 0 })).toEqual([])
  })
})
