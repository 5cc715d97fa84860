import { expect, it } from 'vitest'
import { counted, fill } from './fill.js'

it('fills in what it knows and shows what it does not', () => {
  expect(fill('{n} av {of}, {what}', { n: 3, of: 40 })).toBe('3 av 40, {what}')
  expect(fill('{constructor}', {})).not.toContain('function')
})

it('has a form for one and one for the others', () => {
  const forms = '{n} arbetsdag kvar|{n} arbetsdagar kvar'
  expect([0, 1, 2].map((n) => counted(forms, n))).toEqual([
    '0 arbetsdagar kvar',
    '1 arbetsdag kvar',
    '2 arbetsdagar kvar',
  ])
  expect(counted(forms, 99, true)).toBe('99+ arbetsdagar kvar')
  expect(counted('{n} väntar', 1)).toBe('1 väntar')
})
