import { Secret, TOTP } from 'otpauth'
import { codeHash, folded } from './codes.js'

/** One device of an account: a telephone or a key that shows codes. Several people of a role each have their own. */
export interface Device {
  /** 1, 2, 3 … in the order in which they were added; a number is never used again. */
  number: number
  /** What the municipality calls it. Who holds it, it knows itself. */
  label: string
  /** Sealed; null after it has ended. */
  secret: string | null
  addedOn: string
  /** Account that added it or gave the code for it. */
  addedBy: string
  lastUsedOn: string | null
  /** The last step of 30 seconds whose code was taken: none before it is taken again (RFC 6238, 5.2). */
  lastStep: number
  endedOn: string | null
}

/** All that an account has beside its password. Days as `YYYY-MM-DD` (UTC), instants in UTC. */
export interface SecondFactor {
  devices: Device[]
  /** Hashes of the recovery codes that were not used yet. */
  recovery: string[]
  /** Wrong codes since the last right one, and until when no other is looked at. */
  wrong: number
  waitUntil: string | null
}

export const noSecondFactor: SecondFactor = { devices: [], recovery: [], wrong: 0, waitUntil: null }

const period = 30
/** Steps before and after the present one whose codes count: clocks differ, and people type slowly (RFC 6238, 5.2). */
const window = 1
/** Wrong codes that cost nothing; then each doubles the time to wait, up to the longest. Seconds. */
const waiting = { free: 5, first: 30, longest: 900 } as const
export const recoveryCodes = 10
export const mostDevices = 20

export const devicesIn = ({ devices }: SecondFactor): Device[] =>
  devices.filter((each) => each.endedOn === null)
export const hasSecondFactor = (factor: SecondFactor): boolean => devicesIn(factor).length > 0

/**
 * Whether a login that showed `device` (0 a recovery code, null none) has shown what the account asks for now: its first
 * device may have come meanwhile, or this one gone.
 */
export function isStillShown(device: number | null, factor: SecondFactor): boolean {
  if (device === null) return !hasSecondFactor(factor)
  return device === 0 ? hasSecondFactor(factor) : devicesIn(factor).some(({ number }) => number === device)
}

export const newSecret = (): string => new Secret({ size: 20 }).base32

const totp = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret), period, digits: 6, algorithm: 'SHA1' })

/** What a telephone reads from the QR code (Key URI Format): the installation and the account, so that two can be told apart. */
export const otpAddress = (secret: string, issuer: string, account: string): string =>
  new TOTP({
    issuer,
    label: account,
    secret: Secret.fromBase32(secret),
    period,
    digits: 6,
    algorithm: 'SHA1',
  }).toString()

/** The step whose code this is; null where it is none of those that count now. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null
  const delta = totp(secret).validate({ token: code, timestamp: now.getTime(), window })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta
}

/** What becomes of a code. `device` 0 is a recovery code. */
export type CodeOutcome =
  | { is: 'right'; device: number; factor: SecondFactor }
  | { is: 'wrong'; factor: SecondFactor }
  | { is: 'too-soon'; retryAfter: number }

/**
 * Looks at a code that somebody typed who knew the password. `secretOf` opens a device's secret. The state that comes
 * back must be written by compare-and-set, or the same code could count twice.
 */
export function tryCode(
  factor: SecondFactor,
  typed: string,
  now: Date,
  account: string,
  secretOf: (device: Device) => string,
): CodeOutcome {
  const wait = factor.waitUntil === null ? 0 : Date.parse(factor.waitUntil) - now.getTime()
  if (wait > 0) return { is: 'too-soon', retryAfter: Math.ceil(wait / 1000) }
  const right = { wrong: 0, waitUntil: null }
  const code = typed.replace(/\s/g, '')
  for (const device of devicesIn(factor)) {
    const step = stepOf(secretOf(device), code, now)
    if (step === null || step <= device.lastStep) continue
    const used = { ...device, lastStep: step, lastUsedOn: dayOf(now) }
    const devices = factor.devices.map((each) => (each.number === device.number ? used : each))
    return { is: 'right', device: device.number, factor: { ...factor, ...right, devices } }
  }
  const hash = codeHash(account, folded(typed))
  if (factor.recovery.includes(hash)) {
    const recovery = factor.recovery.filter((each) => each !== hash)
    return { is: 'right', device: 0, factor: { ...factor, ...right, recovery } }
  }
  const wrong = factor.wrong + 1
  return { is: 'wrong', factor: { ...factor, wrong, waitUntil: waitAfter(wrong, now) } }
}

function waitAfter(wrong: number, now: Date): string | null {
  if (wrong < waiting.free) return null
  const seconds = Math.min(waiting.longest, waiting.first * 2 ** Math.min(wrong - waiting.free, 10))
  return new Date(now.getTime() + seconds * 1000).toISOString()
}

/** The same with one more device, which has shown a code of `step` already. */
export function withDevice(
  factor: SecondFactor,
  added: { label: string; secret: string; addedBy: string; step: number },
  now: Date,
): { factor: SecondFactor; device: Device } {
  const { step, ...rest } = added
  const device: Device = {
    ...rest,
    number: factor.devices.length + 1,
    addedOn: dayOf(now),
    lastUsedOn: dayOf(now),
    lastStep: step,
    endedOn: null,
  }
  return { factor: { ...factor, wrong: 0, waitUntil: null, devices: [...factor.devices, device] }, device }
}

/** The same without these devices. They stay in the register, without their secrets. With the last one the recovery codes end. */
export function withoutDevices(
  factor: SecondFactor,
  ended: (device: Device) => boolean,
  now: Date,
): SecondFactor {
  const devices = factor.devices.map((each) =>
    each.endedOn === null && ended(each) ? { ...each, secret: null, endedOn: dayOf(now) } : each,
  )
  const left = { ...factor, devices }
  return hasSecondFactor(left) ? left : { ...left, recovery: [], wrong: 0, waitUntil: null }
}

export const dayOf = (at: Date): string => at.toISOString().slice(0, 10)
