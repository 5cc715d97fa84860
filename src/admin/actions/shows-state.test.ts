import { expect, it } from 'vitest'
import { showsState } from './shows-state.js'

const removed = { state: 'rejected', publication: 'removed', objection: { action: 'remove' } }

it('calls what was removed removed, and not rejected too', () => {
  expect(showsState(removed)).toBe(false)
})

it('says the state of everything else, and of what was rejected after it was removed', () => {
  expect(showsState({ ...removed, objection: { action: 'reject' } })).toBe(true)
  expect(showsState({ ...removed, state: 'draft' })).toBe(true)
  expect(showsState({ ...removed, publication: 'live' })).toBe(true)
})
