import { codeHash, newRecoveryCode } from '../../accounts/codes.js'
import {
  devicesIn,
  hasSecondFactor,
  mostDevices,
  newSecret,
  otpAddress,
  recoveryCodes,
  stepOf,
  withDevice,
  withoutDevices,
  type Device,
} from '../../accounts/second-factor.js'
import { qrPath } from '../../accounts/qr-path.js'
import { standingOf } from '../../accounts/standing.js'
import { holdsUnshowable } from '../../shared/characters.js'
import { DomainError } from '../../shared/errors.js'
import { open, seal } from '../../shared/sealing.js'
import type { Actor } from '../../tenancy/actor.js'
import { refuseNumbersIn } from '../refuse-numbers.js'
import { logAccount, type AccountAction } from './account-log.js'
import { changeCredentials, credentialsOf, passwordMark } from './credentials.js'
import type { Login } from './find-account.js'
import { goOn, type LoggedIn } from './log-in.js'
import type { LoginContext } from './login-context.js'
import { useCode } from './one-time-codes.js'
import { sealedFor, wrongCredentials } from './prove.js'
import { changeSession, endSession, endSessions, type Session } from './sessions.js'

/** Who adds a device: somebody half-way in, or the holder who is logged in. */
export interface Adding {
  session: Session
  account: Login
}

export interface NewDevice {
  /** What whoever gave the code calls the device; null where nobody did. */
  label: string | null
  /** The secret in base32, to type in where no camera is. */
  secret: string
  /** What the QR code says: `otpauth://…`. */
  address: string
  /** The QR code as the path of an SVG, one unit for each module. */
  qr: { size: number; path: string }
}

const longestLabel = 60

/** Makes a secret for one more device. It counts only when a code of it was shown. */
export async function beginDevice(
  context: LoginContext,
  { session, account }: Adding,
  issuer: string,
): Promise<NewDevice> {
  const { payload, keys } = context
  if (session.steps.needsPassword)
    throw new DomainError('new-password-required', 'Choose a password of your own.')
  const credentials = await credentialsOf(payload, account.id)
  requireRoom(credentials.factor.devices)
  const secret = newSecret()
  const sealed = seal(secret, keys, sealedFor(account.id))
  // Whoever is logged in has said the present password for this device; a step knows which one it began with.
  const mark = session.purpose === 'session' ? { mark: passwordMark(credentials) } : {}
  const steps = { ...session.steps, ...mark, secret: sealed }
  await changeSession(payload, session.id, { steps })
  const address = otpAddress(secret, issuer, account.username)
  return { label: steps.label ?? null, secret, address, qr: qrPath(address) }
}

function requireRoom(devices: readonly Device[]): void {
  if (devices.filter(({ endedOn }) => endedOn === null).length < mostDevices) return
  throw new DomainError('invalid-input', 'The account has too many devices. End one first.', {
    faults: [{ field: 'label', code: 'too-many', message: `At most ${mostDevices} devices` }],
  })
}

function requireLabel(label: unknown, now: Date): string {
  const text = typeof label === 'string' ? label.trim() : ''
  const fault = (code: string, message: string) =>
    new DomainError('invalid-input', 'Name the device.', { faults: [{ field: 'label', code, message }] })
  if (text === '') throw fault('required', 'What the device is called')
  if ([...text].length > longestLabel) throw fault('too-long', `At most ${longestLabel} characters`)
  if (holdsUnshowable(text)) throw fault('characters', 'This holds characters that cannot be shown')
  refuseNumbersIn({ label: text }, now)
  return text
}

export interface DeviceAdded {
  device: number
  /** Ten codes, shown this once; null where the account has some already. */
  recoveryCodes: string[] | null
  /** Where somebody was half-way in: now they are in. */
  loggedIn: LoggedIn | null
}

/**
 * Adds the device whose first code this is. The first device of an account brings recovery codes, and ends the sessions
 * that were opened without one.
 */
