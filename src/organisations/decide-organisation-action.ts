import { notTaken } from '../shared/not-taken.js'
import type { ErrorCode, FieldFault } from '../shared/errors.js'
import type { Actor } from '../tenancy/actor.js'
import {
  belongsTo,
  decidesOnOrganisations,
  isMunicipalityAdminOf,
  isOrganisationAdminOf,
  type Ownership,
} from '../tenancy/membership.js'
import {
  type OrganisationAction,
  organisationActions,
  type OrganisationActor,
  organisationLife,
  type OrganisationState,
  type OrganisationTransition,
} from './life.js'

/** What the actor is to one organisation. */
export interface OrganisationRelation {
  decider: boolean
  municipalityAdmin: boolean
  organisationAdmin: boolean
  belongsToOrganisation: boolean
}

export interface OrganisationFacts {
  /** `new`: the municipality does not know it yet. */
  state: OrganisationState | 'new'
  municipalityActive: boolean
}

export interface OrganisationInput {
  message?: string | null
  revision?: number | null
}

export type OrganisationDecision =
  | ({ allowed: true; to: OrganisationState } & Pick<
      OrganisationTransition,
      'publication' | 'profile' | 'confirms'
    >)
  | { allowed: false; code: ErrorCode; message: string; faults: FieldFault[] }

/** Longest message of a decision on an organisation, in characters. */
export const longestOrganisationMessage = 4_000

/** Relates an account to an organisation; nobody logged in is a member of the public, who may only apply. */
export function organisationRelation(actor: Actor | null, organisation: Ownership): OrganisationRelation {
  return {
    decider: actor !== null && decidesOnOrganisations(actor, organisation.municipality),
    municipalityAdmin: actor !== null && isMunicipalityAdminOf(actor, organisation.municipality),
    organisationAdmin: actor !== null && isOrganisationAdminOf(actor, organisation),
    belongsToOrganisation: actor !== null && belongsTo(actor, organisation),
  }
}

/** Decides what may happen to an organisation, in the same order of refusals as for content: 404, 403, 409, 422. */
export function decideOrganisationAction(
  action: string,
  facts: OrganisationFacts,
  relation: OrganisationRelation,
  input: OrganisationInput,
): OrganisationDecision {
  if (!isOrganisationAction(action)) return no('not-found', 'There is no such action for an organisation.')
  const row = organisationLife[action]
  const refusal = refusalOf(action, row, facts, relation)
  if (refusal) return refusal
  const faults = [...messageFaults(row, input), ...notTaken(input, ['revision', 'message'])]
  if (faults.length > 0) return no('invalid-input', 'Something is missing or not as it should be.', faults)
  const { to, publication, profile, confirms } = row
  // What was never public has nothing to end: no tombstone for an application that was taken back.
  const ends = publication === 'end' && facts.state !== 'approved' && facts.state !== 'suspended'
  return { allowed: true, to, publication: ends ? 'keep' : publication, profile, confirms }
}

/** What this account may do with the organisation now. `apply` and `invite` make one, so they are never listed. */
export function organisationActionsFor(
  facts: OrganisationFacts,
  relation: OrganisationRelation,
): { action: OrganisationAction; message: OrganisationTransition['message'] }[] {
  return organisationActions.flatMap((action) => {
    const row = organisationLife[action]
    if (action === 'apply' || action === 'invite' || refusalOf(action, row, facts, relation)) return []
    return [{ action, message: row.message }]
  })
}

function refusalOf(
  action: OrganisationAction,
  row: OrganisationTransition,
  facts: OrganisationFacts,
  relation: OrganisationRelation,
): Extract<OrganisationDecision, { allowed: false }> | null {
  const is: Record<OrganisationActor, boolean> = {
    anyone: true,
    decider: relation.decider,
    'municipality-admin': relation.municipalityAdmin,
    'organisation-admin': relation.organisationAdmin,
  }
  if (!row.who.some((who) => is[who]))
    return no('not-allowed', `Your account may not ${action} this organisation.`)
  if (!facts.municipalityActive && !row.whileMunicipalityClosed)
    return no('municipality-closed', 'The municipality is closed. This is possible again when it reopens.')
  if (row.fourEyes && relation.belongsToOrganisation)
    return no(
      'four-eyes',
      'You belong to this organisation. Somebody else at the municipality decides about it.',
    )
  if (!row.from.includes(facts.state))
    return no(
      'not-possible-in-this-state',
      `You cannot ${action} an organisation that is ${words[facts.state]}.`,
    )
  return null
}

function messageFaults(
  { message: need }: OrganisationTransition,
  { message }: OrganisationInput,
): FieldFault[] {
  const fault = (code: string, sentence: string): FieldFault[] => [
    { field: 'message', code, message: sentence },
  ]
  const text = message?.trim() ?? ''
  if (text && need === 'none') return fault('not-taken', 'This action takes no message.')
  if (!text && need === 'required')
    return fault('required', 'Write a message: it tells the organisation why.')
  if (text.length > longestOrganisationMessage)
    return fault('too-long', `The message can have at most ${longestOrganisationMessage} characters.`)
  return []
}

const words: Record<OrganisationFacts['state'], string> = {
  new: 'not registered yet',
  applied: 'waiting for a decision',
  invited: 'invited',
  approved: 'approved',
  declined: 'declined',
  suspended: 'suspended',
  left: 'no longer here',
}

export function isOrganisationAction(name: string): name is OrganisationAction {
  return (organisationActions as readonly string[]).includes(name)
}

function no(
  code: ErrorCode,
  message: string,
  faults: FieldFault[] = [],
): Extract<OrganisationDecision, { allowed: false }> {
  return { allowed: false, code, message, faults }
}
