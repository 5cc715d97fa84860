import { describe, expect, test } from 'vitest'
import type { Relation } from '../tenancy/relation.js'
import { actionsFor, decideTransition } from './decide-transition.js'
import type { DecisionInput, Facts, Settings } from './decision.js'
import { type Action, actions } from './states.js'
import { transitions } from './transitions.js'

const nobody: Relation = {
  account: 'a1',
  author: false,
  editor: false,
  municipalityAdmin: false,
  submittedThisRevision: false,
  belongsToOrganisation: false,
  tookTheDecision: false,
  otherEditorsExist: true,
  clock: false,
}
const author: Relation = { ...nobody, author: true, belongsToOrganisation: true }
const editor: Relation = { ...nobody, editor: true }
const number = { field: 'translations.0.title', code: 'se-personnummer', message: 'Take it out.' }
const facts: Facts = {
  kind: 'event',
  state: 'in-review',
  publication: 'none',
  approvedBefore: false,
  everPublic: false,
  held: false,
  appeal: null,
  appealable: null,
  appealUntil: null,
  claimedBy: null,
  claimedUntil: null,
  objectedSinceApproval: false,
  personalData: [number],
  identityNumbers: [number],
  identityNumbersInWords: [],
  unreviewed: false,
  enteredOnBehalf: true,
  conflictingFields: [],
  faults: [],
  now: new Date('2026-03-02T09:00:00Z'),
}
const settings: Settings = {
  mode: 'post',
  trust: 'trusted',
  organisationState: 'approved',
  organisationIsUnit: false,
  surfaceTakenFrom: null,
  municipalityActive: true,
  editorsMayPublish: true,
  houseRules: [],
}

/** Whatever brings content before others, with what else it asks and where it begins. */
const bringing: [Action, Relation, Partial<Facts>, DecisionInput][] = [
  ['submit', author, { state: 'draft' }, {}],
  ['approve', editor, {}, {}],
  ['approve-with-edits', editor, {}, { edits: true }],
  ['publish', editor, { state: 'draft' }, {}],
  ['correct', editor, { publication: 'live', approvedBefore: true }, { edits: true, message: 'Fel sal' }],
  ['restore', editor, { publication: 'withdrawn', approvedBefore: true }, {}],
  [
    'overturn',
    editor,
    { state: 'rejected', appeal: 'open', appealable: 'reject' },
    { message: 'Ni har rätt' },
  ],
]

describe('an identity number in the content', () => {
  test('is looked for by every action that brings content before others, and by no other', () => {
    const looking = actions.filter((action) => transitions[action].personalData === 'content')
    expect(looking.sort()).toEqual([...bringing.map(([action]) => action), 'accept-numbers'].sort())
  })

  test.each(bringing)('stops %s, and is told by its field', (action, by, changed, input) => {
    const at = { ...facts, ...changed }
    expect(decideTransition(action, at, by, settings, input)).toMatchObject({
      allowed: false,
      code: 'personal-data',
      faults: [number],
    })
    const clean = { ...at, personalData: [], identityNumbers: [] }
    expect(decideTransition(action, clean, by, settings, input)).toMatchObject({ allowed: true })
  })

  test.each(bringing.slice(1))('%s: an editor may say why it stands', (action, by, changed, input) => {
    const at = { ...facts, ...changed }
    expect(decideTransition(action, at, by, settings, { ...input, override: 'invented' })).toMatchObject({
      allowed: true,
      acceptsNumbersIn: ['translations'],
    })
    expect(decideTransition(action, at, by, settings, { ...input, override: 'because' })).toMatchObject({
      code: 'invalid-input',
      faults: [{ field: 'override', code: 'unknown-code' }],
    })
  })

  test('is not for an author to explain away', () => {
    const draft = { ...facts, state: 'draft' as const }
    expect(decideTransition('submit', draft, author, settings, { override: 'invented' })).toMatchObject({
      code: 'invalid-input',
      faults: [{ field: 'override', code: 'not-taken' }],
    })
  })

  test('in a draft is accepted by another editor than who wrote it, with a reason, and nothing else changes', () => {
    const draft = { ...facts, state: 'draft' as const }
    const accept = (by: Relation, input: DecisionInput = { override: 'invented' }, changed = {}) =>
      decideTransition('accept-numbers', { ...draft, ...changed }, by, settings, input)
    expect(accept(editor)).toMatchObject({
      allowed: true,
      to: 'draft',
      snapshot: 'keep',
      publication: 'keep',
      acceptsNumbersIn: ['translations'],
    })
    expect(accept(author)).toMatchObject({ code: 'not-allowed' })
    expect(accept({ ...editor, belongsToOrganisation: true })).toMatchObject({ code: 'four-eyes' })
    expect(accept(editor, {})).toMatchObject({ faults: [{ field: 'override', code: 'required' }] })
    expect(accept(editor, undefined, { identityNumbers: [] })).toMatchObject({
      code: 'not-possible-in-this-state',
    })
  })

  test('is asked about only where there is one', () => {
    const asked = (changed: Partial<Facts>) =>
      actionsFor({ ...facts, ...changed }, editor, settings).flatMap(({ action, needs }) =>
        needs.some(({ field }) => field === 'override') ? [action] : [],
      )
    expect(asked({})).toEqual(['accept-numbers', 'approve', 'approve-with-edits', 'publish'])
    expect(asked({ identityNumbers: [] })).toEqual([])
  })
})

describe('words that come with an action', () => {
  const inWords = {
    personalData: [],
    identityNumbers: [],
    identityNumbersInWords: [{ ...number, field: 'message' }],
  }
  test.each<[Action, Relation, Partial<Facts>, DecisionInput]>([
    ['submit', author, { state: 'draft' }, { message: '…' }],
    ['appeal', author, { state: 'rejected', appealable: 'reject' }, { message: '…' }],
    ['request-changes', editor, {}, { message: '…' }],
    ['reject', editor, {}, { message: '…', reason: 'incomplete' }],
    ['withdraw', editor, { publication: 'live' }, { explanation: '…' }],
    ['approve', editor, {}, { message: '…', override: 'invented' }],
  ])('of %s hold no identity number, whatever is said of it', (action, by, changed, input) => {
    expect(decideTransition(action, { ...facts, ...inWords, ...changed }, by, settings, input)).toMatchObject(
      {
        code: 'personal-data',
        faults: [{ field: 'message' }],
      },
    )
  })
})

test('contact data alone stops nobody, and takes a submission to a person', () => {
  const phone = { field: 'body', code: 'phone', message: 'A telephone number.' }
  const at: Facts = { ...facts, state: 'draft', personalData: [phone], identityNumbers: [] }
  expect(decideTransition('submit', at, author, settings, {})).toMatchObject({
    to: 'in-review',
    byRule: null,
  })
  expect(decideTransition('submit', { ...at, personalData: [] }, author, settings, {})).toMatchObject({
    to: 'approved',
  })
})
