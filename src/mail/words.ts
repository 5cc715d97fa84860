import { noticeLabels } from '../moderation/notices/notice-labels.js'
import type { Labels } from '../moderation/reasons.js'
import type { QueueReason } from '../moderation/queue.js'

export const mailLanguages = ['sv', 'nb', 'en'] as const
export type MailLanguage = (typeof mailLanguages)[number]
export const asMailLanguage = (value: unknown): MailLanguage =>
  mailLanguages.find((each) => each === value) ?? 'sv'

/** Words of the messages; `{n}` and the like are filled in. */
// prettier-ignore
export const mailWords = {
  ...noticeLabels,
  digestOne: { sv: 'En ny avisering', nb: 'Ett nytt varsel', en: 'One new notice' },
  digestMany: { sv: '{n} nya aviseringar', nb: '{n} nye varsler', en: '{n} new notices' },
  forWhom: { sv: 'Till', nb: 'Til', en: 'For' },
  readAll: { sv: 'Läs allt under Aviseringar', nb: 'Les alt under Varsler', en: 'Read everything under Notices' },
  footer: { sv: 'Du får detta för att ditt konto har den här adressen. Ändra hur ofta, eller säg nej, efter inloggning:', nb: 'Du får dette fordi kontoen din har denne adressen. Endre hvor ofte, eller si nei, etter innlogging:', en: 'You get this because your account has this address. Change how often, or say no, after logging in:' },
  noAnswer: { sv: 'Det går inte att svara på det här meddelandet.', nb: 'Du kan ikke svare på denne meldingen.', en: 'This message cannot be answered.' },
  waitsSubject: { sv: '{n} väntar på beslut i {town}', nb: '{n} venter på avgjørelse i {town}', en: '{n} waiting for a decision in {town}' },
  waitsIntro: { sv: 'Det här väntar på er:', nb: 'Dette venter på dere:', en: 'This waits for you:' },
  soon: { sv: 'Börjar inom tre dagar: {n}. Det första {at}.', nb: 'Begynner innen tre dager: {n}. Det første {at}.', en: 'Starting within three days: {n}. The first {at}.' },
  late: { sv: 'Försenade mot vad kommunen har lovat: {n}', nb: 'Forsinket mot det kommunen har lovet: {n}', en: 'Later than the municipality has promised: {n}' },
  openQueue: { sv: 'Öppna kön', nb: 'Åpne køen', en: 'Open the queue' },
} satisfies Record<string, Labels>

export const waitsLabels: Record<QueueReason, Labels> = {
  appeal: { sv: 'Begärd omprövning', nb: 'Klage', en: 'Appeal' },
  decision: { sv: 'Beslut', nb: 'Avgjørelse', en: 'Decision' },
  application: { sv: 'Ansökan', nb: 'Søknad', en: 'Application' },
  afterwards: { sv: 'Att granska i efterhand', nb: 'Å gjennomgå i etterkant', en: 'To look over afterwards' },
  confirmation: {
    sv: 'Försenad bekräftelse',
    nb: 'Forsinket bekreftelse',
    en: 'Confirmation overdue',
  },
}

export const sayIn =
  (language: MailLanguage) =>
  (word: keyof typeof mailWords, facts: Record<string, string | number> = {}): string =>
    mailWords[word][language].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))
