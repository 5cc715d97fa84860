import { describe, expect, it } from 'vitest'
import { languageToWriteIn, textChoices, textUses } from './decision-texts.js'
import { reasonLists } from './reasons.js'
import { usualTexts } from './usual-texts.js'

const facts = { title: 'Loppis', organisation: 'IF Ekby' }
const rule = {
  code: 'local-only',
  wording: { sv: 'Det ska röra kommunen.', fi: 'Kunnan asia.' },
  surfaces: [],
}
const choice = (reason: string, ...args: Parameters<typeof textChoices>) =>
  textChoices(...args).find((one) => one.reason === reason)!

describe('what an editor begins to write from', () => {
  it('names what it is about, in each language, with nothing left to fill in', () => {
    for (const use of textUses) {
      for (const { texts } of textChoices(use, [], [rule], facts)) {
        for (const text of Object.values(texts)) {
          expect(text).toContain('Loppis')
          expect(text).not.toMatch(/\{(title|organisation|rule)\}/)
        }
      }
    }
  })

  it('is there for every reason but the one that says nothing itself', () => {
    const codes = Object.keys(reasonLists.refusal).filter((code) => code !== 'other')
    expect(Object.keys(usualTexts.refusal).sort()).toEqual(codes.sort())
    expect(choice('other', 'refusal', [], [], facts).texts).toEqual({})
  })

  it('is the municipality’s own where it has some, and the usual in its other languages', () => {
    const own = [
      { use: 'refusal', reason: 'duplicate', texts: { sv: 'Hej {organisation}! {title} finns.' } } as const,
    ]
    const { texts } = choice('duplicate', 'refusal', own, [], facts)
    expect(texts.sv).toBe('Hej IF Ekby! Loppis finns.')
    expect(texts.en).toContain('second time')
    expect(choice('duplicate', 'changes', own, [], facts).texts.sv).not.toContain('Hej')
  })

  it('quotes the house rule that is not kept, in the language of the text', () => {
    expect(choice('local-only', 'refusal', [], [rule], facts).texts.sv).toContain('Det ska röra kommunen.')
    const own = [{ use: 'changes', reason: 'local-only', texts: { fi: 'Sääntö: {rule}' } } as const]
    expect(choice('local-only', 'changes', own, [rule], facts).texts.fi).toBe('Sääntö: Kunnan asia.')
  })

  it('leaves other braces as they were typed', () => {
    const own = [{ use: 'changes', reason: 'duplicate', texts: { sv: '{title} {datum} {' } } as const]
    expect(choice('duplicate', 'changes', own, [], facts).texts.sv).toBe('Loppis {datum} {')
  })
})

it('authors are written to in their language where the municipality has it, else in its first', () => {
  expect(languageToWriteIn('en', ['sv', 'en'])).toBe('en')
  expect(languageToWriteIn('fi', ['sv', 'en'])).toBe('sv')
  expect(languageToWriteIn(null, ['nb'])).toBe('nb')
})
