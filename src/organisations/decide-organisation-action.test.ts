import { describe, expect, test } from 'vitest'
import type { Actor, Membership } from '../tenancy/actor.js'
import {
  decideOrganisationAction,
  organisationActionsFor,
  type OrganisationRelation,
  organisationRelation,
} from './decide-organisation-action.js'
import { organisationActions, organisationStates } from './life.js'

const nobody: OrganisationRelation = {
  decider: false,
  municipalityAdmin: false,
  organisationAdmin: false,
  belongsToOrganisation: false,
}
const people: Record<string, OrganisationRelation> = {
  nobody,
  contributor: { ...nobody, belongsToOrganisation: true },
  'organisation-admin': { ...nobody, organisationAdmin: true, belongsToOrganisation: true },
  'editor who may': { ...nobody, decider: true },
  'editor who may and belongs': { ...nobody, decider: true, belongsToOrganisation: true },
  'municipality-admin': { ...nobody, decider: true, municipalityAdmin: true },
}
const deciders = ['editor who may', 'editor who may and belongs', 'municipality-admin']

/** By hand: action | who | from>to. */
const byHand = `
apply     | all      | new>applied declined>applied
invite    | deciders | new>invited
approve   | others   | applied>approved invited>approved
decline   | deciders | applied>declined
suspend   | deciders | approved>suspended
reinstate | others   | suspended>approved
confirm   | own      | approved>approved
leave     | leavers  | applied>left invited>left approved>left declined>left suspended>left
`
const groups: Record<string, string[]> = {
  all: Object.keys(people),
  deciders,
  others: ['editor who may', 'municipality-admin'],
  own: ['organisation-admin'],
  leavers: ['organisation-admin', 'municipality-admin'],
}

describe('the life of an organisation, cell by cell', () => {
  const rows = byHand
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))

  test('has a row for every action', () => {
    expect(rows.map(([action]) => action)).toEqual([...organisationActions])
  })

  test.each(rows)('%s', (action = '', who = '', moves = '') => {
    const to = Object.fromEntries(moves.split(' ').map((move) => move.split('>'))) as Record<string, string>
    for (const state of ['new', ...organisationStates] as const)
      for (const [name, relation] of Object.entries(people)) {
        const input = action === 'confirm' ? {} : { message: 'Because' }
        const decision = decideOrganisationAction(
          action,
          { state, municipalityActive: true },
          relation,
          input,
        )
        const answer = decision.allowed ? decision.to : decision.code
        const refusal = who === 'others' && deciders.includes(name) ? 'four-eyes' : 'not-allowed'
        const expected = groups[who]?.includes(name) ? (to[state] ?? 'not-possible-in-this-state') : refusal
        expect(answer, `${action} ${state} by ${name}`).toBe(expected)
      }
  })

  test('approving publishes the profile and begins the year of the confirmation', () => {
    expect(
      decideOrganisationAction(
        'approve',
        { state: 'applied', municipalityActive: true },
        people['municipality-admin']!,
        {},
      ),
    ).toMatchObject({ publication: 'publish', profile: 'approve', confirms: true })
  })
  test('suspending hides, reinstating shows again, leaving ends', () => {
    const admin = people['municipality-admin']!
    const by = (action: string, state: 'approved' | 'suspended' | 'applied') =>
      decideOrganisationAction(action, { state, municipalityActive: true }, admin, { message: 'Because' })
    expect(by('suspend', 'approved')).toMatchObject({ publication: 'hide' })
    expect(by('reinstate', 'suspended')).toMatchObject({ publication: 'show' })
    expect(by('leave', 'suspended')).toMatchObject({ publication: 'end' })
    expect(by('leave', 'applied')).toMatchObject({ publication: 'keep' })
  })
  test.each(['decline', 'suspend'])('to %s one says why', (action) => {
    const state = action === 'decline' ? 'applied' : 'approved'
    const without = decideOrganisationAction(
      action,
      { state, municipalityActive: true },
      people['editor who may']!,
      {
        message: ' ',
      },
    )
    expect(without).toMatchObject({ code: 'invalid-input', faults: [{ field: 'message', code: 'required' }] })
  })
  test('a message has an end, and a confirmation has none', () => {
    const long = { message: 'x'.repeat(4_001) }
    const facts = { state: 'approved', municipalityActive: true } as const
    expect(decideOrganisationAction('suspend', facts, people['editor who may']!, long)).toMatchObject({
      code: 'invalid-input',
    })
    expect(
      decideOrganisationAction('confirm', facts, people['organisation-admin']!, { message: 'Yes' }),
    ).toMatchObject({ faults: [{ code: 'not-taken' }] })
  })
  test('in a closed municipality organisations can only be declined, suspended or leave', () => {
    const everyone = {
      decider: true,
      municipalityAdmin: true,
      organisationAdmin: true,
      belongsToOrganisation: false,
    }
    const possible = organisationActions.filter((action) =>
      (['new', ...organisationStates] as const).some(
        (state) =>
          decideOrganisationAction(action, { state, municipalityActive: false }, everyone, {
            message: 'Because',
          }).allowed,
      ),
    )
    expect(possible).toEqual(['decline', 'suspend', 'leave'])
  })
  test('an unknown action is not found', () => {
    for (const action of ['', 'constructor', 'erase'])
      expect(
        decideOrganisationAction(
          action,
          { state: 'applied', municipalityActive: true },
          people['municipality-admin']!,
          {},
        ),
      ).toMatchObject({ code: 'not-found' })
  })
  test('lists what may be done now', () => {
    const listed = (state: 'applied' | 'approved', name: string): string[] =>
      organisationActionsFor({ state, municipalityActive: true }, people[name]!).map(({ action }) => action)
    expect(listed('applied', 'editor who may')).toEqual(['approve', 'decline'])
    expect(listed('approved', 'municipality-admin')).toEqual(['suspend', 'leave'])
    expect(listed('approved', 'organisation-admin')).toEqual(['confirm', 'leave'])
    expect(listed('approved', 'contributor')).toEqual([])
  })
})

describe('who decides on organisations', () => {
  const member = (changed: Partial<Membership>): Membership => ({
    id: 'm',
    role: 'editor',
    municipality: 'hagby',
    organisation: null,
    surfaces: [],
    approvesOrganisations: false,
    ...changed,
  })
  const relation = (membership: Membership, kind: Actor['kind'] = 'person') =>
    organisationRelation(
      { account: 'me', kind, homeMunicipality: 'hagby', memberships: [membership] },
      { municipality: 'hagby', organisation: 'if' },
    )

  test('an editor only where it was given, a municipality-admin always, a machine never', () => {
    expect(relation(member({})).decider).toBe(false)
    expect(relation(member({ approvesOrganisations: true })).decider).toBe(true)
    expect(relation(member({ approvesOrganisations: true, municipality: 'fjordvik' })).decider).toBe(false)
    expect(relation(member({ role: 'municipality-admin' }))).toMatchObject({
      decider: true,
      municipalityAdmin: true,
    })
    expect(relation(member({ role: 'municipality-admin' }), 'machine').decider).toBe(false)
    expect(
      relation(member({ role: 'contributor', organisation: 'if', approvesOrganisations: true })).decider,
    ).toBe(false)
  })
  test('the public belongs to nothing', () => {
    expect(organisationRelation(null, { municipality: 'hagby', organisation: 'if' })).toEqual(nobody)
  })
})
