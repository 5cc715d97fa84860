import { codeHash } from '../../accounts/codes.js'
import { nextLoginStep } from '../../accounts/login-step.js'
import { shortestPassword } from '../../accounts/passwords.js'
import { hasSecondFactor, isStillShown } from '../../accounts/second-factor.js'
import { standingOf, type Standing } from '../../accounts/standing.js'
import type { Admitted } from '../../accounts/throttle.js'
import { DomainError } from '../../shared/errors.js'
import { logAccount } from './account-log.js'
import { credentialsOf, passwordMark, type Credentials } from './credentials.js'
import { accountById, accountNamed, type Login } from './find-account.js'
import type { LoginContext } from './login-context.js'
import { usableCode } from './one-time-codes.js'
import { admitted, passwordIsRight, takeCode, wrongCredentials } from './prove.js'
import { endSession, openSession, type Session, type Steps } from './sessions.js'

export interface LoginInput {
  name: string
  password: string | null
  oneTimeCode: string | null
  /** A code of a device, or a recovery code. */
  code: string | null
}

export interface LoggedIn {
  account: Login
  standing: Standing
  token: string
  session: Session
}

/**
 * Lets somebody in who proves to be the holder: by password or one-time code, and by a second factor where the account
 * has one. Throws what is missing: the second factor, a password of their own, or, with a token that is good for that
 * alone, adding a second factor. Everything wrong gets one answer after the same work.
 */
export async function logIn(context: LoginContext, input: LoginInput): Promise<LoggedIn> {
  const { payload, keys } = context
  const attempt = admitted(context, input.name)
  const account = await accountNamed(payload, input.name, keys)
  // Of nobody, where there is no such account: the database has as much to do.
  const credentials = await credentialsOf(payload, account?.id ?? 'nobody')
  const steps = await proven(context, input, account, credentials, attempt)
  if (!account || !steps || account.disabled) throw wrongCredentials()
  // What was shown is right: whatever comes next is no guess, and codes of devices have a counter of their own.
  attempt.withdraw()
  const standing = await standingOf(payload, account)
  if (standing.onlyForRoles && standing.memberships.length === 0) {
    throw new DomainError(
      'role-account-required',
      'The municipality lets in role accounts only. Ask its admin for one.',
    )
  }
  const factor = steps.endsDevices
    ? nothingShown
    : await secondFactor(context, account, credentials, input.code)
  const proof = {
    account,
    standing,
    credentials,
    device: factor.device,
    steps: { ...steps, ...factor.steps },
  }
  const loggedIn = await goOn(context, proof)
  attempt.succeed()
  return loggedIn
}

/** What was proven, or null. A one-time code is not used up yet: that happens when the new password is chosen. */
async function proven(
  context: LoginContext,
  { password, oneTimeCode }: LoginInput,
  account: Login | null,
  credentials: Credentials,
  attempt: Admitted,
): Promise<Steps | null> {
  if (oneTimeCode !== null) {
    const hash = codeHash(account?.id ?? 'nobody', oneTimeCode)
    const code = await usableCode(context.payload, hash, context.clock.now())
    if (!code || code.account !== account?.id) return null
    if (code.purpose !== 'password' && code.purpose !== 'all') return null
    return { code: code.id, needsPassword: true, endsDevices: code.purpose === 'all' }
  }
  const typed = password ?? ''
  if (!(await passwordIsRight(context, typed, credentials, attempt))) return null
  const short = [...typed].length < shortestPassword.alone && !hasSecondFactor(credentials.factor)
  return { needsPassword: credentials.givenPassword || short }
}

interface Shown {
  /** Null where no device was shown. */
  device: number | null
  steps: Steps
}
const nothingShown: Shown = { device: null, steps: {} }

/** The second factor that was shown: a device, a recovery code, or a code by which a device is added. */
async function secondFactor(
  context: LoginContext,
  account: Login,
  { factor }: Credentials,
  code: string | null,
): Promise<Shown> {
  if (!hasSecondFactor(factor)) return nothingShown
  if (code === null || code.trim() === '')
    throw new DomainError(
      'second-factor-required',
      'Type the code that your device shows, or a recovery code.',
    )
  const given = await usableCode(context.payload, codeHash(account.id, code), context.clock.now())
  if (given?.purpose === 'device') {
    const { id, givenBy, label } = given
    return {
      device: null,
      steps: { deviceCode: id, addedBy: givenBy ?? account.id, ...(label ? { label } : {}) },
    }
  }
  return { device: await takeCode(context, account, code), steps: {} }
}

export interface Proven {
  account: Login
  standing: Standing
  credentials: Credentials
  device: number | null
  steps: Steps
}

/** In, or a token for the next step alone. */
export async function goOn(context: LoginContext, proof: Proven): Promise<LoggedIn> {
  const { account, standing, credentials, device, steps } = proof
  const step = nextLoginStep({
    hasFactor: hasSecondFactor(credentials.factor) && !steps.endsDevices,
    factorShown: device !== null,
    needsPassword: steps.needsPassword === true,
    mustHaveFactor: standing.mustHaveFactor,
    addsDevice: steps.deviceCode !== undefined,
  })
  if (step === 'in') return enter(context, proof)
  const ticket = await openSession(
    context.payload,
    { account: account.id, purpose: 'steps', device, steps: { ...steps, mark: passwordMark(credentials) } },
    context.clock.now(),
  )
  await requireUnchanged(context, proof, ticket.session)
  const facts = { ticket: ticket.token }
  if (step === 'new-password')
    throw new DomainError('new-password-required', 'Choose a password of your own.', { facts })
  throw new DomainError('enrolment-required', 'Add a device that shows codes: this account needs one.', {
    facts,
  })
}

async function enter(context: LoginContext, proof: Proven): Promise<LoggedIn> {
  const { payload, clock } = context
  const { account, standing, device } = proof
  const opened = await openSession(payload, { account: account.id, purpose: 'session', device }, clock.now())
  await requireUnchanged(context, proof, opened.session)
  await logAccount(payload, {
    action: 'log-in',
    kind: 'account',
    account: account.id,
    municipality: account.home,
    actor: account.id,
    device,
    at: clock.now(),
  })
  return { account, standing, ...opened }
}

/**
 * Somebody may have changed the password or the devices, or disabled the account, while it was worked out. They write
 * first and end the sessions then; this one is opened first and looks then, so that one of both sees the other.
 */
async function requireUnchanged({ payload }: LoginContext, proof: Proven, opened: Session): Promise<void> {
  const [now, account] = await Promise.all([
    credentialsOf(payload, proof.account.id),
    accountById(payload, proof.account.id),
  ])
  const { device, steps } = proof
  const same = passwordMark(now) === passwordMark(proof.credentials)
  // A code that adds a device, or ends all of them, stands for the second factor.
  const needsNone = steps.deviceCode !== undefined || steps.endsDevices === true
  const holds = (device === null && needsNone) || isStillShown(device, now.factor)
  if (same && holds && account && !account.disabled) return
  await endSession(payload, proof.account.id, opened.id)
  throw wrongCredentials()
}
