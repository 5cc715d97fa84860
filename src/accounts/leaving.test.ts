import { describe, expect, it } from 'vitest'
import { roles } from '../tenancy/actor.js'
import {
  canLead,
  deletionRefusal,
  leavingRefusal,
  leftAlone,
  type HeldPlace,
  type Leader,
} from './leaving.js'

const place: HeldPlace = {
  membership: 'm1',
  role: 'organisation-admin',
  municipality: 'k1',
  organisation: 'o1',
  name: 'Klara',
  atWork: true,
  otherAdmins: 0,
}
const lasts = {
  operator: 'last-operator',
  'municipality-admin': 'last-municipality-admin',
  'organisation-admin': 'last-organisation-admin',
}

describe('who goes', () => {
  it.each(roles.map((role) => [role] as const))(
    'as the last %s is told what to do first, if that is an admin',
    (role) => {
      const code = (lasts as Record<string, string>)[role]
      const refusal = leavingRefusal([{ ...place, role }])
      expect(refusal?.faults.map((fault) => fault.code) ?? []).toEqual(code ? [code] : [])
      expect(refusal?.status ?? 200).toBe(code ? 409 : 200)
      expect(leavingRefusal([{ ...place, role, otherAdmins: 1 }])).toBeNull()
      // What is suspended or closed could not be handed over.
      expect(leavingRefusal([{ ...place, role, atWork: false }])).toBeNull()
    },
  )

  it('is told of every place that would be left alone', () => {
    const places = [
      place,
      { ...place, role: 'contributor' as const },
      { ...place, role: 'municipality-admin' as const },
    ]
    expect(leftAlone(places)).toHaveLength(2)
    expect(leavingRefusal(places)!.faults.map(({ code }) => code)).toEqual([
      'last-organisation-admin',
      'last-municipality-admin',
    ])
  })

  it('is not a machine, nor an account that the municipality holds', () => {
    expect(deletionRefusal('machine', false, [])?.code).toBe('not-allowed')
    expect(deletionRefusal('person', true, [])?.faults[0]?.code).toBe('held')
    expect(deletionRefusal('role', false, [])).toBeNull()
    expect(deletionRefusal('person', false, [place])?.faults[0]?.code).toBe('last-organisation-admin')
  })
})

describe('who leads', () => {
  const leader: Leader = { kind: 'person', disabled: false, loggedInOnce: true }
  it('is somebody who can log in', () => {
    expect(canLead(leader, false)).toBe(true)
    expect(canLead({ ...leader, disabled: true }, false)).toBe(false)
    expect(canLead({ ...leader, loggedInOnce: false }, false)).toBe(false)
    expect(canLead({ ...leader, kind: 'machine' }, false)).toBe(false)
    expect(canLead(leader, true)).toBe(false)
    expect(canLead({ ...leader, kind: 'role' }, true)).toBe(true)
  })
})
