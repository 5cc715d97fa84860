import { describe, expect, it } from 'vitest'
import { idAlways, idOf } from './reference.js'

describe('a relationship', () => {
  it.each([
    ['an id', 'a1', 'a1'],
    ['a number', 7, '7'],
    ['a row', { id: 'a1', name: 'IFK' }, 'a1'],
    ['nothing', null, null],
    ['a field that is missing', undefined, null],
    ['an emptied form field', '', null],
    ['an object without id', { name: 'IFK' }, null],
    ['a row without id yet', { id: null }, null],
  ])('is read from %s', (_, value, id) => {
    expect(idOf(value)).toBe(id)
    expect(idAlways(value)).toBe(id ?? '')
  })
})
