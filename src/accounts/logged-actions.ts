/** What is logged about logins and rights, beside decisions on content. */
export const accountActions = [
  'log-in',
  'log-out',
  'end-sessions',
  'make-account',
  'change-account',
  'disable-account',
  'enable-account',
  'delete-account',
  'give-code',
  'use-code',
  'change-password',
  'add-device',
  'end-device',
  'make-recovery-codes',
  'block-codes',
  'give-role',
  'change-role',
  'end-role',
  'review-role',
] as const
export type AccountAction = (typeof accountActions)[number]

/** Entries that tell when somebody was here: for the admin of the home municipality alone. */
export const comingAndGoing: readonly AccountAction[] = ['log-in', 'log-out']

/** Kinds of entries about accounts; editors, who read the log of decisions, do not see them. */
export const accountKinds = ['account', 'membership'] as const
