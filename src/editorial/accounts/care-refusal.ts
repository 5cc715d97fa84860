import type { Payload, PayloadRequest } from 'payload'
import type { CodePurpose } from '../../accounts/codes.js'
import { codeRefusal } from '../../accounts/give-code.js'
import { ownContributors } from '../../accounts/own-contributors.js'
import type { DomainError } from '../../shared/errors.js'
import { everyRow } from '../../shared/every-row.js'
import { idOf } from '../../shared/reference.js'
import type { Actor } from '../../tenancy/actor.js'
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
  const admins = await everyRow(
    payload,
    'memberships',
    { and: [{ municipality: { equals: home } }, { role: { equals: 'municipality-admin' } }] },
    req,
  )
  const accounts = admins.map(({ account }) => idOf(account)!)
  if (!accounts.includes(id)) return false
  for (const each of accounts) if ((await credentialsOf(payload, each)).password !== null) return false
  return true
}
