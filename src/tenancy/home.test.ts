import { describe, expect, it } from 'vitest'
import { DomainError } from '../shared/errors.js'
import type { Actor, Membership, Role } from './actor.js'
import { homeOf, municipalityFor } from './home.js'
import { roleTable } from './scope.js'

const roles: readonly Role[] = [
  'municipality-admin',
  'editor',
  'auditor',
  'organisation-admin',
  'contributor',
  'api-client',
  'app-editor',
]
const inOrganisation: readonly Role[] = ['organisation-admin', 'contributor']
const membership = (municipality: string, role: Role): Membership =>
  ({
    municipality,
    role,
    organisation: inOrganisation.includes(role) ? `${municipality}-club` : null,
    surfaces: [],
  }) as unknown as Membership
const actor = (...memberships: Membership[]): Actor =>
  ({
    account: 'a',
    kind: memberships.some(({ role }) => role === 'api-client') ? 'machine' : 'person',
    memberships,
  }) as unknown as Actor
const tried = (make: () => string): string => {
  try {
    return make()
  } catch (error) {
    expect(error).toBeInstanceOf(DomainError)
    return (error as DomainError).code
  }
}
const pairs = roles.flatMap((here) => roles.map((there): [Role, Role] => [here, there]))

describe('what belongs to no organisation', () => {
  for (const collection of ['categories', 'places', 'webhooks'] as const) {
    const mayMake = (role: Role, kind: Actor['kind']): boolean =>
      roleTable[collection].create?.[role] === 'municipality' &&
      (kind !== 'machine' || ['contributor', 'api-client'].includes(role))

    it.each(pairs)(
      `${collection}: %s of one municipality and %s of another makes it only where the role lets`,
      (here, there) => {
        const who = actor(membership('a', here), membership('b', there))
        for (const [wanted, role] of [
          ['a', here],
          ['b', there],
        ] as const)
          expect([wanted, tried(() => municipalityFor(who, collection, wanted))]).toEqual([
            wanted,
            mayMake(role, who.kind) ? wanted : 'not-allowed',
          ])
        expect(tried(() => municipalityFor(who, collection, 'c'))).toBe('not-allowed')
        const may = [here, there].map((role) => mayMake(role, who.kind))
        const only = may[0] === may[1] ? 'invalid-input' : may[0] ? 'a' : 'b'
        expect(tried(() => municipalityFor(who, collection, null))).toBe(only)
      },
    )
  }
})

const looksOn: readonly Role[] = ['auditor', 'app-editor']
it.each(pairs.filter(([, there]) => looksOn.includes(there)))(
  'a picture of %s here and %s there comes to no municipality of an onlooker',
  (here, there) => {
    const who = actor(membership('a', here), membership('b', there))
    const wanted = { municipality: 'b', organisation: null }
    expect(['not-allowed', 'invalid-input']).toContain(tried(() => homeOf(who, wanted, null).municipality))
  },
)
