import { randomUUID } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'
import type { OtherAction } from '../../accounts/logged-actions.js'
import type { Actor } from '../../tenancy/actor.js'
import { appendEntry, bare } from './append-entry.js'

export interface Doing {
  action: OtherAction
  kind: string
  document: string
  municipality: string | null
  organisation?: string | null
  /** A code of a closed list. */
  reason?: string | null
  /** Null for the clock, the system and commands on the machine. */
  by: Pick<Actor, 'account' | 'device'> | null
  /** Whether nobody asked for it; so it is, unless said, where nobody is named. */
  automated?: boolean
  at: Date
}

/** One entry for what is done at once and no outbox tells of. `req` puts it into the transaction of what it tells. */
export const logDoing = (payload: Payload, doing: Doing, req?: PayloadRequest): Promise<void> => {
  const { by, at, automated, organisation = null, reason = null, ...said } = doing
  return appendEntry(
    payload,
    {
      ...bare,
      ...said,
      key: randomUUID(),
      at: at.toISOString(),
      organisation,
      reason,
      actor: by?.account ?? null,
      device: by?.device ?? null,
      automated: automated ?? by === null,
    },
    req,
  )
}
