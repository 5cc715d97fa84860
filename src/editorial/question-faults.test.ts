import { describe, expect, it } from 'vitest'
import { orderFault } from './question-faults.js'

describe('an order', () => {
  const sorted = (columns: number) => Array.from({ length: columns }, () => 'title')

  it('names at most twenty fields, in one text or in several', () => {
    expect(orderFault([], sorted(20).join(','))).toBeNull()
    for (const sort of [sorted(21).join(','), sorted(21), [sorted(11).join(','), sorted(10).join(',')]])
      expect(orderFault([], sort)).toBe('Sort by at most 20 fields.')
  })
})
