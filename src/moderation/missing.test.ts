import { describe, expect, test } from 'vitest'
import type { DecisionInput, Settings } from './decision.js'
import { formFor, missingFrom } from './missing.js'
import { reasonChoices, reasonLists } from './reasons.js'
import { actionLabels } from './action-labels.js'
import { type Action, actions } from './states.js'
import type { Who } from './transition.js'
import { transitions } from './transitions.js'

const houseRules = [{ code: 'no-raffles', wording: { sv: 'Inga lotterier' }, surfaces: ['community'] }]
const settings: Settings = {
  mode: 'pre',
  trust: 'standard',
  organisationState: 'approved',
  organisationIsUnit: false,
  surfaceTakenFrom: null,
  municipalityActive: true,
  editorsMayPublish: false,
  houseRules,
}
const missing = (action: Action, as: Who, input: DecisionInput): string[] =>
  missingFrom(action, transitions[action], as, input, settings).map(({ field, code }) => `${field} ${code}`)

describe('what an action needs', () => {
  test.each<[Action, Who, DecisionInput, string[]]>([
    ['submit', 'author', {}, []],
    ['request-changes', 'editor', {}, ['message required']],
    ['request-changes', 'editor', { message: '  ' }, ['message required']],
    ['reject', 'editor', {}, ['message required', 'reason required']],
    ['reject', 'editor', { message: 'No', reason: 'because' }, ['reason unknown-code']],
    ['reject', 'editor', { message: 'No', reason: 'no-raffles' }, []],
    ['reject', 'editor', { message: 'No', reason: 'organiser' }, ['reason unknown-code']],
    ['remove', 'editor', { message: 'No', reason: 'illegal' }, []],
    ['approve', 'editor', { reason: 'other' }, ['reason not-taken']],
    ['approve-with-edits', 'editor', {}, ['edits required']],
    ['approve', 'editor', { edits: true }, ['edits not-taken']],
    ['correct', 'editor', {}, ['message required', 'edits required']],
    ['correct', 'editor', { edits: true, note: 'The wrong hall' }, []],
    ['withdraw', 'author', {}, ['reason required']],
    ['withdraw', 'author', { reason: 'organiser' }, []],
    ['withdraw', 'author', { reason: 'organiser', explanation: 'Buy here' }, ['explanation not-taken']],
    ['withdraw', 'author', { reason: 'illegal' }, ['reason unknown-code']],
    ['withdraw', 'editor', {}, ['reason required']],
    ['withdraw', 'editor', { explanation: 'The hall is flooded' }, []],
    ['withdraw', 'editor', { reason: 'duplicate' }, []],
    ['announce', 'author', {}, ['reason required', 'status required']],
    ['announce', 'author', { status: 'cancelled' }, ['reason required']],
    ['announce', 'author', { status: 'scheduled' }, []],
    ['announce', 'author', { status: 'moved-online', reason: 'venue' }, ['status unknown-code']],
    [
      'announce',
      'author',
      { status: 'cancelled', reason: 'venue', occurrence: 'tonight' },
      ['occurrence format'],
    ],
    ['announce', 'author', { status: 'cancelled', reason: 'venue', occurrence: '2026-12-01T17:00:00Z' }, []],
    ['announce', 'author', { status: 'cancelled', reason: 'venue', occurrence: '2026-12-01' }, []],
    [
      'announce',
      'author',
      { status: 'cancelled', reason: 'venue', explanation: 'Come to us' },
      ['explanation not-taken'],
    ],
    ['erase', 'municipality-admin', {}, ['reason required']],
    ['erase', 'municipality-admin', { reason: 'no-raffles' }, ['reason unknown-code']],
    ['appeal', 'author', {}, ['message required']],
    ['uphold', 'editor', {}, ['message required']],
    ['overturn', 'editor', {}, ['message required']],
    ['appeal', 'author', { message: 'x'.repeat(4_001) }, ['message too-long']],
    ['pin', 'editor', { message: 'Look' }, ['message not-taken']],
  ])('%s by %s with %o', (action, as, input, expected) => {
    expect(missing(action, as, input).sort()).toEqual([...expected].sort())
  })
})

describe('the form that an action shows', () => {
  test('offers house rules first, then the closed reasons', () => {
    const form = formFor('reject', transitions.reject, 'editor', houseRules)
    expect(form.map(({ field, required }) => [field, required])).toEqual([
      ['message', true],
      ['reason', true],
    ])
    expect(form[1]?.choices?.[0]).toEqual({
      code: 'no-raffles',
      label: { sv: 'Inga lotterier', nb: 'Inga lotterier', en: 'Inga lotterier' },
    })
    expect(form[1]?.choices).toHaveLength(8)
  })
  test('asks an author who withdraws for a reason and gives no room for words', () => {
    const fields = formFor('withdraw', transitions.withdraw, 'author', []).map(
      ({ field, required }) => `${field} ${required}`,
    )
    expect(fields).toEqual(['message false', 'reason true'])
    const editors = formFor('withdraw', transitions.withdraw, 'editor', []).map(
      ({ field, required }) => `${field} ${required}`,
    )
    expect(editors).toEqual(['message false', 'reason false', 'explanation false'])
  })
})

describe('labels', () => {
  test('every action and every reason has words in all three languages', () => {
    const all = [
      ...Object.values(actionLabels),
      ...Object.values(reasonLists).flatMap((list) => Object.values(list)),
    ]
    expect(Object.keys(actionLabels).sort()).toEqual([...actions].sort())
    for (const label of all)
      for (const language of ['sv', 'nb', 'en'] as const) expect(label[language].length).toBeGreaterThan(2)
  })
  test('the closed lists hold the codes of the domain', () => {
    expect(Object.keys(reasonLists.withdrawal)).toEqual([
      'organiser',
      'wrong-information',
      'duplicate',
      'other',
    ])
    expect(Object.keys(reasonLists.announcement)).toEqual([
      'organiser',
      'weather',
      'illness',
      'venue',
      'other',
    ])
    expect(Object.keys(reasonLists.refusal)).toEqual([
      'personal-data',
      'not-local',
      'commercial',
      'duplicate',
      'incomplete',
      'illegal',
      'other',
    ])
    expect(Object.keys(reasonLists.erasure)).toEqual(['personal-data', 'legal-order', 'request'])
    expect(reasonChoices('withdrawal', houseRules).map(({ code }) => code)).not.toContain('no-raffles')
  })
})
