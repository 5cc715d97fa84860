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
export const periodWords = (period: Period, doneBy: string, language: Language): string =>
  lengthWords(period, language) ?? (doneBy === 'nightly-run' ? night : atOnce)[language]

/** Null for a period of no length. */
function lengthWords(period: Period, language: Language): string | null {
  const length = lengthOf(period)
  if (length === 0) return null
  const [one, several] = units['months' in period ? 'months' : 'days'][language]
  return `${length} ${length === 1 ? one : several}`
}

const sentences = {
  period: words(
    '{what}: {period} räknat från: {from}. Sedan: {then}.',
    '{what}: {period} regnet fra: {from}. Deretter: {then}.',
    '{what}: {period}, counted from: {from}. Then: {then}.',
  ),
  'night-after': words(
    '{what}: {then}. Det sker natten därpå, räknat från: {from}.',
    '{what}: {then}. Det skjer natten etter, regnet fra: {from}.',
    '{what}: {then}. This is done the night after, counted from: {from}.',
  ),
  'at-once': words(
    '{what}: {then}. Det sker genast, räknat från: {from}.',
    '{what}: {then}. Det skjer straks, regnet fra: {from}.',
    '{what}: {then}. This is done at once, counted from: {from}.',
  ),
} as const

interface Kept {
  name: Record<Language, string>
  period: Period
  doneBy: string
  from: Record<Language, string>
  then: RetentionAction
}

/** How long something is kept, from what, and what becomes of it then, as one line. */
export function keptWords({ name, period, doneBy, from, then }: Kept, language: Language): string {
  const length = lengthWords(period, language)
  const kind = length ? 'period' : doneBy === 'nightly-run' ? 'night-after' : 'at-once'
  const said: Record<string, string> = {
    what: name[language],
    period: length ?? '',
    from: from[language].toLocaleLowerCase(language),
    then: actionWords[then][language].toLocaleLowerCase(language),
  }
  return sentences[kind][language].replace(/\{(\w+)\}/g, (_, blank: string) => said[blank]!)
}
