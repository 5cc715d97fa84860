import { describe, expect, test } from 'vitest'
import { publicationStates as statesOfPublication } from '../publication/publication.js'
import { trustLevels } from '../organisations/life.js'
import type { Relation } from '../tenancy/relation.js'
import type { DecisionInput, Facts, Settings } from './decision.js'
import { actionsFor, decideTransition } from './decide-transition.js'
import { actions, moderatedKinds, modes, publicationStates, workflowStates } from './states.js'

export const nobody: Relation = {
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
const people: Record<string, Relation> = {
  nobody,
  author: { ...nobody, author: true, belongsToOrganisation: true, submittedThisRevision: true },
  editor: { ...nobody, editor: true },
  'editor who belongs': { ...nobody, editor: true, belongsToOrganisation: true },
  'editor who submitted': { ...nobody, editor: true, submittedThisRevision: true },
  admin: { ...nobody, editor: true, municipalityAdmin: true },
  'editor and author': { ...nobody, editor: true, author: true, belongsToOrganisation: true },
  clock: { ...nobody, account: null, clock: true },
}
const facts: Facts = {
  kind: 'event',
  state: 'draft',
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
  faults: [],
  now: new Date('2026-03-02T09:00:00Z'),
}
const number = { field: 'title', code: 'se-personnummer', message: 'Take it out' }
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
const enough: Record<string, DecisionInput> = {
  reject: { message: 'Because', reason: 'incomplete' },
  remove: { message: 'Because', reason: 'illegal' },
  'request-changes': { message: 'Please add the place' },
  'approve-with-edits': { edits: true },
  correct: { edits: true, message: 'The wrong hall' },
  announce: { status: 'cancelled', reason: 'weather' },
  withdraw: { reason: 'organiser' },
  appeal: { message: 'We disagree' },
  uphold: { message: 'It stands' },
  overturn: { message: 'You were right' },
  erase: { reason: 'request' },
}

/**
 * The moderation table, written again by hand as the domain describes it. Columns: action | who | kinds | from → to |
 * publication. `E` stands for editors; `E4` for those of them who pass four eyes. Appeals and claims have tests below.
 */
const byHand = `
save                | author E | eop | draft>draft changes-requested>draft rejected>draft approved>draft | any
submit              | author   | eop | draft>review changes-requested>review                            | any
withdraw-submission | author   | eop | in-review>draft                                                 | any
discard-changes     | author E | eop | draft>approved changes-requested>approved rejected>approved      | scheduled live expired withdrawn removed erased
delete-draft        | author E | ep  | draft>gone changes-requested>gone rejected>gone                  | none
claim               | E        | eop | in-review>in-review                                             | any
approve             | E4       | eop | in-review>approved                                              | any
approve-with-edits  | E4       | eop | in-review>approved                                              | any
request-changes     | E        | eop | in-review>changes-requested                                     | any
reject              | E        | eop | in-review>rejected                                              | any
publish             | E        | eop | draft>approved in-review>approved changes-requested>approved    | any
correct             | E        | eop | draft>draft in-review>in-review changes-requested>changes-requested rejected>rejected approved>approved | scheduled live
announce            | author E | e   | same | live
pin                 | E        | p   | same | live
unpin               | E        | p   | same | live
withdraw            | author E | ep  | same | scheduled live
remove              | E        | eop | draft>rejected in-review>rejected changes-requested>rejected rejected>rejected approved>rejected | any
restore             | E4       | eop | draft>approved in-review>approved changes-requested>approved rejected>approved approved>approved | withdrawn removed
erase               | admin    | eop | draft>erased in-review>erased changes-requested>erased rejected>erased approved>erased | any
go-live             | clock    | ep  | same | scheduled
expire              | clock    | ep  | same | live
forget              | clock    | eop | draft>erased changes-requested>erased rejected>erased approved>erased | none expired withdrawn removed erased
`
const groups: Record<string, string[]> = {
  author: ['author', 'editor and author'],
  E: ['editor', 'editor who belongs', 'editor who submitted', 'admin', 'editor and author'],
  E4: ['editor', 'admin'],
  admin: ['admin'],
  clock: ['clock'],
}
const failsFourEyes = ['editor who belongs', 'editor who submitted', 'editor and author']
const kindLetters = { e: 'event', o: 'organisation', p: 'post' } as const
/** What a submission becomes, for content of a surface, by mode and trust. */
const submission: Record<string, string> = {
  'pre standard': 'in-review',
  'pre trusted': 'approved',
  'pre probation': 'in-review',
  'post standard': 'approved',
  'post trusted': 'approved',
  'post probation': 'in-review',
}

const rows = byHand
  .trim()
  .split('\n')
  .map((line) => {
    const [action = '', who = '', kinds = '', moves = '', publications = ''] = line
      .split('|')
      .map((cell) => cell.trim())
    const stays = 'draft in-review changes-requested rejected approved'
      .split(' ')
      .map((state) => [state, state])
    return {
      action,
      who: who.split(' '),
      kinds: [...kinds].map((letter) => kindLetters[letter as 'e' | 'o' | 'p'] as string),
      moves: Object.fromEntries(
        moves === 'same' ? stays : moves.split(' ').map((move) => move.split('>')),
      ) as Record<string, string>,
      publications: publications === 'any' ? [...publicationStates] : publications.split(' '),
    }
  })

describe('the moderation table, cell by cell', () => {
  test('knows the same states of publication as the publication itself', () => {
    expect(publicationStates).toEqual(statesOfPublication)
  })

  test.each(rows)('$action', (row) => {
    let cells = 0
    for (const kind of moderatedKinds)
      for (const state of workflowStates)
        for (const publication of publicationStates)
          for (const [name, relation] of Object.entries(people))
            for (const mode of modes)
              for (const trust of trustLevels) {
                const approvedBefore = publication !== 'none'
                const decision = decideTransition(
                  row.action,
                  { ...facts, kind, state, publication, approvedBefore, enteredOnBehalf: true },
                  relation,
                  { ...settings, mode, trust },
                  enough[row.action] ?? {},
                )
                cells += 1
                const cell = `${row.action} ${kind} ${state} ${publication} by ${name}, ${mode} ${trust}`
                const answer = decision.allowed ? decision.to : decision.code
                expect(answer, cell).toBe(expected())

                function expected(): string {
                  if (!row.kinds.includes(kind)) return 'not-found'
                  const may = row.who.some((group) => groups[group]?.includes(name))
                  if (!may && row.who.includes('E4') && failsFourEyes.includes(name)) return 'four-eyes'
                  if (!may) return 'not-allowed'
                  if (
                    (row.action === 'publish' || row.action === 'correct') &&
                    (name === 'editor who belongs' || name === 'editor and author')
                  )
                    return 'four-eyes'
                  const to = row.moves[state]
                  if (!to || !row.publications.includes(publication)) return 'not-possible-in-this-state'
                  if (to !== 'review') return to
                  if (kind === 'organisation') return trust === 'trusted' ? 'approved' : 'in-review'
                  return submission[`${mode} ${trust}`] ?? ''
                }
              }
    expect(cells).toBe(3 * 6 * 7 * 8 * 2 * 3)
  })

  test('every action is walked here or has its own tests', () => {
    const own = ['release', 'look-over', 'accept-numbers', 'appeal', 'uphold', 'overturn']
    expect([...rows.map(({ action }) => action), ...own].sort()).toEqual([...actions].sort())
  })

  test('an action that does not exist is refused before anything is asked about the person', () => {
    for (const name of ['', 'toString', '__proto__', 'Approve', 'approve '])
      expect(decideTransition(name, facts, nobody, settings, {})).toMatchObject({
        allowed: false,
        code: 'not-found',
      })
  })
})

describe('what the clock forgets when its time is over', () => {
  const forget = (changed: Partial<Facts>, by: Partial<Settings> = {}) =>
    decideTransition('forget', { ...facts, ...changed }, people.clock!, { ...settings, ...by }, {}).allowed

  test('is nothing that somebody waits for a decision about, and nothing that is shown', () => {
    expect(forget({ publication: 'withdrawn', appeal: 'decided' })).toBe(true)
    expect(forget({ publication: 'removed', appeal: 'open' })).toBe(false)
    expect(forget({ state: 'in-review', publication: 'expired' })).toBe(false)
    for (const publication of ['live', 'scheduled'] as const) expect(forget({ publication })).toBe(false)
  })
  test('is nothing of which the refusal may still be appealed against', () => {
    const refused = { state: 'rejected', appealable: 'reject', appealUntil: facts.now.toISOString() } as const
    expect(forget(refused)).toBe(false)
    expect(forget({ ...refused, now: new Date(facts.now.getTime() + 1) })).toBe(true)
    expect(forget({ ...refused, appeal: 'decided' })).toBe(true)
    expect(forget({ ...refused, appealUntil: null })).toBe(true)
    expect(forget(refused, { organisationState: 'left' })).toBe(true)
  })
  test('is also what an organisation that has left had out, which nobody sees any more', () => {
    const left = { organisationState: 'left' } as const
    expect(forget({ publication: 'live' }, left)).toBe(true)
    expect(forget({ state: 'in-review' }, left)).toBe(true)
    expect(forget({ publication: 'live' }, { organisationState: 'suspended' })).toBe(false)
    expect(forget({ appeal: 'open' }, left)).toBe(false)
  })
})

test('what the municipality holds is deleted by nobody, and erased by the admin; everything else goes on', () => {
  const everyone = { ...people.admin!, author: true, clock: true }
  const possible = (held: boolean): string[] =>
    rows
      .filter(({ action, kinds, moves, publications }) =>
        Object.keys(moves).some((state) => {
          const asked: Facts = {
            ...facts,
            held,
            kind: kinds.includes('event') ? 'event' : 'post',
            state: state as Facts['state'],
            publication: (publications.includes('none') ? 'none' : publications[0]) as Facts['publication'],
            approvedBefore: !publications.includes('none'),
            enteredOnBehalf: true,
          }
          return decideTransition(action, asked, everyone, settings, enough[action] ?? {}).allowed
        }),
      )
      .map(({ action }) => action)
  expect(possible(true)).toEqual(possible(false).filter((action) => action !== 'delete-draft'))
  expect(possible(false)).toContain('delete-draft')
  const draft: Facts = { ...facts, state: 'draft', held: true }
  expect(decideTransition('delete-draft', draft, people.author!, settings, {})).toMatchObject({
    code: 'not-possible-in-this-state',
    faults: [{ code: 'held' }],
  })
})

describe('what may be done while something is closed', () => {
  const whileClosed =
    'withdraw-submission discard-changes delete-draft claim request-changes reject unpin withdraw remove erase expire forget'
  const suspendedAuthor = 'withdraw-submission discard-changes delete-draft withdraw'
  const suspendedEditor =
    'save discard-changes delete-draft claim request-changes reject unpin withdraw remove erase'

  const outcome = (changed: Partial<Settings>, relation: Relation): string[] =>
    rows
      .filter(({ action, kinds, moves, publications }) =>
        Object.keys(moves).some(
          (state) =>
            decideTransition(
              action,
              {
                ...facts,
                kind: kinds.includes('event') ? 'event' : 'post',
                state: state as Facts['state'],
                publication: (publications.includes('none')
                  ? 'none'
                  : publications[0]) as Facts['publication'],
                approvedBefore: !publications.includes('none'),
                enteredOnBehalf: true,
              },
              relation,
              { ...settings, ...changed },
              enough[action] ?? {},
            ).allowed,
        ),
      )
      .map(({ action }) => action)

  test('in a closed municipality content can only be taken back or taken down', () => {
    const everyone = { ...people.admin!, author: true, clock: true }
    expect(outcome({ municipalityActive: false }, everyone)).toEqual(whileClosed.split(' '))
  })

  test.each(['applied', 'invited', 'declined', 'suspended', 'left'] as const)(
    'an organisation that is %s gets nothing out, and editors may still take down',
    (organisationState) => {
      expect(outcome({ organisationState }, people.author!)).toEqual(suspendedAuthor.split(' '))
      expect(outcome({ organisationState }, people.admin!)).toEqual(suspendedEditor.split(' '))
      expect(outcome({ organisationState }, people.clock!)).toEqual(['expire', 'forget'])
    },
  )

  test.each(['organisation', 'municipality'] as const)(
    'on a surface that the %s does not have nothing comes out, and what is there can be written on and taken down',
    (surfaceTakenFrom) => {
      const everyone = { ...people.admin!, author: true, clock: true }
      const bringsOut = 'submit approve approve-with-edits publish correct restore go-live'.split(' ')
      const rest = rows.map(({ action }) => action).filter((action) => !bringsOut.includes(action))
      expect(outcome({ surfaceTakenFrom }, everyone)).toEqual(rest)
      for (const action of [...bringsOut, 'overturn'])
        expect(
          decideTransition(action, facts, everyone, { ...settings, surfaceTakenFrom }, {}),
          action,
        ).toMatchObject({ code: 'surface-not-allowed' })
    },
  )

  test('the author of an organisation that is not approved is told so by code', () => {
    for (const action of ['save', 'submit'])
      expect(
        decideTransition(action, facts, people.author!, { ...settings, organisationState: 'suspended' }, {}),
      ).toMatchObject({ code: 'organisation-not-approved' })
  })
})

describe('approved by rule', () => {
  const submit = (changed: Partial<Facts>, by: Partial<Settings>) =>
    decideTransition('submit', { ...facts, ...changed }, people.author!, { ...settings, ...by }, {})

  test('mode post lets it out, says so and lists it for review', () => {
    expect(submit({}, { mode: 'post' })).toMatchObject({
      to: 'approved',
      byRule: 'mode-post',
      listForReview: true,
      snapshot: 'take',
      publication: 'publish',
      personalApproval: false,
    })
  })
  test('trust lets it out and nobody has to look', () => {
    expect(submit({}, { trust: 'trusted' })).toMatchObject({
      to: 'approved',
      byRule: 'trust',
      listForReview: false,
    })
  })
  test.each([{ personalData: [number] }, { objectedSinceApproval: true }])('not with %o', (changed) => {
    for (const by of [
      { mode: 'post' },
      { trust: 'trusted' },
      { mode: 'post', trust: 'trusted' },
    ] as Partial<Settings>[])
      expect(submit(changed, by)).toMatchObject({
        to: 'in-review',
        byRule: null,
        snapshot: 'keep',
        publication: 'keep',
      })
  })
  test('an incomplete event is not submitted, in any mode', () => {
    const faults = [{ field: 'title', code: 'required', message: 'Write a title.' }]
    for (const mode of modes)
      expect(submit({ faults }, { mode })).toMatchObject({ code: 'incomplete', faults })
  })
})

describe('four eyes and publishing directly', () => {
  const publish = (changed: Partial<Facts>, relation: Relation, by: Partial<Settings>) =>
    decideTransition('publish', { ...facts, ...changed }, relation, { ...settings, ...by }, {})

  test('an editor cannot approve an event of an association that she belongs to', () => {
    const waiting = { ...facts, state: 'in-review' as const }
    expect(decideTransition('approve', waiting, people['editor who belongs']!, settings, {})).toMatchObject({
      allowed: false,
      code: 'four-eyes',
    })
  })
  test("a unit's content may be published by an editor of the unit", () => {
    expect(publish({}, people['editor and author']!, { organisationIsUnit: true })).toMatchObject({
      to: 'approved',
    })
  })
  test('what was entered on behalf of an organisation is published by an editor', () => {
    expect(publish({ enteredOnBehalf: true }, people.editor!, {})).toMatchObject({ to: 'approved' })
  })
  test('what an association wrote itself is never published past review', () => {
    expect(publish({ state: 'in-review' }, people.admin!, {})).toMatchObject({ code: 'not-allowed' })
  })
  test('nothing is published directly where the municipality does not allow it', () => {
    expect(publish({}, people.admin!, { organisationIsUnit: true, editorsMayPublish: false })).toMatchObject({
      code: 'not-allowed',
    })
  })
})

describe('taking down and putting back', () => {
  const decide = (
    action: string,
    changed: Partial<Facts>,
    relation = people.editor!,
    input = enough[action] ?? {},
  ) => decideTransition(action, { ...facts, approvedBefore: true, ...changed }, relation, settings, input)

  test.each([
    ['live', 'withdraw'],
    ['scheduled', 'unschedule'],
  ] as const)('withdrawing what is %s does %s', (publication, effect) => {
    expect(decide('withdraw', { state: 'draft', publication })).toMatchObject({
      to: 'draft',
      publication: effect,
    })
  })
  test('what was planned and taken back before it went out is put back, with the checks of approving', () => {
    for (const state of ['approved', 'draft', 'rejected'] as const) {
      const planned = { state, publication: 'none' } as const
      expect(decide('restore', planned)).toMatchObject({
        to: 'approved',
        publication: 'publish',
        snapshot: 'keep',
      })
      expect(decide('restore', planned, people['editor who belongs'])).toMatchObject({ code: 'four-eyes' })
      expect(decide('restore', { ...planned, approvedBefore: false })).toMatchObject({
        code: 'not-possible-in-this-state',
      })
    }
  })
  test('an editor who withdraws objects; an author who withdraws does not', () => {
    const live = { state: 'approved', publication: 'live' } as const
    expect(decide('withdraw', live)).toMatchObject({ objection: true })
    expect(decide('withdraw', live, people.author)).toMatchObject({ objection: false })
  })
  test.each([
    ['none', false, 'keep'],
    ['none', true, 'remove'],
    ['scheduled', false, 'unschedule'],
    ['scheduled', true, 'remove'],
    ['live', true, 'remove'],
    ['expired', true, 'remove'],
    ['withdrawn', true, 'remove'],
    ['live', false, 'remove'],
  ] as const)('removing what is %s (ever public: %s) does %s', (publication, everPublic, effect) => {
    expect(decide('remove', { publication, everPublic })).toMatchObject({
      to: 'rejected',
      publication: effect,
      objection: true,
    })
  })
  test('rejecting a change leaves the live version', () => {
    expect(decide('reject', { state: 'in-review', publication: 'live' })).toMatchObject({
      publication: 'keep',
      snapshot: 'keep',
      objection: true,
    })
  })
  test('restoring brings back the snapshot, never the words written since', () => {
    expect(decide('restore', { state: 'in-review', publication: 'removed' })).toMatchObject({
      to: 'approved',
      snapshot: 'keep',
      content: 'back-to-snapshot',
      publication: 'publish',
      personalApproval: true,
    })
  })
  test('erasing destroys content and snapshot, and nothing leads out', () => {
    expect(decide('erase', { publication: 'live' }, people.admin)).toMatchObject({
      to: 'erased',
      snapshot: 'drop',
      content: 'destroy',
      publication: 'erase',
    })
    for (const [name, relation] of Object.entries(people))
      expect(
        actionsFor({ ...facts, state: 'erased', publication: 'erased' }, relation, settings),
        name,
      ).toEqual([])
  })
  test('going live takes the snapshot, whatever the working document is now', () => {
    expect(decide('go-live', { state: 'draft', publication: 'scheduled' }, people.clock)).toMatchObject({
      to: 'draft',
      snapshot: 'keep',
      publication: 'publish',
    })
  })
  test('a correction goes into the snapshot and into the change under way, unless both touch a field', () => {
    const underWay = { state: 'draft', publication: 'live' } as const
    expect(decide('correct', underWay)).toMatchObject({
      to: 'draft',
      snapshot: 'edit',
      content: 'edit',
      publication: 'rewrite',
    })
    expect(decide('correct', { ...underWay, conflictingFields: ['place'] })).toMatchObject({
      code: 'field-conflict',
      faults: [{ field: 'place' }],
    })
  })
})

describe('deleting a draft', () => {
  test('only what was never approved and never public', () => {
    const remove = (changed: Partial<Facts>) =>
      decideTransition('delete-draft', { ...facts, ...changed }, people.author!, settings, {})
    expect(remove({})).toMatchObject({ to: 'gone', content: 'destroy' })
    expect(remove({ approvedBefore: true })).toMatchObject({ code: 'not-possible-in-this-state' })
    expect(remove({ everPublic: true })).toMatchObject({ code: 'not-possible-in-this-state' })
  })
})

describe('claims', () => {
  const waiting: Facts = { ...facts, state: 'in-review' }
  const until = '2026-03-02T09:20:00Z'
  const decide = (action: string, changed: Partial<Facts>, relation = people.editor!) =>
    decideTransition(action, { ...waiting, ...changed }, relation, settings, {})

  test('claiming and releasing leave state and revision alone', () => {
    expect(decide('claim', {})).toMatchObject({ to: 'in-review', revisionGrows: false, claim: 'take' })
    expect(decide('release', { claimedBy: 'a1', claimedUntil: until })).toMatchObject({
      to: 'in-review',
      revisionGrows: false,
      claim: 'release',
    })
  })
  test("another editor's claim holds until it expires", () => {
    expect(decide('claim', { claimedBy: 'a2', claimedUntil: until })).toMatchObject({ allowed: false })
    expect(decide('claim', { claimedBy: 'a2', claimedUntil: '2026-03-02T08:59:59Z' })).toMatchObject({
      claim: 'take',
    })
  })
  test('a claim does not stop another editor from deciding, and a decision ends it', () => {
    expect(decide('approve', { claimedBy: 'a2', claimedUntil: until })).toMatchObject({ claim: 'release' })
  })
  test("only its holder or the municipality's admin releases a claim", () => {
    const held = { claimedBy: 'a2', claimedUntil: until }
    expect(decide('release', held)).toMatchObject({ allowed: false })
    expect(decide('release', held, people.admin)).toMatchObject({ claim: 'release' })
    expect(decide('release', {})).toMatchObject({ code: 'not-possible-in-this-state' })
    expect(decide('release', held, people.author)).toMatchObject({ code: 'not-allowed' })
  })
})

describe('looking at what went out unreviewed', () => {
  const out: Facts = {
    ...facts,
    state: 'approved',
    publication: 'live',
    approvedBefore: true,
    unreviewed: true,
  }
  const decide = (action: string, changed: Partial<Facts> = {}, relation = people.editor!) =>
    decideTransition(action, { ...out, ...changed }, relation, settings, enough[action] ?? {})

  test('takes it off the list and changes nothing else', () => {
    expect(decide('look-over')).toMatchObject({
      to: 'approved',
      looksOver: true,
      publication: 'keep',
      snapshot: 'keep',
      revisionGrows: false,
      personalApproval: false,
    })
    expect(decide('look-over', { state: 'draft' })).toMatchObject({ to: 'draft', looksOver: true })
  })
  test('is for what waits to be looked at, and for editors with no part in it', () => {
    expect(decide('look-over', { unreviewed: false })).toMatchObject({ code: 'not-possible-in-this-state' })
    expect(decide('look-over', {}, people.author)).toMatchObject({ code: 'not-allowed' })
    expect(decide('look-over', {}, people['editor who belongs'])).toMatchObject({ code: 'four-eyes' })
    expect(decide('look-over', { kind: 'organisation' })).toMatchObject({ code: 'not-found' })
  })
  test('is what an editor has done who corrects, takes down or approves it, and nobody else', () => {
    for (const action of ['correct', 'withdraw', 'remove'])
      expect(decide(action)).toMatchObject({ looksOver: true })
    expect(decide('approve', { state: 'in-review' })).toMatchObject({ looksOver: true })
    expect(decide('withdraw', {}, people.author)).toMatchObject({ allowed: true, looksOver: false })
    for (const action of ['reject', 'request-changes', 'claim'])
      expect(decide(action, { state: 'in-review' })).toMatchObject({ allowed: true, looksOver: false })
  })
})
