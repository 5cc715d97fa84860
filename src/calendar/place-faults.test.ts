import { describe, expect, it } from 'vitest'
import { placeFaults, replacementFault } from './place-faults.js'

describe('a place', () => {
  it('is replaced by another, also by one that is replaced in turn', () => {
    expect(replacementFault('a', 'b', new Map())).toBeNull()
    expect(replacementFault('a', 'b', new Map([['b', 'c']]))).toBeNull()
  })

  it('is not replaced by itself, nor in a ring of any length', () => {
    expect(replacementFault('a', 'a', new Map())).toMatchObject({ code: 'itself' })
    expect(replacementFault('a', 'b', new Map([['b', 'a']]))).toMatchObject({ code: 'ring' })
    const round = new Map([
      ['b', 'c'],
      ['c', 'a'],
    ])
    expect(replacementFault('a', 'b', round)).toMatchObject({ code: 'ring' })
  })

  it('comes to an end where others are in a ring already', () => {
    const round = new Map([
      ['b', 'c'],
      ['c', 'b'],
    ])
    expect(replacementFault('a', 'b', round)).toMatchObject({ code: 'ring' })
  })

  it('has accessibility facts that are known', () => {
    expect(placeFaults({ accessibility: ['wheelchair-access', 'levitation'] })).toMatchObject([
      { field: 'accessibility', code: 'unknown-code' },
    ])
    expect(placeFaults({ accessibility: [] })).toEqual([])
  })
})
