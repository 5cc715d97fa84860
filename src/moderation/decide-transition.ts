import type { Relation } from '../tenancy/relation.js'
import type { Allowed, ByRule, Decision, DecisionInput, Facts, Refused, Settings } from './decision.js'
import { refused } from './decision.js'
import { formFor, type FormNeed, missingFrom } from './missing.js'
import type { Labels } from './reasons.js'
import { actionLabels } from './action-labels.js'
import { capacity, personRefusal, stateRefusal } from './refusals.js'
import { type Action, actions, isAction, type PublicationState } from './states.js'
import type { Effects, PublicationEffect, Transition, Who } from './transition.js'
import { transitions } from './transitions.js'

/**
 * Decides whether somebody may do something to a working document now, and what follows from it. Pure: the same
 * values always give the same decision. Refusals come in this order: no such action (404), not this person (403), not
 * in this state (409), something is missing (422).
 */
export function decideTransition(
  action: string,
  facts: Facts,
  relation: Relation,
  settings: Settings,
  input: DecisionInput,
): Decision {
  const known = rowFor(action, facts)
  if (!known) return refused('not-found', 'There is no such action here.')
  const { row, name } = known
  const refusal = refusalOf(name, row, facts, relation, settings)
  if (refusal) return refusal
  const as = capacity(row, relation) as Who
  const missing = missingFrom(name, row, as, input, settings)
  if (missing.length > 0)
    return refused('invalid-input', 'Something is missing or not as it should be.', missing)
  if (facts.identityNumbersInWords.length > 0)
    return refused('personal-data', numbersInWords, facts.identityNumbersInWords)
  const effects = effectsOf(name, row, facts)
  const numbers = unaccepted(row, as, facts, input)
  if (facts.faults.length > 0 && row.validation && takesContent(name, effects))
    return row.validation === 'strict'
      ? refused('incomplete', 'The content is not complete yet.', [...facts.faults, ...numbers])
      : refused('invalid-input', 'Some of the content cannot be saved as it is.', facts.faults)
  if (numbers.length > 0)
    return refused('personal-data', as === 'author' ? numbersForAuthors : numbersForEditors, numbers)
  return settle(name, row, as, effects, facts, settings, input)
}

const numbersInWords =
  'Your message holds what looks like an identity number of a person. Write it without the number.'
const numbersForAuthors =
  'The text holds what looks like an identity number of a person. Take it out, or ask an editor of the municipality if it is none.'
const numbersForEditors =
  'The text holds what looks like an identity number of a person. Take it out, or say why it may stand (override).'

/** What looks like an identity number stops what brings it before others, unless an editor says why it may stand. */
function unaccepted(
  row: Transition,
  as: Who,
  facts: Facts,
  { override }: DecisionInput,
): Facts['identityNumbers'] {
  const accepted = as !== 'author' && as !== 'clock' && Boolean(override?.trim())
  return row.personalData === 'content' && !accepted ? facts.identityNumbers : []
}

export interface PossibleAction {
  action: Action
  label: Labels
  needs: FormNeed[]
}

/** What this account may do now, from the same table; what the content still lacks is told when it is tried. */
export function actionsFor(facts: Facts, relation: Relation, settings: Settings): PossibleAction[] {
  return actions.flatMap((action) => {
    const row = rowFor(action, facts)?.row
    if (!row || row.who.includes('clock') || refusalOf(action, row, facts, relation, settings)) return []
    const as = capacity(row, relation) as Who
    // Asked for only where there is something to accept.
    const needs = formFor(action, row, as, settings.houseRules).filter(
      ({ field }) => field !== 'override' || facts.identityNumbers.length > 0,
    )
    return [{ action, label: actionLabels[action], needs }]
  })
}

function rowFor(action: string, facts: Facts): { name: Action; row: Transition } | null {
  if (!isAction(action)) return null
  const row = transitions[action]
  return row.kinds.includes(facts.kind) ? { name: action, row } : null
}

