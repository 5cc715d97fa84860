import type { Payload } from 'payload'
import { HashingQueue } from '../../accounts/hashing-queue.js'
import { LoginThrottle } from '../../accounts/throttle.js'
import type { Clock } from '../../shared/clock.js'
import type { KeyRing } from '../../shared/sealing.js'

/** What stands between guessers and accounts in one process. */
export interface LoginGuard {
  keys: KeyRing
  clock: Clock
  throttle: LoginThrottle
  queue: HashingQueue
}

export const loginGuard = (keys: KeyRing, clock: Clock): LoginGuard => ({
  keys,
  clock,
  throttle: new LoginThrottle(clock),
  queue: new HashingQueue(),
})

/** One request to log in, or of somebody who proves again who they are. */
export interface LoginContext extends LoginGuard {
  payload: Payload
  /** The day's words for the sender's networks, narrow one first. */
  networks: string[]
}
