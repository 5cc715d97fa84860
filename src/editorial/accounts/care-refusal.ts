import type { Payload, PayloadRequest, Where } from 'payload'
import type { CodePurpose } from '../../accounts/codes.js'
import { codeRefusal } from '../../accounts/give-code.js'
import { ownContributors } from '../../accounts/own-contributors.js'
import type { DomainError } from '../../shared/errors.js'
import { everyRow } from '../../shared/every-row.js'
import { idOf } from '../../shared/reference.js'
import type { Actor } from '../../tenancy/actor.js'
import { isMunicipalityAdminOf, isOperator } from '../../tenancy/membership.js'
import { credentialsOf } from './credentials.js'
import type { Login } from './find-account.js'

/** Why somebody may not give this account such a code as things are now; null where they may. */
export async function careRefusal(
  payload: Payload,
  actor: Actor,
  account: Login,
  purpose: CodePurpose,
  req?: PayloadRequest,
): Promise<DomainError | null> {
  const organisations = actor.memberships
    .filter(({ role }) => role === 'organisation-admin' && actor.kind !== 'machine')
    .flatMap(({ organisation }) => organisation ?? [])
  return codeRefusal(actor, purpose, {
    account: account.id,
    home: account.home,
    ownContributor: (await ownContributors(payload, organisations, req)).includes(account.id),
    firstAdmin: await isFirstAdmin(payload, account, req),
    disabled: account.disabled,
  })
}

/** Whether nobody in its municipality has ever been able to log in as its admin. */
async function isFirstAdmin(payload: Payload, { id, home }: Login, req?: PayloadRequest): Promise<boolean> {
  if (home === null) return false
  const accounts = await adminsOf(payload, home, req)
  return accounts.includes(id) && !(await anyLoggedIn(payload, accounts))
}

async function adminsOf(payload: Payload, municipality: string, req?: PayloadRequest): Promise<string[]> {
  const where: Where = {
    and: [{ municipality: { equals: municipality } }, { role: { equals: 'municipality-admin' } }],
  }
  return (await everyRow(payload, 'memberships', where, req)).map(({ account }) => idOf(account)!)
}

async function anyLoggedIn(payload: Payload, accounts: readonly string[]): Promise<boolean> {
  for (const each of accounts) if ((await credentialsOf(payload, each)).password !== null) return true
  return false
}

/**
 * Whether a code for its first login that an account is made with can ever be used: an operator gives one to the first
 * admin of a municipality alone, which the account may be made afterwards.
 */
export async function mayComeWithCode(payload: Payload, actor: Actor, home: string | null): Promise<boolean> {
  if (!isOperator(actor)) return true
  if (home === null) return false
  return isMunicipalityAdminOf(actor, home) || (await adminsOf(payload, home)).length === 0
}
