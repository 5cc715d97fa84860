import { DomainError } from '../shared/errors.js'
import type { Actor } from '../tenancy/actor.js'
import { isMunicipalityAdminOf, isOperator } from '../tenancy/membership.js'
import type { CodePurpose } from './codes.js'

export interface CodeFacts {
  account: string
  home: string | null
  /** Contributor of the actor's own organisation and nothing else anywhere. */
  ownContributor: boolean
  /** Never logged in, and the first admin of its municipality. */
  firstAdmin: boolean
  disabled: boolean
}

/**
 * Why this account may not give this code; null where it may. The admin of the home municipality gives every kind; an
 * organisation-admin to those who write for its organisation and nothing else; an operator the first code of the first
 * admin of a municipality. Nobody gives one to themselves: who is logged in knows the password.
 */
export function codeRefusal(actor: Actor, purpose: CodePurpose, facts: CodeFacts): DomainError | null {
  const admin = facts.home !== null && isMunicipalityAdminOf(actor, facts.home)
  const first = purpose === 'password' && facts.firstAdmin && isOperator(actor)
  if (!admin && !facts.ownContributor && !first)
    return new DomainError('not-found', 'There is no such account that you may give a code to.')
  if (facts.account === actor.account)
    return new DomainError('not-allowed', 'Nobody gives a code to themselves. Change your password instead.')
  if (facts.disabled)
    return new DomainError('not-possible-in-this-state', 'The account is disabled. Enable it first.')
  return null
}
