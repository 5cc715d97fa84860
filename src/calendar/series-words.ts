import { recurrenceParts } from './recurrence-words.js'
import { dayAt } from './zoned-time.js'

/** When a series takes place. Instants in UTC; dates for what lasts all day. */
export interface SeriesTimes {
  rule: string
  start: string | null
  end: string | null
  zone: string
  allDay: boolean
  /** Original starts that are left out. */
  exceptions: readonly string[]
}

/** So many dates that are left out are named; of more, how many. */
const mostNamed = 4

const words = {
  sv: { locale: 'sv-SE', not: 'inte', more: (n: number) => `${n} till`, and: 'och', sign: ':' },
  nb: { locale: 'nb-NO', not: 'ikke', more: (n: number) => `${n} til`, and: 'og', sign: '.' },
  en: { locale: 'en-GB', not: 'not', more: (n: number) => `${n} more`, and: 'and', sign: ':' },
} as const

/**
 * A series in one sentence: `every Tuesday 18:00–19:30, until 15 June 2027, not 30 December 2026`. In Swedish, Norwegian
 * (bokmål) or English. Null where the rule cannot be read.
 */
export function seriesWords(series: SeriesTimes, language: keyof typeof words): string | null {
  const { rule, zone, allDay, exceptions } = series
  const parts = recurrenceParts(rule, language, zone, allDay)
  if (!parts) return null
  const { locale, not, more, and } = words[language]
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const named = [...exceptions]
    .sort()
    .map((each) => day.format(new Date(`${each.includes('T') ? dayAt(each, zone) : each}T00:00:00Z`)))
  const listed =
    named.length > mostNamed ? [...named.slice(0, mostNamed), more(named.length - mostNamed)] : named
  const left =
    listed.length === 0
      ? null
      : `${not} ${listed.length === 1 ? listed[0] : `${listed.slice(0, -1).join(', ')} ${and} ${listed.at(-1)}`}`
  const times = timesOfDay(series, language)
  return [[parts.body, times].filter(Boolean).join(' '), parts.end, left].filter(Boolean).join(', ')
}

/** From when to when on the clock of the place; without an end where that lies on another day. */
function timesOfDay({ start, end, zone, allDay }: SeriesTimes, language: keyof typeof words): string | null {
  if (allDay || !start || Number.isNaN(Date.parse(start))) return null
  const { locale, sign } = words[language]
  const clock = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const say = (instant: string) => clock.format(new Date(instant)).replace(/[.:]/, sign)
  const sameDay = end && !Number.isNaN(Date.parse(end)) && dayAt(end, zone) === dayAt(start, zone)
  return sameDay ? `${say(start)}–${say(end)}` : say(start)
}
