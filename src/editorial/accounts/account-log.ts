import { randomUUID } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'
import type { AccountAction, accountKinds } from '../../accounts/logged-actions.js'
import { appendEntry, bare } from '../log/append-entry.js'

export type { AccountAction }

export interface AccountEntry {
  action: AccountAction
  kind: (typeof accountKinds)[number]
  /** The account that it is about; ids, never names. */
  account: string
  municipality: string | null
  organisation?: string | null
  /** Null for the system and for commands on the machine itself. */
  actor: string | null
  /** Number of the device that the actor had shown; 0 a recovery code, null none. */
  device: number | null
  /** A closed code: which purpose a code had, which role was given. */
  reason?: string | null
  automated?: boolean
  at: Date
}

/** One entry in the log that decisions are in, too. No text, no name, no address. */
export async function logAccount(payload: Payload, entry: AccountEntry, req?: PayloadRequest): Promise<void> {
  const { account, at, ...rest } = entry
  await appendEntry(
    payload,
    { ...bare, ...rest, key: randomUUID(), at: at.toISOString(), document: account },
    req,
  )
}
