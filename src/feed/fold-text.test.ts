import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldedWords, holdsWords } from './fold-text.js'

const finds = (text: string, search: string): boolean => holdsWords(fold(text), foldedWords(search))

describe('a search', () => {
  it.each([
    ['På Torget', 'pa torget'],
    ['På Torget', 'PÅ'],
    ['Malmö', 'malmo'],
    ['Malmø', 'malmö'],
    ['Kjærlighet på pinne', 'kjaerlighet'],
    ['Kjærlighet på pinne', 'KJÆRLIGHET'],
    ['Čájáhus', 'cajahus'],
    ['Đoarvvu', 'doarvvu'],
    ['Straße', 'STRASSE'],
    ['Cafe\u0301 Ö', 'café'],
    ['fot\u00adbolls\u200bskola', 'fotbollsskola'],
    ['it’s – “open”', `it's - "open"`],
    ['Lördag … Τετάρτη 🦉', 'τεταρτη lordag'],
    ['ﬁlmkväll', 'film'],
    ['ΟΔΟΣ', 'οδος'],
    ['en\u00a0plats', 'en plats'],
  ])('finds %j by %j', (text, search) => {
    expect(finds(text, search)).toBe(true)
  })

  it.each([
    ['På Torget', 'torgets'],
    ['På Torget', 'pa marken'],
    ['Malmö', 'malma'],
  ])('does not find %j by %j', (text, search) => {
    expect(finds(text, search)).toBe(false)
  })

  it('finds what is spelt exactly, whatever it is', () => {
    const character = fc.oneof(
      fc.integer({ min: 0x20, max: 0x24f }),
      fc.integer({ min: 0x300, max: 0x2100 }),
      fc.constantFrom(0x2013, 0x2026, 0xfeff, 0xd83e),
    )
    const text = fc.array(character, { maxLength: 40 }).map((codes) => String.fromCharCode(...codes))
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(finds(`${one} ${other}`, one)).toBe(true)
        // Long texts go another way and must be the same.
        const long = 'x'.repeat(70_000)
        expect(fold(long + one)).toBe(long + fold(one))
      }),
      { numRuns: 300, seed: 1 },
    )
  })
})
