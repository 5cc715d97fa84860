import { lengthOf, type Period } from './period.js'
import { words, type LegalGround, type RetentionAction } from './retention-row.js'

type Language = keyof ReturnType<typeof words>

/** On what the processing rests, for people. */
export const groundWords: Record<LegalGround, ReturnType<typeof words>> = {
  'public-task': words(
    'uppgift av allmänt intresse, GDPR 6.1 e',
    'oppgave i allmennhetens interesse, GDPR 6.1 e',
    'task in the public interest, GDPR 6(1)(e)',
  ),
  'legal-obligation': words(
    'rättslig förpliktelse, GDPR 6.1 c',
    'rettslig forpliktelse, GDPR 6.1 c',
    'legal obligation, GDPR 6(1)(c)',
  ),
  consent: words('samtycke, GDPR 6.1 a', 'samtykke, GDPR 6.1 a', 'consent, GDPR 6(1)(a)'),
}

/** What is done when the time is over, for people. */
export const actionWords: Record<RetentionAction, ReturnType<typeof words>> = {
  erase: words('Raderas', 'Slettes', 'Erased'),
  anonymise: words('Avidentifieras', 'Avidentifiseres', 'Made anonymous'),
  archive: words(
    'Bara id, tider och skälets kod blir kvar',
    'Bare id, tider og koden for grunnen blir igjen',
    'Only id, times and the code of the reason stay',
  ),
}

const units: Record<'months' | 'days', Record<Language, [string, string]>> = {
  months: { sv: ['månad', 'månader'], nb: ['måned', 'måneder'], en: ['month', 'months'] },
  days: { sv: ['dag', 'dagar'], nb: ['dag', 'dager'], en: ['day', 'days'] },
}
const night = words('till natten därpå', 'til natten etter', 'until the night after')
const atOnce = words('tas bort genast', 'fjernes straks', 'removed at once')

/** A period as people say it. One of no length is over the night after, or at once where no night is waited for. */
export function periodWords(period: Period, doneBy: string, language: Language): string {
  const length = lengthOf(period)
  if (length === 0) return (doneBy === 'nightly-run' ? night : atOnce)[language]
  const [one, several] = units['months' in period ? 'months' : 'days'][language]
  return `${length} ${length === 1 ? one : several}`
}