export async function confirmDevice(
  context: LoginContext,
  { session, account }: Adding,
  { code, label }: { code: unknown; label: unknown },
): Promise<DeviceAdded> {
  const { payload, keys, clock } = context
  const { steps } = session
  if (steps.secret === undefined || steps.needsPassword)
    throw new DomainError('not-allowed', 'Begin to add the device first.')
  const called = requireLabel(label ?? steps.label, clock.now())
  const secret = open(steps.secret, keys, sealedFor(account.id))
  const step = stepOf(secret, String(code ?? '').replace(/\s/g, ''), clock.now())
  if (step === null) {
    throw new DomainError('invalid-input', 'The code is wrong. Type the one that the device shows now.', {
      faults: [{ field: 'code', code: 'wrong-code', message: 'The device shows another code now' }],
    })
  }
  if (steps.deviceCode !== undefined && !(await useCode(payload, steps.deviceCode))) throw wrongCredentials()
  const addedBy = steps.addedBy ?? account.id
  const { credentials, device, first, codes } = await changeCredentials(payload, account.id, (now) => {
    if (steps.mark !== passwordMark(now)) throw wrongCredentials()
    const first = !hasSecondFactor(now.factor)
    // Whoever was let half-way in to add the first device may not add a second one.
    if (session.purpose === 'steps' && !first && steps.deviceCode === undefined) throw wrongCredentials()
    requireRoom(now.factor.devices)
    const added = withDevice(now.factor, { label: called, secret: steps.secret!, addedBy, step }, clock.now())
    const codes = added.factor.recovery.length > 0 ? null : newRecoveryCodes(account.id)
    const factor = codes ? { ...added.factor, recovery: codes.hashes } : added.factor
    return {
      credentials: { ...now, factor },
      device: added.device.number,
      first,
      codes: codes?.codes ?? null,
    }
  })
  await log(context, account, { action: 'add-device', actor: account.id, device, reason: `device-${device}` })
  if (session.purpose === 'steps') {
    await endSession(payload, account.id, session.id)
    if (first) await endSessions(payload, account.id)
    const standing = await standingOf(payload, account)
    const loggedIn = await goOn(context, { account, standing, credentials: credentials!, device, steps: {} })
    return { device, recoveryCodes: codes, loggedIn }
  }
  const { secret: _secret, mark: _mark, ...rest } = steps
  await changeSession(payload, session.id, { steps: rest, device: session.device ?? device })
  if (first) await endSessions(payload, account.id, { but: session.id })
  return { device, recoveryCodes: codes, loggedIn: null }
}

function newRecoveryCodes(account: string): { codes: string[]; hashes: string[] } {
  const codes = Array.from({ length: recoveryCodes }, newRecoveryCode)
  return { codes, hashes: codes.map((each) => codeHash(account, each)) }
}

/** Ten new recovery codes; the old ones end. */
export async function renewRecoveryCodes(
  context: LoginContext,
  account: Login,
  actor: Actor,
): Promise<string[]> {
  const { payload } = context
  const { codes } = await changeCredentials(payload, account.id, (now) => {
    if (!hasSecondFactor(now.factor))
      throw new DomainError('not-possible-in-this-state', 'Add a device first.')
    const made = newRecoveryCodes(account.id)
    return { credentials: { ...now, factor: { ...now.factor, recovery: made.hashes } }, codes: made.codes }
  })
  await log(context, account, {
    action: 'make-recovery-codes',
    actor: actor.account,
    device: actor.device ?? null,
  })
  return codes
}

/**
 * Ends one device, and the sessions that were opened with it: its holder, or the admin of the home municipality. Its
 * holder does not end the last one where the account must have one.
 */
export async function endDevice(
  context: LoginContext,
  account: Login,
  number: number,
  by: { actor: Actor; asHolder: boolean },
): Promise<void> {
  const { payload, clock } = context
  const { mustHaveFactor } = await standingOf(payload, account)
  const { last } = await changeCredentials(payload, account.id, (now) => {
    const there = devicesIn(now.factor)
    if (!there.some((each) => each.number === number))
      throw new DomainError('not-found', 'There is no such device.')
    if (by.asHolder && mustHaveFactor && there.length === 1) {
      throw new DomainError(
        'not-possible-in-this-state',
        'This account needs a second factor: add another device first.',
      )
    }
    const factor = withoutDevices(now.factor, (each) => each.number === number, clock.now())
    return { credentials: { ...now, factor }, last: !hasSecondFactor(factor) }
  })
  // With the last one the recovery codes end, and what was opened with them.
  if (last) await endSessions(payload, account.id)
  else await endSessions(payload, account.id, { device: number })
  await log(context, account, {
    action: 'end-device',
    actor: by.actor.account,
    device: by.actor.device ?? null,
    reason: `device-${number}`,
  })
}

async function log(
  { payload, clock }: LoginContext,
  account: Login,
  entry: { action: AccountAction; actor: string; device: number | null; reason?: string },
): Promise<void> {
  await logAccount(payload, {
    ...entry,
    kind: 'account',
    account: account.id,
    municipality: account.home,
    at: clock.now(),
  })
}