function refusalOf(
  action: Action,
  row: Transition,
  facts: Facts,
  relation: Relation,
  settings: Settings,
): Refused | null {
  return (
    personRefusal(action, row, facts, relation, settings) ??
    stateRefusal(action, row, facts, relation, settings)
  )
}

/** What an overturned decision would have been: the removed publication comes back, or the content is approved. */
function effectsOf(action: Action, row: Transition, facts: Facts): Effects {
  if (action !== 'overturn') return row
  return facts.appealable === 'remove' && facts.approvedBefore ? transitions.restore : transitions.approve
}

/** Going back to a snapshot brings nothing that was not approved already, so its content is not checked again. */
function takesContent(action: Action, effects: Effects): boolean {
  return action !== 'overturn' || effects.snapshot === 'take'
}

/**
 * Whether a submission needs no person: the mode or the trust lets it through, nothing looks like personal data, and
 * no editor has objected since a person last approved. Profiles have no mode; they wait unless trusted.
 */
export function ruleThatApproves(facts: Facts, settings: Settings): ByRule {
  if (facts.personalData.length > 0 || facts.objectedSinceApproval || settings.trust === 'probation')
    return null
  if (settings.mode === 'post' && facts.kind !== 'organisation') return 'mode-post'
  return settings.trust === 'trusted' ? 'trust' : null
}

function settle(
  action: Action,
  row: Transition,
  as: Who,
  effects: Effects,
  facts: Facts,
  settings: Settings,
  { override }: DecisionInput,
): Allowed {
  const byRule = action === 'submit' ? ruleThatApproves(facts, settings) : null
  const to = byRule ? 'approved' : effects.to === 'same' ? facts.state : effects.to
  return {
    allowed: true,
    to,
    snapshot: byRule ? 'take' : effects.snapshot,
    publication: byRule ? 'publish' : publicationEffect(effects.publication, facts),
    content: effects.content,
    revisionGrows: row.revisionGrows,
    byRule,
    // Mode `post` means that somebody looks afterwards; trust means that nobody has to.
    listForReview: row.listForReview || byRule === 'mode-post',
    looksOver: row.looksOver && as !== 'author',
    objection: row.objection && as !== 'author',
    personalApproval: row.personalApproval,
    as,
    acceptsNumbersIn: override
      ? [...new Set(facts.identityNumbers.map(({ field }) => field.split('.')[0]!))]
      : [],
    claim: action === 'claim' ? 'take' : action === 'release' || to !== facts.state ? 'release' : 'keep',
    ...appealAfter(action, facts),
  }
}

function publicationEffect(effect: Effects['publication'], facts: Facts): PublicationEffect {
  if (effect === 'take-down') return facts.publication === 'live' ? 'withdraw' : 'unschedule'
  if (effect !== 'remove-if-public') return effect
  if (facts.everPublic || publicBefore.includes(facts.publication)) return 'remove'
  return facts.publication === 'scheduled' ? 'unschedule' : 'keep'
}

const publicBefore: readonly PublicationState[] = ['live', 'expired', 'withdrawn', 'removed']

/** One appeal per decision: a new rejection or removal opens the way again, an approval closes the matter. */
function appealAfter(action: Action, facts: Facts): Pick<Allowed, 'appeal' | 'appealable'> {
  if (action === 'appeal') return { appeal: 'open', appealable: 'keep' }
  if (action === 'uphold') return { appeal: 'decided', appealable: 'keep' }
  if (action === 'overturn') return { appeal: 'decided', appealable: 'none' }
  if (action === 'reject' || action === 'remove')
    return { appeal: facts.appeal === 'open' ? 'keep' : 'reset', appealable: action }
  if (transitions[action].personalApproval || action === 'erase' || action === 'forget')
    return { appeal: 'reset', appealable: 'none' }
  return { appeal: 'keep', appealable: 'keep' }
}
