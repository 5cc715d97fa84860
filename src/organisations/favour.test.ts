import { expect, it } from 'vitest'
import type { Actor, Membership } from '../tenancy/actor.js'
import { favourRefusal, type Favour } from './favour.js'

const member = (role: Membership['role'], organisation: string | null): Membership => ({
  ...{ id: role, role, municipality: 'm1', organisation, surfaces: [], approvesOrganisations: true },
})
const actor = (...memberships: Membership[]): Actor => ({
  ...{ account: 'a1', kind: 'person', homeMunicipality: 'm1', memberships },
})
const editor = actor(member('editor', null))
const insider = actor(member('editor', null), member('contributor', 'o1'))
const before = {
  ...{ id: 'o1', kind: 'association', trust: 'standard', surfaces: ['calendar', 'community'], dailyLimit: 5 },
}
const answer = (by: Actor, wanted: Favour) => favourRefusal(by, wanted, before, 'm1')?.code ?? 'ok'

it.each<Favour>([
  { trust: 'trusted' },
  { trust: null },
  { surfaces: ['calendar'] },
  { surfaces: [] },
  { dailyLimit: 6 },
  { dailyLimit: 0 },
  { dailyLimit: null },
  { kind: 'unit' },
])('nobody decides this of their own organisation, and any other editor may: %o', (wanted) => {
  expect(answer(insider, wanted)).toBe('four-eyes')
  expect(answer(editor, wanted)).toBe('ok')
})

it.each<Favour>([{}, { ...before }, { surfaces: ['community', 'calendar'] }, { trust: undefined }])(
  'a form that sends what is set already changes nothing: %o',
  (wanted) => expect(answer(insider, wanted)).toBe('ok'),
)
