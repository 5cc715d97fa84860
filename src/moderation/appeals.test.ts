import { describe, expect, test } from 'vitest'
import type { Relation } from '../tenancy/relation.js'
import type { Facts, Settings } from './decision.js'
import { decideTransition } from './decide-transition.js'

const author: Relation = {
  account: 'author',
  author: true,
  editor: false,
  municipalityAdmin: false,
  submittedThisRevision: true,
  belongsToOrganisation: true,
  tookTheDecision: false,
  otherEditorsExist: true,
  clock: false,
}
const editor: Relation = {
  ...author,
  account: 'editor',
  author: false,
  editor: true,
  submittedThisRevision: false,
  belongsToOrganisation: false,
}
const whoDecided: Relation = { ...editor, tookTheDecision: true }
const rejected: Facts = {
  kind: 'post',
  state: 'rejected',
  publication: 'none',
  approvedBefore: false,
  everPublic: false,
  held: false,
  appeal: null,
  appealable: 'reject',
  appealUntil: null,
  claimedBy: null,
  claimedUntil: null,
  objectedSinceApproval: true,
  personalData: [],
  identityNumbers: [],
  identityNumbersInWords: [],
  unreviewed: false,
  enteredOnBehalf: false,
  conflictingFields: [],
  faults: [],
  now: new Date('2026-03-02T09:00:00Z'),
}
const removed: Facts = {
  ...rejected,
  publication: 'removed',
  approvedBefore: true,
  everPublic: true,
  appealable: 'remove',
}
const settings: Settings = {
  mode: 'pre',
  trust: 'standard',
  organisationState: 'approved',
  organisationIsUnit: false,
  surfaceTakenFrom: null,
  municipalityActive: true,
  editorsMayPublish: false,
  houseRules: [],
}
const message = { message: 'Please look again' }
const decide = (action: string, facts: Facts, relation: Relation, by: Partial<Settings> = {}) =>
  decideTransition(action, facts, relation, { ...settings, ...by }, message)

describe('appealing', () => {
  test('an author may appeal a rejection or a removal, also of a suspended organisation', () => {
    for (const facts of [rejected, removed, { ...removed, state: 'draft' as const }])
      expect(decide('appeal', facts, author, { organisationState: 'suspended' })).toMatchObject({
        allowed: true,
        to: facts.state,
        appeal: 'open',
        publication: 'keep',
      })
  })
  test('once', () => {
    for (const appeal of ['open', 'decided'] as const)
      expect(decide('appeal', { ...rejected, appeal }, author)).toMatchObject({ code: 'already-appealed' })
  })
  test('until six months have passed since the decision', () => {
    const appealUntil = rejected.now.toISOString()
    expect(decide('appeal', { ...rejected, appealUntil }, author)).toMatchObject({ allowed: true })
    const late = { ...rejected, appealUntil, now: new Date(rejected.now.getTime() + 1) }
    expect(decide('appeal', late, author)).toMatchObject({ code: 'not-possible-in-this-state' })
  })
  test('a new rejection may be appealed again', () => {
    const again = decide('reject', { ...rejected, state: 'in-review', appeal: 'decided' }, editor)
    expect(again).toMatchObject({ code: 'invalid-input' })
    expect(
      decideTransition('reject', { ...rejected, state: 'in-review', appeal: 'decided' }, editor, settings, {
        ...message,
        reason: 'other',
      }),
    ).toMatchObject({ appeal: 'reset', appealable: 'reject' })
  })
  test.each([
    ['what was rejected and has been rewritten since', { ...rejected, state: 'draft' as const }],
    [
      'what was rejected after an older removal and has been rewritten',
      { ...removed, state: 'draft' as const, appealable: 'reject' as const },
    ],
    ['what waits for a decision', { ...removed, state: 'in-review' as const }],
    ['what is approved', { ...rejected, state: 'approved' as const, appealable: null }],
  ])('not %s', (_, facts) => {
    expect(decide('appeal', facts, author)).toMatchObject({ code: 'not-possible-in-this-state' })
  })
  test('an editor does not appeal', () => {
    expect(decide('appeal', rejected, editor)).toMatchObject({ code: 'not-allowed' })
  })
  test.each(['save', 'discard-changes', 'delete-draft'])('%s waits until the appeal is decided', (action) => {
    const facts: Facts = { ...rejected, appeal: 'open', approvedBefore: action === 'discard-changes' }
    expect(decideTransition(action, facts, author, settings, {})).toMatchObject({
      code: 'not-possible-in-this-state',
    })
    expect(decideTransition(action, { ...facts, appeal: 'decided' }, author, settings, {})).toMatchObject({
      allowed: true,
    })
  })
})

describe('deciding an appeal', () => {
  const open = { ...rejected, appeal: 'open' as const }
  const openRemoval = { ...removed, appeal: 'open' as const }

  test('another editor than who decided', () => {
    for (const action of ['uphold', 'overturn']) {
      expect(decide(action, open, editor)).toMatchObject({ allowed: true, appeal: 'decided' })
      expect(decide(action, open, whoDecided)).toMatchObject({ code: 'four-eyes' })
      expect(decide(action, open, { ...whoDecided, otherEditorsExist: false })).toMatchObject({
        code: 'four-eyes',
      })
      expect(decide(action, open, author)).toMatchObject({ code: 'not-allowed' })
    }
  })
  test('the municipality-admin, even of her own decision, where there is no other editor', () => {
    const admin = { ...whoDecided, municipalityAdmin: true }
    expect(decide('uphold', open, admin)).toMatchObject({ code: 'four-eyes' })
    expect(decide('uphold', open, { ...admin, otherEditorsExist: false })).toMatchObject({ allowed: true })
  })
  test('overturning needs four eyes and an approved organisation, like approving', () => {
    expect(decide('overturn', open, { ...editor, belongsToOrganisation: true })).toMatchObject({
      code: 'four-eyes',
    })
    expect(decide('overturn', open, editor, { organisationState: 'suspended' })).toMatchObject({
      code: 'organisation-not-approved',
    })
  })
  test('an overturned rejection is approved as it was rejected', () => {
    expect(decide('overturn', open, editor)).toMatchObject({
      to: 'approved',
      snapshot: 'take',
      content: 'keep',
      publication: 'publish',
      personalApproval: true,
      appealable: 'none',
    })
  })
  test('an overturned removal is restored from its snapshot', () => {
    expect(decide('overturn', openRemoval, editor)).toMatchObject({
      to: 'approved',
      snapshot: 'keep',
      content: 'back-to-snapshot',
      publication: 'publish',
    })
  })
  test('a draft that was removed and is incomplete cannot go out by an appeal; a restored version needs no check', () => {
    const faults = [{ field: 'title', code: 'required', message: 'Write a title.' }]
    expect(decide('overturn', { ...open, appealable: 'remove', faults }, editor)).toMatchObject({
      code: 'incomplete',
    })
    expect(decide('overturn', { ...openRemoval, faults }, editor)).toMatchObject({ allowed: true })
  })
  test('upholding changes nothing but the appeal', () => {
    expect(decide('uphold', openRemoval, editor)).toMatchObject({
      to: 'rejected',
      publication: 'keep',
      content: 'keep',
    })
  })
  test('there is nothing to decide without an appeal', () => {
    for (const appeal of [null, 'decided'] as const)
      for (const action of ['uphold', 'overturn'])
        expect(decide(action, { ...rejected, appeal }, editor)).toMatchObject({
          code: 'not-possible-in-this-state',
        })
  })
})
