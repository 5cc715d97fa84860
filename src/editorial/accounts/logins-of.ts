import type { CollectionSlug } from 'payload'
import { hasSecondFactor, type Device } from '../../accounts/second-factor.js'
import { standingOf } from '../../accounts/standing.js'
import { everyRow } from '../../shared/every-row.js'
import { nothingHere } from '../../shared/errors.js'
import type { Actor } from '../../tenancy/actor.js'
import { credentialsOf } from './credentials.js'
import { accountById } from './find-account.js'
import type { LoginContext } from './login-context.js'
import { sessionsOf } from './sessions.js'
import { stillGiven, type Given } from './still-given.js'

export interface ShownDevice {
  number: number
  label: string
  addedOn: string
  /** Username of who added it or gave its code, for whoever may know it. */
  addedBy: string | null
  lastUsedOn: string | null
  endedOn: string | null
}

/** What an account has to log in with, for whoever looks after it and for its holder. Days, no times; no secret. */
export interface Logins {
  hasPassword: boolean
  mustHaveFactor: boolean
  devices: ShownDevice[]
  recoveryCodesLeft: number
  /** How many sessions are open; null for whoever may not know. */
  sessions: number | null
  /** Codes that were given, not used and hold still: what for, and until when. */
  codes: { purpose: string; ends: string }[]
}

export interface OwnSession {
  id: string
  began: string
  ends: string
  device: number | null
  present: boolean
}

/**
 * The register of an account's devices, and what else it logs in with. `seesUse`: whether days of use are told, which
 * only its holder and the admin of its home municipality know.
 */
export async function loginsOf(
  { payload, clock }: LoginContext,
  id: string,
  { seesUse }: { seesUse: boolean },
): Promise<Logins> {
  const account = await accountById(payload, id)
  if (!account) throw nothingHere()
  const { password, factor } = await credentialsOf(payload, id)
  const names = new Map<string, string | null>()
  const nameOf = async (by: string) => {
    if (!names.has(by)) names.set(by, (await accountById(payload, by))?.username ?? null)
    return names.get(by) ?? null
  }
  const devices = await Promise.all(
    factor.devices.map(async (each) => shown(each, await nameOf(each.addedBy), seesUse)),
  )
  const given = await everyRow<Given & { ends: string }>(payload, 'one-time-codes' as CollectionSlug, {
    and: [
      { account: { equals: id } },
      { used: { equals: false } },
      { purpose: { not_equals: 'hand-over' } },
      { ends: { greater_than: clock.now().toISOString() } },
    ],
  })
  return {
    hasPassword: password !== null,
    mustHaveFactor: (await standingOf(payload, account)).mustHaveFactor,
    devices,
    recoveryCodesLeft: hasSecondFactor(factor) ? factor.recovery.length : 0,
    sessions: seesUse ? (await sessionsOf(payload, id, clock.now())).length : null,
    codes: (await stillGiven(payload, given)).map(({ purpose, ends }) => ({
      purpose,
      ends: new Date(ends).toISOString(),
    })),
  }
}

const shown = (
  { number, label, addedOn, lastUsedOn, endedOn }: Device,
  addedBy: string | null,
  seesUse: boolean,
): ShownDevice => ({
  number,
  label,
  addedOn,
  addedBy,
  lastUsedOn: seesUse ? lastUsedOn : null,
  endedOn,
})

/** The same of one's own account, with its sessions. */
export async function ownLogins(
  context: LoginContext,
  actor: Actor,
  present: string,
): Promise<Logins & { open: OwnSession[] }> {
  const sessions = await sessionsOf(context.payload, actor.account, context.clock.now())
  return {
    ...(await loginsOf(context, actor.account, { seesUse: true })),
    open: sessions.map(({ id, began, ends, device }) => ({
      id,
      began,
      ends,
      device,
      present: id === present,
    })),
  }
}
