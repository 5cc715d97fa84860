import { isPassword } from '../../accounts/password-hash.js'
import { tooMany } from '../../accounts/hashing-queue.js'
import { tryCode, type CodeOutcome } from '../../accounts/second-factor.js'
import type { Admitted } from '../../accounts/throttle.js'
import { DomainError } from '../../shared/errors.js'
import { open } from '../../shared/sealing.js'
import { logAccount } from './account-log.js'
import { changeCredentials, type Credentials } from './credentials.js'
import type { Login } from './find-account.js'
import type { LoginContext } from './login-context.js'

/** One answer to a wrong name, a wrong password, a wrong one-time code and a disabled account. */
export const wrongCredentials = () =>
  new DomainError('wrong-credentials', 'The name, the password or the code is wrong.')

/** Admits an attempt at this name or says how long to wait, before anything is worked out. */
export function admitted({ throttle, networks }: LoginContext, name: string): Admitted {
  const answer = throttle.admit(networks, name.trim().toLowerCase())
  if ('retryAfter' in answer) throw tooMany(answer.retryAfter)
  return answer
}

/** Whether this is the password. Where there is none the same work is done for nothing. */
export async function passwordIsRight(
  { queue }: LoginContext,
  typed: string,
  credentials: Credentials | null,
  attempt: Admitted,
): Promise<boolean> {
  try {
    return await queue.run(() => isPassword(typed, credentials?.password ?? null), attempt)
  } catch (error) {
    // Nothing was tried: it must not count.
    attempt.withdraw()
    throw error
  }
}

/** Where the secret of a device is sealed to. */
export const sealedFor = (account: string) => ({ name: 'second-factor', of: account }) as const

/** How many wrong codes in a row are an event of their own in the log: somebody knows the password. */
const wrongCodesToLog = 5

/**
 * Takes a code of a device or a recovery code, once. Gives the number of the device, 0 for a recovery code; throws
 * where it is wrong or too many were.
 */
export async function takeCode(
  { payload, keys, clock }: LoginContext,
  account: Pick<Login, 'id' | 'home'>,
  typed: string,
): Promise<number> {
  const { outcome } = await changeCredentials(payload, account.id, (now) => {
    const outcome: CodeOutcome = tryCode(now.factor, typed, clock.now(), account.id, ({ secret }) =>
      open(secret!, keys, sealedFor(account.id)),
    )
    return {
      outcome,
      credentials: outcome.is === 'too-soon' ? null : { ...now, factor: outcome.factor },
    }
  })
  if (outcome.is === 'right') return outcome.device
  if (outcome.is === 'too-soon') throw tooMany(outcome.retryAfter)
  if (outcome.factor.wrong % wrongCodesToLog === 0) {
    await logAccount(payload, {
      action: 'block-codes',
      kind: 'account',
      account: account.id,
      municipality: account.home,
      actor: null,
      device: null,
      at: clock.now(),
    })
  }
  throw new DomainError(
    'second-factor-wrong',
    'The code is wrong, or it was used already. Type the next one.',
  )
}
