import type { Payload } from 'payload'
import { codePurposes, type CodePurpose } from '../../accounts/codes.js'
import type { Clock } from '../../shared/clock.js'
import { DomainError, nothingHere } from '../../shared/errors.js'
import { requireKnown } from '../../shared/known-fields.js'
import type { Actor } from '../../tenancy/actor.js'
import { refuseNumbersIn } from '../refuse-numbers.js'
import { logAccount } from './account-log.js'
import { careRefusal } from './care-refusal.js'
import { accountById, type Login } from './find-account.js'
import { makeCode } from './one-time-codes.js'

export interface GivenCode {
  /** Shown this once; only its hash is kept. */
  code: string
  purpose: CodePurpose
  ends: string
}

/** An account by its id, for whoever may give it codes and end its devices and sessions; nothing here for the others. */
export async function accountInCare(
  payload: Payload,
  actor: Actor,
  id: string,
  purpose: CodePurpose,
): Promise<Login> {
  const account = await accountById(payload, id)
  if (!account) throw nothingHere()
  const refusal = await careRefusal(payload, actor, account, purpose)
  if (refusal) throw refusal.code === 'not-found' ? nothingHere() : refusal
  return account
}

/** Gives a one-time code for a login: for the first one, for a lost password or device, or for one more device. */
export async function giveCode(
  payload: Payload,
  actor: Actor,
  id: string,
  body: Record<string, unknown>,
  clock: Clock,
): Promise<GivenCode> {
  requireKnown(body, { purpose: 'anything', label: 'text' })
  const purpose = body.purpose === undefined ? 'password' : body.purpose
  const givesRole = purpose === 'membership' || purpose === 'hand-over'
  if (givesRole || !(codePurposes as readonly unknown[]).includes(purpose)) {
    throw new DomainError('invalid-input', 'What is the code for?', {
      faults: [{ field: 'purpose', code: 'unknown-code', message: 'password, all or device' }],
    })
  }
  const account = await accountInCare(payload, actor, id, purpose as CodePurpose)
  const label =
    typeof body.label === 'string' && purpose === 'device' ? body.label.trim().slice(0, 60) || null : null
  refuseNumbersIn({ label }, clock.now())
  return codeFor(payload, account, purpose as CodePurpose, { actor, label }, clock)
}

/** The code itself, for commands on the machine (`actor` null) too, and the entry in the log. */
export async function codeFor(
  payload: Payload,
  account: Login,
  purpose: CodePurpose,
  /** `withinMaking`: the making of the account is logged already, and says that a code came with it. */
  by: { actor: Actor | null; label?: string | null; withinMaking?: true },
  clock: Clock,
): Promise<GivenCode> {
  const { actor, label = null } = by
  const made = {
    account: account.id,
    purpose,
    label,
    givenBy: actor?.account ?? null,
    municipality: account.home,
  }
  const given = await makeCode(payload, made, clock.now())
  if (by.withinMaking) return { ...given, purpose }
  await logAccount(payload, {
    action: 'give-code',
    kind: 'account',
    account: account.id,
    municipality: account.home,
    actor: actor?.account ?? null,
    device: actor?.device ?? null,
    reason: purpose,
    at: clock.now(),
  })
  return { ...given, purpose }
}
