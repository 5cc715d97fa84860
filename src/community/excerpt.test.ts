import { expect, it } from 'vitest'
import { toRichText } from '../publication/rich-text.js'
import { excerptOf } from './excerpt.js'

const body = (...paragraphs: string[]) =>
  toRichText({ root: { children: paragraphs.map((text) => ({ type: 'paragraph', children: [{ text }] })) } })

it('leaves a short text as it is, in one line', () => {
  expect(excerptOf(body(' Hej', ' alla '))).toBe('Hej. alla')
  expect(excerptOf(null)).toBe('')
})

it('ends what stood on a line of its own with a mark, where it has none', () => {
  const list = body(
    'Koka vattnet',
    'Till dess gäller:',
    'Drick inte',
    'Du kan duscha!',
    '”Ring 112.”',
    'Tack',
  )
  expect(excerptOf(list)).toBe('Koka vattnet. Till dess gäller: Drick inte. Du kan duscha! ”Ring 112.” Tack')
})

it('cuts a long text between words', () => {
  expect(excerptOf(body('Biblioteket har öppet, hela sommaren'), 24)).toBe('Biblioteket har öppet…')
})

it('cuts a text without blanks, never within a sign', () => {
  expect(excerptOf(body('🎉'.repeat(20)), 12)).toBe(`${'🎉'.repeat(5)}…`)
})
