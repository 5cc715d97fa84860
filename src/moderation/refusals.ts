import { heldFaults, keptForNow } from '../privacy/retention/holds.js'
import type { Relation } from '../tenancy/relation.js'
import { type Facts, type Refused, refused, type Settings } from './decision.js'
import { mayYetAppeal } from './statement.js'
import type { Action } from './states.js'
import { type Condition, type Transition, type Who } from './transition.js'

type Answer = Refused | null

/** In which capacity this person may do the action; the strongest first, so that editors get an editor's form. */
export function capacity(row: Transition, relation: Relation): Who | null {
  const order: [Who, boolean][] = [
    ['clock', relation.clock],
    ['municipality-admin', relation.municipalityAdmin],
    ['editor', relation.editor],
    ['author', relation.author],
  ]
  return order.find(([who, holds]) => holds && row.who.includes(who))?.[0] ?? null
}

/** 403: why this person may not do it, whatever state the document is in. */
export function personRefusal(
  action: Action,
  row: Transition,
  facts: Facts,
  relation: Relation,
  settings: Settings,
): Answer {
  const as = capacity(row, relation)
  if (!as) return refused('not-allowed', `Your account may not ${words(action)} here. Ask ${whoHelps(row)}.`)
  if (!settings.municipalityActive && !row.whileClosed)
    return refused(
      'municipality-closed',
      'The municipality is closed. Content can only be taken down until it reopens.',
    )
  if (settings.organisationState !== 'approved' && !mayWhileNotApproved(row, as))
    return refused(
      'organisation-not-approved',
      'The organisation is not approved by the municipality now. This is possible again once it is.',
    )
  if (row.needsSurface && settings.surfaceTakenFrom)
    return refused('surface-not-allowed', surfaceTaken[settings.surfaceTakenFrom])
  // A correction is public at once: nobody rewrites alone what an association of theirs has published.
  if (action === 'correct' && relation.belongsToOrganisation && !settings.organisationIsUnit)
    return refused('four-eyes', 'You belong to this organisation. Another editor corrects for it.')
  if (action === 'publish') return publishRefusal(facts, relation, settings)
  if ((action === 'uphold' || action === 'overturn') && !mayDecideAppeal(relation))
    return refused(
      'four-eyes',
      'You took the decision that is appealed against. Another editor decides the appeal.',
    )
  if (row.fourEyes && isOwnWork(relation))
    return refused(
      'four-eyes',
      'You wrote this or belong to its organisation. Another editor decides about it.',
    )
  return null
}

/** What is public already stays until somebody takes it down; nothing more comes out. */
const surfaceTaken = {
  organisation:
    'The organisation does not publish on this surface any more. What is public can be withdrawn, and nothing else brought out.',
  municipality:
    'The municipality does not have this surface any more. What is public can be withdrawn, and nothing else brought out.',
}

function mayWhileNotApproved(row: Transition, as: Who): boolean {
  return row.whileNotApproved === 'all' || (row.whileNotApproved === 'editors' && as !== 'author')
}

const isOwnWork = (relation: Relation): boolean =>
  relation.submittedThisRevision || relation.belongsToOrganisation

/** Another editor than who decided; where there is none, the municipality-admin. */
function mayDecideAppeal(relation: Relation): boolean {
  return !relation.tookTheDecision || (relation.municipalityAdmin && !relation.otherEditorsExist)
}

/**
 * `publish` needs no second pair of eyes, so it reaches only the municipality's own content and what an editor wrote
 * for an organisation; an editor's own association goes through review like any other.
 */
function publishRefusal(facts: Facts, relation: Relation, settings: Settings): Answer {
  if (!settings.editorsMayPublish)
    return refused(
      'not-allowed',
      'The municipality does not let editors publish directly. Submit it for review.',
    )
  if (settings.organisationIsUnit) return null
  if (!facts.enteredOnBehalf)
    return refused('not-allowed', 'The organisation wrote this itself. It submits, and an editor approves.')
  if (relation.belongsToOrganisation)
    return refused('four-eyes', 'You belong to this organisation. Another editor publishes for it.')
  return null
}

