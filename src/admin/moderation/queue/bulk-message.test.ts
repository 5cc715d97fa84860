import { expect, it } from 'vitest'
import type { QueueRow } from '../../../moderation/queue.js'
import type { MunicipalitySettings } from '../../use-municipality.js'
import {
  bulkTexts,
  byLanguage,
  inputFor,
  messageFor,
  nothingTyped,
  shownMessage,
  withReason,
  withWords,
} from './bulk-message.js'

const texts = bulkTexts({
  languages: ['sv', 'nb', 'se'],
  houseRules: [],
  decisionTexts: [
    {
      use: 'refusal',
      reason: 'commercial',
      texts: [
        { language: 'sv', text: '{title} är reklam.' },
        { language: 'nb', text: '{title} er reklame, {organisation}.' },
      ],
    },
    { use: 'refusal', reason: 'duplicate', texts: [{ language: 'sv', text: '{title} finns redan.' }] },
  ],
} as unknown as MunicipalitySettings)
const row = (title: string, language: string | null) =>
  ({ title, language, organisation: { id: 'o', name: 'IF' } }) as QueueRow
const commercial = withReason(nothingTyped, 'commercial')

it('each author gets the text in the language that they wrote in', () => {
  expect(inputFor(row('A', 'sv'), commercial, texts, 'reject')).toEqual({
    reason: 'commercial',
    message: 'A är reklam.',
  })
  expect(messageFor(row('B', 'nb'), commercial, texts, 'reject')).toBe('B er reklame, IF.')
})

it('where there is no text in that language, or none that the municipality has, it is the first', () => {
  for (const language of ['se', 'fi', null])
    expect(messageFor(row('C', language), commercial, texts, 'reject')).toBe('C är reklam.')
})

it('words that were typed go to all as they stand, and no reason replaces them', () => {
  const typed = withWords(commercial, 'Ring oss om {title}.', texts, 'reject')
  const other = withReason(typed, 'duplicate')
  expect(other).toEqual({ reason: 'duplicate', own: 'Ring oss om {title}.' })
  for (const language of ['sv', 'nb'])
    expect(messageFor(row('D', language), other, texts, 'reject')).toBe('Ring oss om D.')
})

it('a field that was emptied takes the text of the next reason, and is not filled while somebody begins anew', () => {
  const emptied = withWords(commercial, '', texts, 'reject')
  expect(shownMessage(emptied, texts, 'reject')).toBe('')
  expect(inputFor(row('E', 'sv'), emptied, texts, 'reject').message).toBeUndefined()
  expect(shownMessage(withReason(emptied, 'duplicate'), texts, 'reject')).toBe('{title} finns redan.')
})

it('typed back to the text it is the text again', () => {
  const typed = withWords(commercial, '{title} är reklam!', texts, 'reject')
  expect(withWords(typed, '{title} är reklam.', texts, 'reject').own).toBeNull()
})

it('what needs no message sends none, and asking for changes no reason', () => {
  expect(inputFor(row('F', 'sv'), commercial, texts, 'approve')).toEqual({})
  expect(inputFor(row('F', 'sv'), commercial, texts, 'request-changes')).not.toHaveProperty('reason')
})

it('tells how many there are of each language, with one of them as it will be read', () => {
  const rows = [row('A', 'sv'), row('B', 'nb'), row('C', 'fi'), row('D', 'nb')]
  expect(
    byLanguage(rows, texts).map(({ language, many, example }) => [language, many, example.title]),
  ).toEqual([
    ['sv', 2, 'A'],
    ['nb', 2, 'B'],
  ])
})
