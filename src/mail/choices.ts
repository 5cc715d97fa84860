import type { Labels } from '../moderation/reasons.js'

/** How an account wants its notices by e-mail; who has no address gets none, whatever it says. */
export const mailChoices = ['at-once', 'daily', 'never'] as const
export type MailChoice = (typeof mailChoices)[number]

/** What holds where nobody has chosen: one message a day at most. */
export const usualChoice: MailChoice = 'daily'

export const mailChoiceLabels: Record<MailChoice, Labels> = {
  'at-once': { sv: 'På en gång', nb: 'Med en gang', en: 'At once' },
  daily: { sv: 'En gång om dagen', nb: 'Én gang om dagen', en: 'Once a day' },
  never: { sv: 'Aldrig', nb: 'Aldri', en: 'Never' },
}

export const asMailChoice = (value: unknown): MailChoice =>
  mailChoices.find((each) => each === value) ?? usualChoice
