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
  'offer-hand-over',
  'end-hand-over',
] as const
export type AccountAction = (typeof accountActions)[number]

/** What is logged of all else that no decision is taken on: uploads, receivers, and the log itself. */
export const otherActions = [
  'upload-picture',
  'change-picture',
  'delete-picture',
  'make-webhook',
  'change-webhook',
  'delete-webhook',
  'rotate-secret',
  'send-again',
  'share-link',
  'revoke-link',
  'webhook-off',
  'read-log',
  'begin-log',
  'adopt-log',
  'reseal',
  'set-period',
  'hold-data',
  'lift-hold',
  'forget-account',
  'end-of-time',
] as const
export type OtherAction = (typeof otherActions)[number]

/** Entries that tell when somebody was here: for the admin of the home municipality alone. */
export const comingAndGoing: readonly AccountAction[] = ['log-in', 'log-out']

/** Kinds of entries about accounts. */
export const accountKinds = ['account', 'membership'] as const

/** Kinds that no decision is taken on. */
export const otherKinds = ['webhook', 'log', 'installation', 'hold', 'retention'] as const

/** What editors, who read the log of decisions, do not see: logins and rights, receivers, who read the log. */
export const beyondDecisions: readonly string[] = [...accountKinds, ...otherKinds]
