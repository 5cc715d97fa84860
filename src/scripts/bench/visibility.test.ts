import { describe, expect, it } from 'vitest'
import { delaysOf } from './visibility.js'

const written = [
  { id: 'a', number: 11, began: 900, written: 1_000 },
  { id: 'b', number: 12, began: 950, written: 1_050 },
  { id: 'a', number: 13, began: 1_000, written: 1_100 },
]

describe('how late a decision is seen', () => {
  it('counts until its item is shown under its number, or under a later one of the same item', () => {
    const seen = [
      { id: 'b', number: 12, at: 1_080 },
      { id: 'a', number: 13, at: 1_150 },
    ]
    expect(delaysOf(written, seen)).toMatchObject({ decisions: 3, longest: 150, p50: 50, writing: 100 })
  })

  it('is without end where the item never comes, whatever else does', () => {
    const seen = [{ id: 'a', number: 13, at: 1_150 }]
    expect(delaysOf(written, seen).longest).toBe(Infinity)
    expect(delaysOf(written, [...seen, { id: 'c', number: 14, at: 1_200 }]).longest).toBe(Infinity)
  })
})
