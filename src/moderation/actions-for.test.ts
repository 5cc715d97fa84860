import { describe, expect, test } from 'vitest'
import { clockRelation, type Relation } from '../tenancy/relation.js'
import type { Facts, Settings } from './decision.js'
import { actionsFor } from './decide-transition.js'

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
  personalData: [],
  identityNumbers: [],
  identityNumbersInWords: [],
  unreviewed: false,
  enteredOnBehalf: false,
  conflictingFields: [],
  // What the content lacks hides no button; the person is told when pressing it.
  faults: [{ field: 'title', code: 'required', message: 'Write a title.' }],
  now: new Date('2026-03-02T09:00:00Z'),
}
const settings: Settings = {
  mode: 'pre',
  trust: 'standard',
  organisationState: 'approved',
  organisationIsUnit: false,
  surfaceTakenFrom: null,
  municipalityActive: true,
  editorsMayPublish: true,
  houseRules: [],
}
const author: Relation = {
  ...clockRelation,
  clock: false,
  account: 'me',
  author: true,
  belongsToOrganisation: true,
}
const editor: Relation = { ...clockRelation, clock: false, account: 'me', editor: true }
const live: Partial<Facts> = {
  state: 'approved',
  publication: 'live',
  approvedBefore: true,
  everPublic: true,
}

describe('what this account may do now', () => {
  const listed = (relation: Relation, changed: Partial<Facts> = {}): string =>
    actionsFor({ ...facts, ...changed }, relation, settings)
      .map(({ action }) => action)
      .join(' ')

  test.each<[string, Relation, Partial<Facts>, string]>([
    ['an author with a draft', author, { state: 'draft' }, 'save submit delete-draft'],
    ['an author who has submitted', author, {}, 'withdraw-submission'],
    ['an author whose event is live', author, live, 'save announce withdraw'],
    [
      'an author who was refused',
      author,
      { state: 'rejected', appealable: 'reject' },
      'save delete-draft appeal',
    ],
    [
      'an editor with what waits',
      editor,
      {},
      'claim approve approve-with-edits request-changes reject remove',
    ],
    [
      'an editor who belongs to the association',
      { ...editor, belongsToOrganisation: true },
      {},
      'claim request-changes reject remove',
    ],
    ['an editor with a live event', editor, live, 'save correct announce withdraw remove'],
    [
      'an editor with a live post',
      editor,
      { ...live, kind: 'post' },
      'save correct pin unpin withdraw remove',
    ],
    [
      'an editor with what was withdrawn',
      editor,
      { ...live, publication: 'withdrawn' },
      'save remove restore',
    ],
    [
      'an editor with an appeal',
      editor,
      { state: 'rejected', appeal: 'open', appealable: 'reject' },
      'remove uphold overturn',
    ],
    [
      'an admin with a live event',
      { ...editor, municipalityAdmin: true },
      live,
      'save correct announce withdraw remove erase',
    ],
    ['somebody else', { ...editor, editor: false }, live, ''],
    ['the clock', clockRelation, live, ''],
  ])('%s', (_, relation, changed, expected) => {
    expect(listed(relation, changed)).toBe(expected)
  })

  test('comes with its words and its form', () => {
    const [announce] = actionsFor({ ...facts, ...live }, author, settings).filter(
      ({ action }) => action === 'announce',
    )
    expect(announce?.label.nb).toBe('Meld endret status')
    expect(announce?.needs.map(({ field, required }) => `${field} ${required}`)).toEqual([
      'reason true',
      'status true',
      'occurrence false',
    ])
    expect(announce?.needs[1]?.choices?.map(({ code }) => code)).toEqual([
      'cancelled',
      'postponed',
      'scheduled',
    ])
  })
})
