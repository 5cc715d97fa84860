import { createHash, randomInt } from 'node:crypto'

/** Crockford's alphabet: no letter that is mistaken for another or for a digit when it is read out or written down. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code in groups of four signs; each sign is worth 5 bits. */
const inGroups = (groups: number): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join(''),
  ).join('-')

/** Read out over a telephone and good for days: 60 bits. */
export const newOneTimeCode = (): string => inGroups(3)
/** Kept in a drawer for years: 80 bits. */
export const newRecoveryCode = (): string => inGroups(4)

/** A typed code as it was made: in any case, with any signs between, and with the letters that look like digits. */
export const folded = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')

/**
 * A code as it is stored, bound to what it is for: an account, or the giving of a membership. It is random and long, so
 * that a fast hash is enough.
 */
export const codeHash = (boundTo: string, code: string): string =>
  createHash('sha256')
    .update(`torg code ${boundTo} ${folded(code)}`)
    .digest('hex')

/** What a one-time code lets somebody do. */
export const codePurposes = ['password', 'all', 'device', 'membership', 'hand-over'] as const
/**
 * - `password`: choose a password, the first or a new one;
 * - `all`: the same, and every device of the account ends: the telephone is lost, too;
 * - `device`: add one more device, for whoever knows the password;
 * - `membership`: accept a role in another municipality;
 * - `hand-over`: become the admin of an organisation; confirmed by whoever is logged in, so never typed.
 */
export type CodePurpose = (typeof codePurposes)[number]

const hour = 3_600_000
/** How long a code is good for, in milliseconds. A membership is accepted by somebody who was not asked to hurry. */
export const codeLasts: Record<CodePurpose, number> = {
  password: 72 * hour,
  all: 72 * hour,
  device: 72 * hour,
  membership: 14 * 24 * hour,
  'hand-over': 14 * 24 * hour,
}
