import type { Labels } from '../reasons.js'

/** What stands before the parts of a notice, in the inbox and in an e-mail alike. */
// prettier-ignore
export const noticeLabels = {
  why: { sv: 'Skäl', nb: 'Grunn', en: 'Reason' },
  said: { sv: 'Meddelande', nb: 'Melding', en: 'Message' },
  automatic: { sv: 'Det skedde automatiskt.', nb: 'Det skjedde automatisk.', en: 'It happened automatically.' },
  whatNow: { sv: 'Vad du kan göra', nb: 'Hva du kan gjøre', en: 'What you can do' },
} satisfies Record<string, Labels>
