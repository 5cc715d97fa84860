import { describe, expect, it } from 'vitest'
import { DomainError } from './errors.js'
import { notTaken, requireTaken } from './not-taken.js'

describe('what an action does not take', () => {
  it('is named, each by its field; what is empty was not given', () => {
    const input = { revision: 3, message: 'Hej', reason: null, hold: undefined, status: 'x', note: ' ' }
    expect(notTaken(input, ['revision']).map(({ field, code }) => `${field} ${code}`)).toEqual([
      'message not-taken',
      'status not-taken',
    ])
    expect(notTaken(input, ['revision', 'message', 'status'])).toEqual([])
  })

  it('is refused whole', () => {
    expect(() => requireTaken({ hold: 5 }, ['revision'])).toThrow(DomainError)
    expect(() => requireTaken({ revision: 5 }, ['revision'])).not.toThrow()
  })
})
