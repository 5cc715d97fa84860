import { expect, it } from 'vitest'
import { wordsIn } from '../language.js'
import { houseRuleWords } from './house-rule-words.js'

const rules = [
  {
    code: 'respect',
    wording: [
      { language: 'sv', text: 'Visa respekt.' },
      { language: 'en', text: 'Show respect.' },
    ],
  },
]

it('says the house rule in its own words, in the language of the reader where it has them', () => {
  expect(houseRuleWords('reject', 'respect', rules, 'en', wordsIn('en'))).toBe('Show respect.')
  expect(houseRuleWords('remove', 'respect', rules, 'nb', wordsIn('nb'))).toBe('Visa respekt.')
})

it('names a rule that is no more as what it was, and takes nothing else for one', () => {
  expect(houseRuleWords('reject', 'respect', [], 'sv', wordsIn('sv'))).toBe('Husregel: respect')
  expect(houseRuleWords('log-in', 'device-2', rules, 'sv', wordsIn('sv'))).toBeNull()
})
