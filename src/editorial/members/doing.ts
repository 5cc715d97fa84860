import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import type { Happening } from '../../moderation/notices/happened.js'
import type { Addressee } from '../../moderation/notices/happenings.js'
import type { AfterHandOver } from '../../organisations/member-actions.js'
import type { Actor } from '../../tenancy/actor.js'
import { logAccount, type AccountAction } from '../accounts/account-log.js'
import { writeNotice } from '../notices/tell.js'
import type { Write } from '../together.js'
import type { Circle, Member } from './circle.js'

/** Everything at hand while one thing is done with a login of an organisation. */
export interface Doing {
  payload: Payload
  circle: Circle
  member: Member
  then: AfterHandOver
  actor: Actor
  now: Date
  write: Write
  /** What is done when the rest is committed: sessions and codes belong to no transaction. */
  later: (() => Promise<unknown>)[]
  session: string
}

export const placeOf = ({ circle }: Doing) => ({ organisation: circle.id, municipality: circle.municipality })

export const entryOf = ({ circle, actor, now }: Doing, member: Member) => ({
  account: member.id,
  municipality: circle.municipality,
  organisation: circle.id,
  actor: actor.account,
  device: actor.device ?? null,
  at: now,
})

export const log = (doing: Doing, action: AccountAction, member: Member, reason: string): Promise<void> =>
  logAccount(doing.payload, { ...entryOf(doing, member), action, kind: 'membership', reason }, doing.write)

/** Tells one account of it, under the name of the organisation. */
export const tell = (
  { payload, circle, now, write }: Doing,
  account: string,
  action: Happening,
  told: Addressee = 'the-account',
): Promise<boolean> =>
  writeNotice(
    payload,
    randomUUID(),
    { told, account },
    {
      at: now.toISOString(),
      action,
      kind: 'organisation',
      document: circle.id,
      municipality: circle.municipality,
      title: circle.name,
    },
    write,
  )
