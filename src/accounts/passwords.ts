import type { FieldFault } from '../shared/errors.js'
import type { Actor } from '../tenancy/actor.js'
import { isMunicipalityAdminOf } from '../tenancy/membership.js'

/** Without a second factor a password has at least this many characters (NIST SP 800-63B-4, 3.1.1.2). */
export const shortestPassword = 15
export const longestPassword = 256

/** Begins of passwords that everybody tries first; compared in small letters and without digits at the end. */
const common = [
  'password',
  'losenord',
  'lösenord',
  'passord',
  'qwerty',
  'abcdefghijklmno',
  'letmein',
  'torg',
  'kommun',
  'kommune',
  'football',
  'sommar',
  'sommer',
  'welcome',
  'admin',
]

/** Why a password is refused; null where it is fine. Nothing of it is repeated in the answer. */
export function passwordFault(password: unknown, username: string | null): FieldFault | null {
  const fault = (code: string, message: string): FieldFault => ({ field: 'password', code, message })
  if (typeof password !== 'string') return fault('required', 'A password is needed')
  const characters = [...password].length
  if (characters < shortestPassword)
    return fault('too-short', `At least ${shortestPassword} characters; a sentence is good`)
  if (characters > longestPassword) return fault('too-long', `At most ${longestPassword} characters`)
  const folded = password.toLowerCase().replace(/[\s\d!?.,_-]+/g, '')
  if (folded.length === 0 || new Set(folded).size < 5)
    return fault('too-simple', 'Use more different letters')
  const repeated = common.some((word) => folded.replaceAll(word, '') === '')
  const own = username
    ? folded.replaceAll(username.toLowerCase().replace(/[\s\d!?.,_-]+/g, '') || '\0', '').length < 4
    : false
  if (repeated || own) return fault('too-common', 'This is among the first that others would try')
  return null
}

/**
 * Whether an account may set another's password, beside what access rules let it see: everyone their own, the admin of
 * its home municipality, and an organisation-admin those of its organisation's contributors.
 */
export const maySetPassword = (actor: Actor, holder: { id: string; home: string | null }): boolean =>
  actor.account === holder.id ||
  (holder.home !== null && isMunicipalityAdminOf(actor, holder.home)) ||
  actor.memberships.some((one) => one.role === 'organisation-admin')
