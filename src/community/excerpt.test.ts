import { expect, it } from 'vitest'
import { toRichText } from '../publication/rich-text.js'
import { excerptOf } from './excerpt.js'

const body = (...paragraphs: string[]) =>
  toRichText({ root: { children: paragraphs.map((text) => ({ type: 'paragraph', children: [{ text }] })) } })

it('leaves a short text as it is, in one line', () => {
  expect(excerptOf(body(' Hej', ' alla '))).toBe('Hej alla')
  expect(excerptOf(null)).toBe('')
})

it('ends headings and entries of a list with a mark, where they have none', () => {
  const text = (words: string) => [{ text: words }]
  const paragraph = (words: string) => ({ type: 'paragraph', children: text(words) })
  const list = (...entries: string[]) => ({
    type: 'list',
    listType: 'bullet',
    children: entries.map((each) => ({ type: 'listitem', children: text(each) })),
  })
  const children = [
    { type: 'heading', tag: 'h2', children: text('Koka vattnet') },
    paragraph('Till dess'),
    paragraph('gäller detta'),
    list('Drick inte', 'Du kan duscha!', 'Läs https://ekby.example/vatten', '”Ring 112.”', 'Tack'),
  ]
  expect(excerptOf(toRichText({ root: { children } }))).toBe(
    'Koka vattnet. Till dess gäller detta Drick inte. Du kan duscha! Läs https://ekby.example/vatten ”Ring 112.” Tack',
  )
})

it('cuts a long text between words', () => {
  expect(excerptOf(body('Biblioteket har öppet, hela sommaren'), 24)).toBe('Biblioteket har öppet…')
})

it('cuts a text without blanks, never within a sign', () => {
  expect(excerptOf(body('🎉'.repeat(20)), 12)).toBe(`${'🎉'.repeat(5)}…`)
})
