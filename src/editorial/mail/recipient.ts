import type { Payload, TypedUser } from 'payload'
import { openedAddress } from '../../accounts/contact.js'
import { standingOf, type Standing } from '../../accounts/standing.js'
import { asMailChoice, type MailChoice } from '../../mail/choices.js'
import { asMailLanguage, type MailLanguage } from '../../mail/words.js'
import type { KeyRing } from '../../shared/sealing.js'
import type { Actor } from '../../tenancy/actor.js'
import { idOf } from '../../shared/reference.js'

/** An account that can be written to, as it is at this moment. */
export interface Recipient {
  actor: Actor
  /** The same as Payload reads as: its own rights apply. */
  user: TypedUser
  address: string
  /** What the address is known by without being known; tells whether it is still the one that was refused. */
  trace: string
  choice: MailChoice
  language: MailLanguage
}

interface Row extends Record<string, unknown> {
  id: string
  email?: string | null
  emailTrace?: string | null
  mailRefused?: string | null
}

/** Null where nothing is to be sent to an account: it is gone, disabled, a machine, has no address or said never. */
export async function recipientOf(
  payload: Payload,
  account: string,
  ring: KeyRing,
): Promise<Recipient | null> {
  const row = await payload.db.findOne<Row>({ collection: 'accounts', where: { id: { equals: account } } })
  if (!row || row.disabled === true || row.kind === 'machine' || !row.email || !row.emailTrace) return null
  if (row.mailRefused === row.emailTrace) return null
  const choice = asMailChoice(row.noticeMail)
  if (choice === 'never') return null
  const standing: Standing = await standingOf(payload, row)
  const { memberships } = standing
  const actor: Actor = {
    account,
    kind: row.kind as Actor['kind'],
    homeMunicipality: idOf(row.homeMunicipality),
    memberships,
  }
  const { email, emailTrace, ...rest } = row
  return {
    actor,
    user: { ...rest, ...standing, collection: 'accounts' } as unknown as TypedUser,
    address: openedAddress(email, ring),
    trace: emailTrace,
    choice,
    language: asMailLanguage(row.language),
  }
}

/** Notes that an address takes nothing, so that nothing more is sent to it until the account has another. */
export const noteRefused = (payload: Payload, account: string, trace: string): Promise<unknown> =>
  payload.db.updateOne({
    collection: 'accounts',
    where: { and: [{ id: { equals: account } }, { emailTrace: { equals: trace } }] },
    data: { mailRefused: trace },
    options: { atomic: true },
    returning: false,
  } as unknown as Parameters<Payload['db']['updateOne']>[0])
