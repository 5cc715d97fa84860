import { expect, it } from 'vitest'
import type { Actor, Membership } from '../tenancy/actor.js'
import { isOpenAtOnce, namesPlace, placeRefusal, withoutPlace, type PlaceAction } from './place-actions.js'

const author = { editor: false, municipalityAdmin: false }
const editor = { editor: true, municipalityAdmin: false }
const admin = { editor: true, municipalityAdmin: true }

it.each([
  ['withdraw', author, true, 'not-allowed'],
  ['withdraw', editor, true, 'ok'],
  ['withdraw', editor, false, 'not-possible-in-this-state'],
  ['withdraw', admin, true, 'ok'],
  ['erase', author, true, 'not-allowed'],
  ['erase', editor, true, 'not-allowed'],
  ['erase', admin, true, 'ok'],
  ['erase', admin, false, 'ok'],
] as [PlaceAction, typeof author, boolean, string][])(
  'may somebody %s a place? %o, public: %s: %s',
  (action, who, isPublic, answer) => {
    expect(placeRefusal(action, { ...who, public: isPublic })?.code ?? 'ok').toBe(answer)
  },
)

it.each<[Membership['role'], Actor['kind'], string, boolean]>([
  ['editor', 'person', 'm1', true],
  ['municipality-admin', 'role', 'm1', true],
  ['editor', 'person', 'm2', false],
  ['organisation-admin', 'person', 'm1', false],
  ['contributor', 'person', 'm1', false],
  ['api-client', 'machine', 'm1', false],
  ['editor', 'machine', 'm1', false],
])('a place that %s (%s) enters in %s is in the register at once: %s', (role, kind, municipality, open) => {
  const membership = {
    id: 'r',
    role,
    municipality: 'm1',
    organisation: null,
    surfaces: [],
    approvesOrganisations: false,
  }
  const actor = { account: 'a1', kind, homeMunicipality: 'm1', memberships: [membership] }
  expect(isOpenAtOnce(actor, municipality)).toBe(open)
})

const event: { title: string; place: string | null; overrides: object[] } = {
  title: 'Fest',
  place: 'p1',
  overrides: [{ note: 'Ute', place: 'p2' }, { place: null }],
}

it('finds a place of the whole event and of one of its times', () => {
  expect(['p1', 'p2', 'p3'].filter((place) => namesPlace(event, place))).toEqual(['p1', 'p2'])
  expect(namesPlace(null, 'p1')).toBe(false)
  expect(namesPlace({ place: null }, 'p1')).toBe(false)
})

it('takes a place out and leaves the rest', () => {
  expect(withoutPlace(event, 'p1')).toEqual({ ...event, place: null })
  expect(withoutPlace(event, 'p3')).toEqual(event)
  expect(withoutPlace({ place: 'p2' }, 'p1')).toEqual({ place: 'p2' })
})

it('sends nobody to the place of the series, or to what was typed beside it, for a time that lost its own', () => {
  const address = { name: 'Vallen', address: 'Gatan 1', latitude: 59, longitude: 17 }
  const nowhere = {
    place: null,
    address: { name: null, address: null, latitude: null, longitude: null },
    overrides: [{ note: 'Ute', place: null }, { place: null }],
  }
  expect(withoutPlace({ ...event, address }, 'p2')).toEqual({ ...event, ...nowhere })
  expect(withoutPlace({ ...event, place: null, address }, 'p2')).toEqual({ ...event, ...nowhere })
  expect(withoutPlace({ ...event, address }, 'p1')).toMatchObject({
    place: null,
    address: nowhere.address,
    overrides: event.overrides,
  })
  expect(withoutPlace({ ...event, address }, 'p3')).toMatchObject({ place: 'p1', address })
})
