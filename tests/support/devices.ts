import { Secret, TOTP } from 'otpauth'
import type { Payload } from 'payload'
import { changeCredentials } from '../../src/editorial/accounts/credentials.js'
import { sealedFor } from '../../src/editorial/accounts/prove.js'
import { newSecret, withDevice } from '../../src/accounts/second-factor.js'
import { keyRing, loadSettings } from '../../src/config/env.js'
import { systemClock } from '../../src/shared/clock.js'
import { seal } from '../../src/shared/sealing.js'

const step = 30_000
/** Now, as Torg sees it. */
export const present = () => systemClock.now().getTime()

/** Moves the clock of Torg, which runs in this process, so that the next code of a device is another one. */
export function moveClock(milliseconds: number): void {
  const offset = present() - Date.now() + milliseconds
  systemClock.now = () => new Date(Date.now() + offset)
}
export const nextStep = () => moveClock(step)

/** The code that a device shows, `steps` of 30 seconds from now. */
export const codeOf = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: present() + steps * step })

/** Gives an account a device behind the doors' back: what enrolling is like has tests of its own. */
export async function giveDevice(payload: Payload, account: string, label = 'Telefon'): Promise<string> {
  const secret = newSecret()
  const sealed = seal(secret, keyRing(loadSettings()), sealedFor(account))
  await changeCredentials(payload, account, (now) => ({
    credentials: {
      ...now,
      factor: withDevice(now.factor, { label, secret: sealed, addedBy: account, step: 0 }, systemClock.now())
        .factor,
    },
  }))
  return secret
}
