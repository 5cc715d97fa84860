import { describe, expect, it } from 'vitest'
import { statementOf } from './statement.js'

const wording = { sv: 'Respektera varandra', en: 'Respect each other' }
const rules = [{ code: 'respect', wording, surfaces: ['calendar'] }]

describe('a statement of reasons', () => {
  it.each([
    ['remove', 'respect', { ground: 'house-rules', rule: 'respect', wording }],
    ['reject', 'commercial', { ground: 'house-rules', rule: null, wording: null }],
    ['remove', 'illegal', { ground: 'illegal-content', rule: null, wording: null }],
    ['erase', 'legal-order', { ground: 'illegal-content', rule: null, wording: null }],
    ['suspend', null, { ground: 'house-rules', rule: null, wording: null }],
  ])('of %s for %s names its ground and quotes the rule', (action, reason, expected) => {
    expect(statementOf(action, reason, rules)).toEqual(expected)
  })

  it('is owed for nothing that takes nothing away', () => {
    for (const action of ['approve', 'request-changes', 'correct', 'restore', 'announce'])
      expect(statementOf(action, 'respect', rules), action).toBeNull()
  })
})
