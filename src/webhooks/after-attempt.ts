import { longFailure, mostAttempts, waitAfter } from './back-off.js'

/** Why a message was not taken, as codes: the log of the receiver has the rest. */
export const attemptFaults = [
  'status',
  'redirect',
  'timeout',
  'no-such-host',
  'forbidden-address',
  'certificate',
  'connection',
  'no-secret',
] as const
export type AttemptFault = (typeof attemptFaults)[number]

export interface Outcome {
  /** Null where it was taken: any 2xx. */
  fault: AttemptFault | null
  /** The receiver's answer, where there was one. */
  status: number | null
  /** Milliseconds that the receiver asked for. */
  askedToWait: number
}

/** How a webhook does as a whole; times are RFC 3339 in UTC. */
export interface Standing {
  /** Attempts in a row that failed, of whichever message. */
  failures: number
  failingSince: string | null
  waitUntil: string | null
  lastSuccess: string | null
  lastFault: string | null
}

export const untroubled = { failures: 0, failingSince: null, waitUntil: null, lastFault: null } as const

/** Why it failed, with the number of the answer where it is one: `status 503`. */
const faultText = ({ fault, status }: Outcome): string => (fault === 'status' ? `status ${status}` : fault!)

const later = (now: Date, by: number): string => new Date(now.getTime() + by).toISOString()

/**
 * What an attempt changes of the webhook. After a failure the whole webhook waits, since most often it is the receiver
 * that is down and not the message that is wrong; `switchOff` where nothing has gone through for three days.
 */
export function standingAfter(
  before: Standing,
  outcome: Outcome,
  now: Date,
  chance: number,
): { standing: Standing; switchOff: boolean } {
  if (outcome.fault === null)
    return { standing: { ...untroubled, lastSuccess: now.toISOString() }, switchOff: false }
  const failures = before.failures + 1
  const failingSince = before.failingSince ?? now.toISOString()
  const wait = Math.max(outcome.askedToWait, waitAfter(failures, chance))
  return {
    standing: {
      failures,
      failingSince,
      waitUntil: later(now, wait),
      lastSuccess: before.lastSuccess,
      lastFault: faultText(outcome),
    },
    switchOff: now.getTime() - Date.parse(failingSince) >= longFailure,
  }
}

/** What a failed attempt changes of its message: it is tried again later, at the end given up until somebody sends it. */
export function messageAfter(attemptsBefore: number, outcome: Outcome, now: Date, chance: number) {
  const attempts = attemptsBefore + 1
  return {
    attempts,
    state: attempts >= mostAttempts ? ('failed' as const) : ('pending' as const),
    nextAt: later(now, Math.max(outcome.askedToWait, waitAfter(attempts, chance))),
    lastAt: now.toISOString(),
    fault: faultText(outcome),
  }
}
