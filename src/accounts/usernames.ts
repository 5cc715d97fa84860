import type { FieldFault } from '../shared/errors.js'

/**
 * What is wrong with a username; null when nothing is. People log in with their username or their e-mail address in one
 * field, so that no username may look like an address: whoever took another's would lock that account out. Letters are
 * Latin ones only, because look-alikes and invisible signs would make two accounts that nobody can tell apart.
 */
export function usernameFault(value: unknown): FieldFault | null {
  if (typeof value === 'string' && /^[\p{Script=Latin}\d][\p{Script=Latin}\d._-]{0,63}$/u.test(value))
    return null
  return {
    field: 'username',
    code: 'format',
    message:
      'A username has 1 to 64 letters, digits, dots, hyphens or underscores, and begins with a letter or digit.',
  }
}
