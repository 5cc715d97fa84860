import { expect, it } from 'vitest'
import { excerpt } from './excerpt.js'

it('leaves a short text as it is, in one line', () => {
  expect(excerpt(' Hej\n alla ')).toBe('Hej alla')
})

it('cuts a long text between words', () => {
  expect(excerpt('Biblioteket har öppet, hela sommaren', 24)).toBe('Biblioteket har öppet…')
})

it('cuts a text without blanks, never within a sign', () => {
  expect(excerpt('🎉'.repeat(20), 12)).toBe(`${'🎉'.repeat(5)}…`)
})
