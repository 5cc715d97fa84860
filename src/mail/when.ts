import type { MailLanguage } from './words.js'

const locales: Record<MailLanguage, string> = { sv: 'sv-SE', nb: 'nb-NO', en: 'en-GB' }

/** A day and a time on the clock of a zone: `tors 3 dec. 18:00`. */
export const sayWhen = (instant: string, zone: string, language: MailLanguage): string =>
  new Intl.DateTimeFormat(locales[language], {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant))
