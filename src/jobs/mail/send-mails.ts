import { randomInt } from 'node:crypto'
import type { Payload } from 'payload'
import { composeMorning, composeNotices, type Composed } from '../../editorial/mail/compose.js'
import type { DueMail } from '../../editorial/mail/due-mails.js'
import { putOff, settleMails, type Mail } from '../../editorial/mail/mail-records.js'
import { noteRefused, recipientOf, type Recipient } from '../../editorial/mail/recipient.js'
import { tellOf } from '../../editorial/notices/tell.js'
import { afterError, afterFault, type Sent } from '../../mail/after-sending.js'
import type { Clock } from '../../shared/clock.js'
import type { KeyRing } from '../../shared/sealing.js'
import type { MailTransport } from './smtp-transport.js'

export interface MailSending {
  payload: Payload
  clock: Clock
  ring: KeyRing
  publicUrl: string
  transport: MailTransport
}

/** The same, but what is wrong with one account is told to the operator, put off, and holds nobody else's mail up. */
export async function sendOrPutOff(sending: MailSending, due: DueMail): Promise<'done' | 'server'> {
  const { payload, clock } = sending
  try {
    return await sendMail(sending, due)
  } catch (error) {
    payload.logger.error({ err: error, kind: 'account', document: due.account }, 'mail')
    const now = clock.now()
    for (const row of due.rows) {
      const after = afterError({ attempts: row.attempts, createdAt: new Date(row.createdAt), now })
      if (after.drop) await settleMails(payload, [row], now)
      else {
        const { attempts, nextAt } = after
        await putOff(payload, [row], { attempts, nextAt: nextAt.toISOString(), fault: 'internal' })
      }
    }
    return 'done'
  }
}

/**
 * Sends what is due to one account. A row goes only after the server has taken the message: a crash in between sends it
 * again, under the same id. Answers `server` where the server itself is the trouble, so that the others wait, too.
 */
async function sendMail(sending: MailSending, due: DueMail): Promise<'done' | 'server'> {
  const { payload, clock, ring, publicUrl, transport } = sending
  const recipient = await recipientOf(payload, due.account, ring)
  if (!recipient) {
    await settleMails(payload, due.rows, clock.now())
    return 'done'
  }
  const { messages, nothing } = await composed(payload, due, recipient, publicUrl, clock.now())
  await settleMails(payload, nothing, clock.now())
  const waiting = [...messages]
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { message, rows } = next
    const sent = await transport.send(message, recipient.address)
    if (sent.fault === null) {
      await settleMails(payload, rows, clock.now())
      continue
    }
    if (sent.fault === 'message-refused' && rows.length > 1) {
      // One title may have been too much for it; what else was in the message shall not go with it.
      const apart = await composeNotices(
        payload,
        { ...due, rows },
        { ...recipient, choice: 'at-once' },
        publicUrl,
      )
      await settleMails(payload, apart.nothing, clock.now())
      waiting.unshift(...apart.messages)
      continue
    }
    await afterAttempt(payload, recipient, rows, sent, clock.now())
    if (sent.fault === 'server') return 'server'
    if (sent.fault === 'address-refused') return 'done'
  }
  return 'done'
}

const composed = (
  payload: Payload,
  due: DueMail,
  recipient: Recipient,
  publicUrl: string,
  now: Date,
): Promise<Composed> =>
  due.kind === 'morning'
    ? composeMorning(payload, due, recipient, { publicUrl, now })
    : composeNotices(payload, due, recipient, publicUrl)

async function afterAttempt(
  payload: Payload,
  { actor, trace }: Recipient,
  rows: readonly Mail[],
  sent: Exclude<Sent, { fault: null }>,
  now: Date,
): Promise<void> {
  const { account, homeMunicipality } = actor
  if (sent.fault === 'address-refused') {
    // Told first: noted without a word, nobody would ever learn why nothing comes. Told twice it is once, by the key.
    const said = { at: now.toISOString(), kind: 'account', document: account, title: null }
    await tellOf(
      payload,
      'address-refused',
      `address-refused ${trace}`,
      { ...said, municipality: homeMunicipality },
      { organisation: null, accounts: { 'the-account': account } },
    )
    await noteRefused(payload, account, trace)
    payload.logger.warn({ kind: 'account', document: account, code: 'address-refused' }, 'mail')
  }
  const given: Mail[] = []
  // What went out together comes again together, under the same id: one draw, and the count of what was tried most.
  const chance = randomInt(1000) / 1000
  const attempts = Math.max(...rows.map((row) => row.attempts))
  for (const row of rows) {
    const after = afterFault(sent, { attempts, createdAt: new Date(row.createdAt), now, chance })
    if (after.drop) given.push(row)
    else {
      const { nextAt } = after
      await putOff(payload, [row], {
        attempts: after.attempts,
        nextAt: nextAt.toISOString(),
        fault: sent.code,
      })
    }
  }
  await settleMails(payload, given, now)
  if (given.length > 0 && sent.fault !== 'address-refused')
    payload.logger.warn({ kind: 'account', document: account, code: `given-up ${sent.code}` }, 'mail')
}
