import type { GivenCode } from '../editorial/accounts/give-code.js'

/** A code as it is printed, this once. */
export const sayCode = ({ code, ends }: GivenCode): string =>
  `One-time code: ${code} (good until ${ends.slice(0, 16).replace('T', ' ')} UTC). Log in with "I have a one-time code".`
