import { expect, it } from 'vitest'
import { holdKinds, holdRefusal, type HoldKind, type WantedHold } from './holds.js'

const wanted: WantedHold = { admin: true, municipality: 'm1', kind: 'post', row: null, held: false }
const own: Record<HoldKind, Record<string, unknown>> = {
  event: { id: 'x', municipality: 'm1' },
  post: { id: 'x', municipality: { id: 'm1' } },
  organisation: { id: 'x', municipality: 'm1' },
  media: { id: 'x', municipality: 'm1' },
  account: { id: 'x', homeMunicipality: 'm1', municipality: 'm2' },
  log: { id: 'm1' },
}
const answer = (changed: Partial<WantedHold>) => holdRefusal({ ...wanted, ...changed })?.code ?? 'ok'

it.each(holdKinds)('the admin holds what is her municipality’s own, once: %s', (kind) => {
  const row = own[kind]
  expect(answer({ kind, row })).toBe('ok')
  expect(answer({ kind, row, held: true })).toBe('duplicate')
  expect(answer({ kind, row, admin: false })).toBe('not-allowed')
  expect(answer({ kind, row, municipality: 'm2' })).toBe('invalid-input')
  expect(answer({ kind, row: null })).toBe('invalid-input')
  expect(answer({ kind, row: { ...row, state: 'erased' } })).toBe('invalid-input')
})

it('nobody but the admin learns what is there', () => {
  for (const row of [null, own.post]) expect(answer({ admin: false, row, held: true })).toBe('not-allowed')
})

it('what belongs to no municipality is held by none', () => {
  expect(answer({ kind: 'account', row: { id: 'x', homeMunicipality: null }, municipality: 'm1' })).toBe(
    'invalid-input',
  )
})
