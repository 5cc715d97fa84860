import { describe, expect, test } from 'vitest'
import { type Actor, type Membership, type Role, roles } from './actor.js'
import { matches, operations, type Owner, scopedCollections, scopeOf, toWhere } from './scope.js'

const membership = (role: Role, changed: Partial<Membership> = {}): Membership => ({
  id: 'm',
  role,
  municipality: role === 'operator' ? null : 'hagby',
  organisation: ['organisation-admin', 'contributor', 'api-client'].includes(role) ? 'if' : null,
  surfaces: [],
  approvesOrganisations: false,
  ...changed,
})
const actor = (...memberships: Membership[]): Actor => ({
  account: 'me',
  kind: 'person',
  homeMunicipality: 'hagby',
  memberships,
})
const owners: Record<string, Owner> = {
  own: { municipality: 'hagby', organisation: 'if', account: 'other' },
  beside: { municipality: 'hagby', organisation: 'korps', account: 'other' },
  elsewhere: { municipality: 'fjordvik', organisation: 'band', account: 'other' },
  mine: { municipality: 'fjordvik', organisation: 'band', account: 'me' },
}

/**
 * By hand: which of the four owners each role reaches. `o` own organisation, `b` beside it in the municipality,
 * `e` elsewhere, `m` what is the account's own elsewhere. Roles in the order operator, municipality-admin, editor,
 * auditor, organisation-admin, contributor, api-client, app-editor; `-` is nothing.
 */
const byHand = `
municipalities create | obem -    -    -    -    -    -    -
municipalities read   | obem ob   ob   ob   ob   ob   ob   ob
municipalities update | -    ob   -    -    -    -    -    -
organisations create  | -    ob   ob   -    -    -    -    -
organisations read    | -    ob   ob   -    o    o    o    -
organisations update  | -    ob   ob   -    o    -    -    -
accounts create       | obem ob   -    -    -    -    -    -
accounts read         | m    obm  m    m    om   m    m    m
accounts update       | m    obm  m    m    om   m    m    m
accounts delete       | -    ob   -    -    -    -    -    -
memberships create    | obem ob   -    -    -    -    -    -
memberships read      | m    obm  m    m    om   m    m    m
memberships update    | -    ob   -    -    -    -    -    -
memberships delete    | -    ob   -    -    -    -    -    -
events create         | -    ob   ob   -    o    o    o    -
events read           | -    ob   ob   -    o    o    o    -
events update         | -    ob   ob   -    o    o    o    -
posts create          | -    ob   ob   -    o    o    o    -
posts read            | -    ob   ob   -    o    o    o    -
posts update          | -    ob   ob   -    o    o    o    -
places create         | -    ob   ob   -    ob   ob   ob   -
places read           | -    ob   ob   ob   ob   ob   ob   ob
places update         | -    ob   ob   -    -    -    -    -
categories create     | -    ob   -    -    -    -    -    -
categories read       | -    ob   ob   ob   ob   ob   ob   ob
categories update     | -    ob   -    -    -    -    -    -
media create          | -    ob   ob   -    o    o    o    -
media read            | -    ob   ob   -    o    o    o    -
media update          | -    ob   ob   -    o    o    o    -
media delete          | -    ob   ob   -    o    o    o    -
publications read     | -    ob   ob   -    -    -    -    -
revisions read        | -    ob   ob   -    o    o    o    -
moderation-log read   | -    ob   ob   ob   -    -    -    -
notices read          | m    m    m    m    om   om   m    m
webhooks create       | -    ob   -    -    -    -    -    -
webhooks read         | -    ob   -    -    -    -    -    -
webhooks update       | -    ob   -    -    -    -    -    -
webhooks delete       | -    ob   -    -    -    -    -    -
webhook-deliveries read | -  ob   -    -    -    -    -    -
retention-holds create | -   ob   -    -    -    -    -    -
retention-holds read  | -    ob   -    ob   -    -    -    -
retention-holds delete | -   ob   -    -    -    -    -    -
`
const expected = new Map(
  byHand
    .trim()
    .split('\n')
    .map((line) => {
      const [cell = '', reach = ''] = line.split('|').map((part) => part.trim().replace(/\s+/g, ' '))
      return [cell, reach.split(' ')] as const
    }),
)

/** The query as a database would read it. */
function found(query: ReturnType<typeof toWhere>, owner: Owner): boolean {
  if (typeof query === 'boolean') return query
  const parts = [
    [query.municipalityIn, owner.municipality],
    [query.organisationIn, owner.organisation],
    [query.accountIn, owner.account],
  ] as const
  return parts.some(([ids, id]) => ids !== undefined && id != null && ids.includes(id))
}

describe('who reaches what', () => {
  test('the table by hand names every role, and nothing that does not exist', () => {
    for (const [cell, reach] of expected) {
      expect(reach, cell).toHaveLength(roles.length)
      expect(
        scopedCollections.some((name) => operations.some((operation) => cell === `${name} ${operation}`)),
        cell,
      ).toBe(true)
    }
  })

  test('every collection, operation, role and owner, as predicate and as query', () => {
    for (const collection of scopedCollections)
      for (const operation of operations)
        for (const [index, role] of roles.entries()) {
          const scope = scopeOf(actor(membership(role)), collection, operation)
          const reach = expected.get(`${collection} ${operation}`)?.[index] ?? '-'
          const letters = { own: 'o', beside: 'b', elsewhere: 'e', mine: 'm' } as const
          for (const [name, owner] of Object.entries(owners)) {
            const should = reach.includes(letters[name as keyof typeof letters])
            const cell = `${role} ${operation} ${collection} ${name}`
            expect(matches(scope, owner), cell).toBe(should)
            expect(found(toWhere(scope), owner), cell).toBe(should)
          }
        }
  })

  test('nobody logged in, and an account without memberships, reach nothing of others', () => {
    for (const collection of scopedCollections)
      for (const operation of operations) {
        expect(scopeOf(null, collection, operation)).toBe('none')
        const scope = scopeOf(actor(), collection, operation)
        for (const name of ['own', 'beside', 'elsewhere']) expect(matches(scope, owners[name]!)).toBe(false)
      }
  })

  test('an editor of one surface reaches the other one nowhere', () => {
    const editor = actor(membership('editor', { surfaces: ['calendar'] }))
    expect(matches(scopeOf(editor, 'events', 'update'), owners.own!)).toBe(true)
    expect(scopeOf(editor, 'posts', 'read')).toBe('none')
  })

  test('a key of the whole municipality writes for each organisation there and nowhere else', () => {
    const scope = scopeOf(actor(membership('api-client', { organisation: null })), 'events', 'create')
    expect(Object.values(owners).map((owner) => matches(scope, owner))).toEqual([true, true, false, false])
  })

  test("a machine's account never has an editor's reach", () => {
    const machine: Actor = {
      ...actor(membership('municipality-admin'), membership('editor')),
      kind: 'machine',
    }
    expect(scopeOf(machine, 'events', 'read')).toBe('none')
  })

  test('a document without an owner is reached by nobody but who reaches everything', () => {
    const nothing: Owner = { municipality: null, organisation: null, account: null }
    const admin = scopeOf(actor(membership('municipality-admin')), 'events', 'read')
    expect(matches(admin, nothing)).toBe(false)
    expect(found(toWhere(admin), nothing)).toBe(false)
    expect(toWhere({ municipalities: [], organisations: [], accounts: [] })).toBe(false)
  })
})
