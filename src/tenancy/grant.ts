import { DomainError, type FieldFault } from '../shared/errors.js'
import type { Actor, Role } from './actor.js'
import { isMunicipalityAdminOf, isOperator, isOrganisationAdminOf } from './membership.js'

/** A membership that somebody wants to give or change. Ids of documents. */
export interface Grant {
  account: string | null
  role: Role
  municipality: string | null
  organisation: string | null
  /** Only an editor is limited to surfaces or approves organisations. */
  surfaces: readonly string[]
  approvesOrganisations: boolean
}

export interface GrantFacts {
  organisationMunicipality: string | null
  /** Home municipality of the account that gets it. */
  accountHome: string | null
  accountKind: 'person' | 'role' | 'machine' | null
  /** Whether the account has a role anywhere but in this organisation. */
  accountHasOtherRoles: boolean
  /** Whether the municipality has an admin already. */
  municipalityHasAdmin: boolean
  /** Whether the account has this very role here already. */
  alreadyGiven: boolean
}

/** What a role needs to name: the reach of each, as in the table of roles. */
export const reachOfRole: Record<Role, 'installation' | 'municipality' | 'organisation' | 'either'> = {
  operator: 'installation',
  'municipality-admin': 'municipality',
  editor: 'municipality',
  auditor: 'municipality',
  'app-editor': 'municipality',
  'organisation-admin': 'organisation',
  contributor: 'organisation',
  'api-client': 'either',
}

/**
 * Why this account may not give this membership; null where it may. The admin of a municipality gives any role in it,
 * to accounts that are at home there; an organisation-admin gives its organisation's own roles; an operator makes the
 * first admin of a municipality. Nobody gives anything to themselves.
 */
export function grantRefusal(actor: Actor, grant: Grant, facts: GrantFacts): DomainError | null {
  const faults = missingParts(grant, facts)
  if (faults.length > 0)
    return new DomainError('invalid-input', 'The membership is not complete.', { faults })
  if (grant.account === actor.account)
    return new DomainError('not-allowed', 'Nobody changes their own roles.')
  if (!mayGive(actor, grant, facts.municipalityHasAdmin))
    return new DomainError('not-allowed', 'You cannot give this role here.')
  if (facts.accountHome !== grant.municipality && !isOperator(actor)) {
    return new DomainError(
      'not-allowed',
      'This account is at home in another municipality and must accept a code first.',
    )
  }
  // A member of an organisation decides nothing about it: nobody may be made one without having been asked.
  if (facts.accountHasOtherRoles && !givesHere(actor, grant)) {
    return new DomainError(
      'not-allowed',
      'This account has a role elsewhere. Ask the admin of the municipality to add it.',
    )
  }
  if (facts.accountKind === 'machine' && grant.role !== 'api-client') {
    return new DomainError('not-allowed', 'A machine can only be an API client: it never decides.')
  }
  if (facts.alreadyGiven) {
    return new DomainError('duplicate', 'The account has this role here already.', {
      faults: [{ field: 'role', code: 'duplicate', message: 'The account has this role here already' }],
    })
  }
  return null
}

/** A membership that is offered to whoever accepts it: the account is not known yet. */
export type Offer = Omit<Grant, 'account'>

/**
 * Why this account may not offer this membership; null where it may. By a code that its holder accepts, an account gets
 * a role in a municipality that is not its home.
 */
export function offerRefusal(
  actor: Actor,
  offer: Offer,
  facts: Pick<GrantFacts, 'organisationMunicipality'>,
): DomainError | null {
  const faults = missingParts({ ...offer, account: 'whoever accepts' }, facts)
  if (faults.length > 0)
    return new DomainError('invalid-input', 'The membership is not complete.', { faults })
  if (isOperator(actor) || !mayGive(actor, { ...offer, account: null }, true))
    return new DomainError('not-allowed', 'You cannot give this role here.')
  return null
}

/** Why an account cannot accept what it was offered; null where it can. */
export function acceptRefusal(
  { role }: Offer,
  facts: {
    kind: 'person' | 'role' | 'machine'
    /** It made the offer itself. */
    ownOffer: boolean
    onlyForRoles: boolean
    alreadyGiven: boolean
  },
): DomainError | null {
  if (facts.ownOffer) return new DomainError('not-allowed', 'Nobody changes their own roles.')
  if (facts.kind === 'machine' && role !== 'api-client')
    return new DomainError('not-allowed', 'A machine can only be an API client: it never decides.')
  if (facts.kind === 'person' && facts.onlyForRoles)
    return new DomainError('role-account-required', 'This municipality gives roles to role accounts only.')
  return facts.alreadyGiven ? new DomainError('duplicate', 'This account has this role here already.') : null
}

/** The admin of the municipality answers for all accounts at home there, an operator for its first admin. */
const givesHere = (actor: Actor, { municipality }: Grant): boolean =>
  isOperator(actor) || (municipality !== null && isMunicipalityAdminOf(actor, municipality))

function mayGive(actor: Actor, grant: Grant, hasAdmin: boolean): boolean {
  const { municipality, organisation, role } = grant
  if (role === 'operator') return false
  // The first admin only: an operator sees nothing of a municipality that has its own people.
  if (isOperator(actor)) return role === 'municipality-admin' && !hasAdmin
  if (municipality && isMunicipalityAdminOf(actor, municipality)) return true
  const own = ['contributor', 'organisation-admin'].includes(role)
  return (
    own &&
    municipality !== null &&
    organisation !== null &&
    isOrganisationAdminOf(actor, { municipality, organisation })
  )
}

function missingParts(grant: Grant, facts: Pick<GrantFacts, 'organisationMunicipality'>): FieldFault[] {
  const { account, role, municipality, organisation } = grant
  const fault = (field: string, code: string, message: string): FieldFault => ({ field, code, message })
  const reach = reachOfRole[role]
  const faults: FieldFault[] = []
  if (!account) faults.push(fault('account', 'required', 'Choose an account'))
  if (!reach) faults.push(fault('role', 'unknown-code', 'Choose a role'))
  if (reach !== 'installation' && !municipality)
    faults.push(fault('municipality', 'required', 'Choose a municipality'))
  if (reach === 'organisation' && !organisation)
    faults.push(fault('organisation', 'required', 'Choose an organisation'))
  if (reach === 'municipality' && organisation)
    faults.push(fault('organisation', 'not-taken', 'This role has no organisation'))
  if (organisation && municipality && facts.organisationMunicipality !== municipality) {
    faults.push(fault('organisation', 'not-here', 'The organisation belongs to another municipality'))
  }
  if (role !== 'editor' && grant.surfaces.length > 0)
    faults.push(fault('surfaces', 'not-taken', 'Only an editor is limited to surfaces'))
  if (role !== 'editor' && grant.approvesOrganisations)
    faults.push(fault('approvesOrganisations', 'not-taken', 'Only an editor is given this'))
  return faults
}
