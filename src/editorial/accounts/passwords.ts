import { hashPassword } from '../../accounts/password-hash.js'
import { passwordFault } from '../../accounts/passwords.js'
import { hasSecondFactor, withoutDevices } from '../../accounts/second-factor.js'
import { standingOf } from '../../accounts/standing.js'
import { DomainError } from '../../shared/errors.js'
import type { Actor } from '../../tenancy/actor.js'
import { logAccount } from './account-log.js'
import { changeCredentials, credentialsOf, passwordMark, type Credentials } from './credentials.js'
import { accountById, type Login } from './find-account.js'
import { goOn, type LoggedIn } from './log-in.js'
import type { LoginContext } from './login-context.js'
import { endCodes, useCode } from './one-time-codes.js'
import { admitted, passwordIsRight, wrongCredentials } from './prove.js'
import { endSessions, sessionOf } from './sessions.js'

function requireUsable(
  password: unknown,
  username: string,
  secondFactor: boolean,
): asserts password is string {
  const fault = passwordFault(password, { username, hasSecondFactor: secondFactor })
  if (fault) throw new DomainError('invalid-input', 'The password cannot be used.', { faults: [fault] })
}

/** What a token for the next step of logging in is good for; throws where it is good for nothing any more. */
export async function requireTicket({ payload, clock }: LoginContext, ticket: unknown) {
  const session = await sessionOf(payload, ticket, 'steps', clock.now())
  const account = session && (await accountById(payload, session.account))
  if (!session || !account || account.disabled)
    throw new DomainError('not-logged-in', 'This took too long. Begin to log in again.')
  return { session, account }
}

/**
 * The holder chooses a password, after a one-time code or because somebody else chose the last one. Uses the code up,
 * ends all sessions, and goes on with the login.
 */
export async function choosePassword(
  context: LoginContext,
  { ticket, password }: { ticket: unknown; password: unknown },
): Promise<LoggedIn> {
  const { payload, clock, queue } = context
  const { session, account } = await requireTicket(context, ticket)
  const { steps, device } = session
  if (steps.needsPassword !== true)
    throw new DomainError('not-allowed', 'There is no password to choose now.')
  const before = await credentialsOf(payload, account.id)
  requireUsable(password, account.username, hasSecondFactor(before.factor) && !steps.endsDevices)
  const stored = await queue.run(() => hashPassword(password), { known: true })
  if (steps.code !== undefined && !(await useCode(payload, steps.code))) throw wrongCredentials()
  const { credentials } = await changeCredentials(payload, account.id, (now) => {
    // Another password was chosen while this one was worked out.
    if (steps.mark !== passwordMark(now)) throw wrongCredentials()
    const factor = steps.endsDevices ? withoutDevices(now.factor, () => true, clock.now()) : now.factor
    return { credentials: { ...now, password: stored, givenPassword: false, factor } }
  })
  await endSessions(payload, account.id)
  await endCodes(payload, account.id, ['password', 'all'])
  await logAccount(payload, {
    action: steps.code === undefined ? 'change-password' : 'use-code',
    kind: 'account',
    account: account.id,
    municipality: account.home,
    actor: account.id,
    device,
    reason: steps.code === undefined ? null : steps.endsDevices ? 'all' : 'password',
    at: clock.now(),
  })
  const { code: _code, needsPassword: _needs, endsDevices: _ends, mark: _mark, ...rest } = steps
  const standing = await standingOf(payload, account)
  return goOn(context, { account, standing, credentials, device, steps: rest })
}

/**
 * Throws unless this is the password of the account that is logged in: for what a stolen session must not be able to do.
 * Gives the credentials that it was held against.
 */
export async function requirePassword(
  context: LoginContext,
  account: Login,
  typed: unknown,
): Promise<Credentials> {
  const attempt = admitted(context, account.username)
  const credentials = await credentialsOf(context.payload, account.id)
  const right = await passwordIsRight(context, typeof typed === 'string' ? typed : '', credentials, attempt)
  if (!right) {
    throw new DomainError('invalid-input', 'The present password is wrong.', {
      faults: [{ field: 'present', code: 'wrong-password', message: 'This is not your present password' }],
    })
  }
  attempt.succeed()
  return credentials
}

/** The holder, who is logged in, changes the password; all other sessions end. */
export async function changeOwnPassword(
  context: LoginContext,
  {
    actor,
    session,
    present,
    password,
  }: { actor: Actor; session: string; present: unknown; password: unknown },
): Promise<void> {
  const { payload, clock, queue } = context
  const account = await requireAccount(context, actor)
  const before = await requirePassword(context, account, present)
  requireUsable(password, account.username, hasSecondFactor(before.factor))
  const stored = await queue.run(() => hashPassword(password), { known: true })
  await changeCredentials(payload, account.id, (now) => {
    if (passwordMark(now) !== passwordMark(before)) throw wrongCredentials()
    return { credentials: { ...now, password: stored, givenPassword: false } }
  })
  await endSessions(payload, account.id, { but: session })
  await logAccount(payload, {
    action: 'change-password',
    kind: 'account',
    account: account.id,
    municipality: account.home,
    actor: actor.account,
    device: actor.device ?? null,
    at: clock.now(),
  })
}

export async function requireAccount({ payload }: LoginContext, actor: Actor): Promise<Login> {
  const account = await accountById(payload, actor.account)
  if (!account || account.disabled) throw new DomainError('not-logged-in', 'Log in first.')
  return account
}