/** 409: why the document is not where this action begins. */
export function stateRefusal(
  action: Action,
  row: Transition,
  facts: Facts,
  relation: Relation,
  settings: Settings,
): Answer {
  if (facts.state === 'erased') return notNow('This was erased. Nothing more can be done with it.')
  if (!row.from.includes(facts.state))
    return notNow(`You cannot ${words(action)} while the state is "${facts.state}".`)
  if (row.publicationFrom && !row.publicationFrom.includes(facts.publication))
    return notNow(`You cannot ${words(action)} while the publication is "${facts.publication}".`)
  for (const condition of row.conditions) {
    const answer = conditions[condition](facts, relation, settings)
    if (answer) return answer
  }
  return null
}

const notNow = (sentence: string): Refused => refused('not-possible-in-this-state', sentence)

const conditions: Record<Condition, (facts: Facts, relation: Relation, settings: Settings) => Answer> = {
  'has-snapshot': ({ approvedBefore }) =>
    approvedBefore ? null : notNow('There is no approved version to go back to.'),
  'never-approved': ({ approvedBefore, everPublic }) =>
    approvedBefore || everPublic
      ? notNow('It was approved once, so it is withdrawn or erased, not deleted.')
      : null,
  'not-held': ({ held }) => (held ? refused('not-possible-in-this-state', keptForNow, heldFaults) : null),
  'no-open-appeal': ({ appeal }) =>
    appeal === 'open' ? notNow('An appeal is waiting. It can be changed once the appeal is decided.') : null,
  'may-appeal': ({ state, publication, appealable, appeal, appealUntil, now }) => {
    // What was rejected must still be what is there; a removed publication comes back from its snapshot anyway.
    const stands = state === 'rejected' || (appealable === 'remove' && publication === 'removed')
    if (!stands || appealable === null)
      return notNow('Only a rejection or a removal that still stands can be appealed.')
    if (appeal !== null)
      return refused('already-appealed', 'A decision can be appealed once, and this one was.')
    return appealUntil !== null && now.getTime() > Date.parse(appealUntil)
      ? notNow('The time in which this decision could be appealed against is over.')
      : null
  },
  'appeal-open': ({ appeal }) => (appeal === 'open' ? null : notNow('There is no appeal to decide.')),
  claimable: (facts, { account }) =>
    claimHolds(facts) && facts.claimedBy !== account
      ? notNow('Another editor has claimed this just now.')
      : null,
  'claimed-by-actor': (facts, { account, municipalityAdmin }) => {
    if (!claimHolds(facts)) return notNow('Nobody has claimed this.')
    return facts.claimedBy === account || municipalityAdmin
      ? null
      : notNow('Another editor has claimed this.')
  },
  unreviewed: ({ unreviewed }) =>
    unreviewed ? null : notNow('Nothing of this waits to be looked at afterwards.'),
  'same-fields-untouched': ({ conflictingFields }) =>
    conflictingFields.length === 0
      ? null
      : refused(
          'field-conflict',
          'The change under way touches the same fields. Decide about that change first, or correct other fields.',
          conflictingFields.map((field) => ({
            field,
            code: 'changed-in-both',
            message: 'This field differs in the change under way.',
          })),
        ),
  'numbers-found': ({ identityNumbers }) =>
    identityNumbers.length > 0 ? null : notNow('Nothing here looks like an identity number.'),
  // Where the organisation has left, nobody waits and nothing is shown, whatever its items say.
  'nobody-waits': (facts, _, { organisationState }) => {
    if (facts.appeal === 'open' || (facts.state === 'in-review' && organisationState !== 'left'))
      return notNow('Somebody waits for a decision about this.')
    return mayYetAppeal(facts, facts.now) && organisationState !== 'left'
      ? notNow('The decision about this can still be appealed against.')
      : null
  },
  'not-shown': ({ publication }, _, { organisationState }) =>
    ['live', 'scheduled'].includes(publication) && organisationState !== 'left'
      ? notNow('It is public, or will be.')
      : null,
}

function claimHolds({ claimedBy, claimedUntil, now }: Facts): boolean {
  return claimedBy !== null && claimedUntil !== null && Date.parse(claimedUntil) > now.getTime()
}

const words = (action: Action): string => action.replaceAll('-', ' ')

function whoHelps(row: Transition): string {
  if (row.who.includes('clock')) return 'nobody: it happens by itself at its time'
  if (row.who.includes('editor')) return 'an editor of the municipality'
  return row.who.includes('author') ? 'somebody of the organisation' : 'the administrator of the municipality'
}
