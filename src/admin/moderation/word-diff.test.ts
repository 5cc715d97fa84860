import { expect, it } from 'vitest'
import { isEdit, wordDiff } from './word-diff.js'

const inShort = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'in' ? `[+${text}]` : `[-${text}]`))
    .join('')

it('a changed word is found inside its sentence', () => {
  expect(inShort('Träning på tisdag i hallen', 'Träning på onsdag i hallen')).toBe(
    'Träning på [-tisdag][+onsdag] i hallen',
  )
})

it('what was put in or taken out stands alone, and equal texts have neither', () => {
  expect(inShort('Kom', 'Kom och spela')).toBe('Kom[+ och spela]')
  expect(inShort('Kom och spela', 'Kom')).toBe('Kom[- och spela]')
  expect(inShort('Kom', 'Kom')).toBe('Kom')
})

it('of a long text only what lies near a change is shown', () => {
  const long = 'ord '.repeat(400)
  const shown = inShort(`${long}gammalt ${long}`, `${long}nytt ${long}`)
  expect(shown.length).toBeLessThan(400)
  expect(shown).toMatch(/^ … .*\[-gammalt\]\[\+nytt\].* … $/s)
})

it('an address is one word, shown whole as it was and as it is', () => {
  expect(inShort('Anmäl [länk: dig → https://a.se/x]', 'Anmäl [länk: dig → https://b.se/x]')).toBe(
    'Anmäl [länk: dig → [-https://a.se/x][+https://b.se/x]]',
  )
})

it('blanks that came or went can be seen', () => {
  expect(inShort('ett\ntvå', 'ett två')).toBe('ett[-¶\n][+␣]två')
})

it('a long text in which nothing changed is no mere gap', () => {
  expect(inShort('ord '.repeat(400), 'ord '.repeat(400))).toMatch(/^ord ord/)
})

it('two texts of a novel’s length are set beside each other instead of holding up the page', () => {
  const novel = (word: string) => `${word} `.repeat(5_000)
  expect(wordDiff(novel('a'), novel('b')).map(({ kind }) => kind)).toEqual(['out', 'in'])
})

it('tells an edit from another text', () => {
  expect(isEdit(wordDiff('Träning på tisdag', 'Träning på onsdag'))).toBe(true)
  expect(isEdit(wordDiff('Loppis i parken', 'Kören sjunger nu'))).toBe(false)
})
