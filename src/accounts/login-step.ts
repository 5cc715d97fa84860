/** What is known of somebody who logs in and has proven the password or a one-time code. */
export interface LoginFacts {
  /** Whether the account has a device. */
  hasFactor: boolean
  /** Whether a code of a device, or a recovery code, was right. */
  factorShown: boolean
  /** Came in by a one-time code, or somebody else chose the password, or it is too short without a second factor. */
  needsPassword: boolean
  mustHaveFactor: boolean
  /** Was given a code to add a device, which stands for the second factor until it is added. */
  addsDevice: boolean
}

export type LoginStep = 'second-factor' | 'new-password' | 'enrolment' | 'in'

/**
 * What comes next. Nobody gets in, whichever way they came, without the second factor that the account has; nobody who
 * must have one gets further than to adding it.
 */
export function nextLoginStep({
  hasFactor,
  factorShown,
  needsPassword,
  mustHaveFactor,
  addsDevice,
}: LoginFacts): LoginStep {
  if (hasFactor && !factorShown && !addsDevice) return 'second-factor'
  if (needsPassword) return 'new-password'
  if (addsDevice || (mustHaveFactor && !hasFactor)) return 'enrolment'
  return 'in'
}
