import type { FieldFault } from '../shared/errors.js'
import { isCommonPassword } from './first-guesses.js'

/**
 * Characters that a password has at least: more where it alone lets somebody in (NIST SP 800-63B-4, 3.1.1.2). No rule
 * asks for signs of certain sorts or for a change after a time.
 */
export const shortestPassword = { alone: 15, withSecondFactor: 8 } as const
export const longestPassword = 256

export interface PasswordFacts {
  username: string | null
  /** Whether the account has a second factor. */
  hasSecondFactor: boolean
}

/** Why a password is refused; null where it is fine. Nothing of it is repeated in the answer. */
export function passwordFault(
  password: unknown,
  { username, hasSecondFactor }: PasswordFacts,
): FieldFault | null {
  const fault = (code: string, message: string): FieldFault => ({ field: 'password', code, message })
  if (typeof password !== 'string' || password === '') return fault('required', 'A password is needed')
  const characters = [...password].length
  const shortest = hasSecondFactor ? shortestPassword.withSecondFactor : shortestPassword.alone
  if (characters < shortest) {
    return hasSecondFactor
      ? fault('too-short-beside-factor', `At least ${shortest} characters`)
      : fault('too-short', `At least ${shortest} characters; a sentence is good`)
  }
  if (characters > longestPassword) return fault('too-long', `At most ${longestPassword} characters`)
  const folded = fold(password)
  if (new Set(folded).size < 5) return fault('too-simple', 'Use more different letters')
  const own = username ? fold(username) : ''
  if (isCommonPassword(password) || (own !== '' && folded.replaceAll(own, '').length < 4))
    return fault('too-common', 'This is among the first that others would try')
  return null
}

const fold = (text: string) => text.toLowerCase().replace(/[\s\d!?.,_-]+/g, '')
