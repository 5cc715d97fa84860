import { dictionary } from '@zxcvbn-ts/language-common'

/** What people in these municipalities would try first, which an international list does not hold. */
const local = [
  'losenord',
  'lösenord',
  'passord',
  'kommun',
  'kommune',
  'förening',
  'forening',
  'sommar',
  'sommer',
  'vinter',
  'fotboll',
  'fotball',
  'sverige',
  'norge',
  'hejsan',
  'torg',
  'admin',
  'welcome',
]

let known: Set<string> | null = null
const common = (): Set<string> => (known ??= new Set([...dictionary['passwords-common'], ...local]))

const folded = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
/** Without the number at its end that a rule about digits once asked for. */
const withoutNumber = (text: string) => text.replace(/\d+$/, '')

/**
 * Whether a password is among the roughly 49 000 that others try first (from leaked ones; the list of the package
 * `@zxcvbn-ts/language-common`, MIT), also with another number at its end, or repeated (NIST SP 800-63B-4, 3.1.1.2).
 */
export function isCommonPassword(password: string): boolean {
  const whole = folded(password)
  return [whole, withoutNumber(whole), repeatedPart(whole), repeatedPart(withoutNumber(whole))].some((each) =>
    common().has(each),
  )
}

/** `abcabc` is `abc`; what repeats nothing is itself. */
function repeatedPart(text: string): string {
  const at = (text + text).indexOf(text, 1)
  return at < text.length ? text.slice(0, at) : text
}
