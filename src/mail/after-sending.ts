import { waitAfter } from '../webhooks/back-off.js'

/**
 * What came of sending one message: taken; refused for good because of whom it is for, or because of what it is; or not
 * now, for reasons of the recipient (busy, greylisted) or of the server (away, no TLS, wrong login).
 */
export type SendingFault = 'address-refused' | 'message-refused' | 'recipient-later' | 'server'
export type Sent = { fault: null } | { fault: SendingFault; code: string }

/** An error as the library that sends throws it; its words may hold the address and are never passed on. */
interface Thrown {
  code?: unknown
  responseCode?: unknown
  command?: unknown
}

const permanent = (status: number): boolean => status >= 500 && status < 600

/** Names what an attempt failed of, by the answer of the server (RFC 5321, 4.2.1) and where in the talk it came. */
export function faultOf(error: unknown): Sent {
  const { code, responseCode, command } = (error ?? {}) as Thrown
  const status = typeof responseCode === 'number' ? responseCode : 0
  const said = `${typeof code === 'string' && /^E[A-Z]{2,20}$/.test(code) ? code : 'EUNKNOWN'}${status ? ` ${status}` : ''}`
  if (code === 'EENVELOPE' && command === 'RCPT TO')
    return { fault: permanent(status) ? 'address-refused' : 'recipient-later', code: said }
  // An address that cannot even be asked for.
  if (code === 'EENVELOPE' && status === 0) return { fault: 'address-refused', code: said }
  if (code === 'EMESSAGE' || command === 'DATA')
    return { fault: permanent(status) ? 'message-refused' : 'recipient-later', code: said }
  return { fault: 'server', code: said }
}

const day = 86_400_000
/** So long a message is tried; what it says lies in the inbox all the while (RFC 5321, 4.5.4.1: four or five days). */
export const triedFor = 5 * day

type Next = { drop: true } | { drop: false; attempts: number; nextAt: Date }

const isOver = (createdAt: Date, now: Date): boolean => now.getTime() - createdAt.getTime() >= triedFor

/** What becomes of a message of which Torg itself failed to make or send one: somebody must look first, so not at once. */
export function afterError({
  attempts,
  createdAt,
  now,
}: {
  attempts: number
  createdAt: Date
  now: Date
}): Next {
  if (isOver(createdAt, now)) return { drop: true }
  return { drop: false, attempts: attempts + 1, nextAt: new Date(now.getTime() + 15 * minute) }
}

/** What becomes of a message that did not go out, and when it is tried again; `chance` from 0 to 1. */
export function afterFault(
  sent: { fault: SendingFault },
  { attempts, createdAt, now, chance }: { attempts: number; createdAt: Date; now: Date; chance: number },
): Next {
  const over = isOver(createdAt, now)
  if (sent.fault === 'address-refused' || sent.fault === 'message-refused' || over) return { drop: true }
  // That the server is away is no fault of the message.
  const tried = sent.fault === 'server' ? attempts : attempts + 1
  const wait = Math.max(minute, waitAfter(Math.max(1, tried), chance))
  return { drop: false, attempts: tried, nextAt: new Date(now.getTime() + wait) }
}

const minute = 60_000
