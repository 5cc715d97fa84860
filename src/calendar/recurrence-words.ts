import { readRule, type RecurrenceRule } from './recurrence-rule.js'
import { dayAt } from './zoned-time.js'

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

interface Words {
  locale: string
  and: string
  days: string[]
  /** `the tuesday`, as after an ordinal. */
  theDays: string[]
  every: (noun: string) => string
  everySecond: (noun: string) => string
  everyNth: (n: number) => string
  units: { HOURLY: string; DAILY: string; WEEKLY: string; MONTHLY: string; YEARLY: string }
  unitsMany: { HOURLY: string; DAILY: string; WEEKLY: string; MONTHLY: string; YEARLY: string }
  workdays: string
  ordinals: Record<number, string>
  nth: (ordinal: string, theDay: string) => string
  onDays: (list: string) => string
  dayOfMonth: (list: string) => string
  lastDay: string
  each: (what: string, period: string) => string
  until: (day: string) => string
  times: (n: number) => string
  otherwise: string
}

const en: Words = {
  locale: 'en-GB',
  and: 'and',
  days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  theDays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  every: (noun) => `every ${noun}`,
  everySecond: (noun) => `every other ${noun}`,
  everyNth: (n) => `every ${n} `,
  units: { HOURLY: 'hour', DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' },
  unitsMany: { HOURLY: 'hours', DAILY: 'days', WEEKLY: 'weeks', MONTHLY: 'months', YEARLY: 'years' },
  workdays: 'every weekday',
  ordinals: {
    1: 'first',
    2: 'second',
    3: 'third',
    4: 'fourth',
    5: 'fifth',
    [-1]: 'last',
    [-2]: 'second to last',
  },
  nth: (ordinal, day) => `the ${ordinal} ${day}`,
  onDays: (list) => `on ${list}`,
  dayOfMonth: (list) => `on day ${list}`,
  lastDay: 'the last day',
  each: (what, period) => `${what}, ${period}`,
  until: (day) => `until ${day}`,
  times: (n) => (n === 1 ? 'once' : `${n} times`),
  otherwise: 'repeats on set dates',
}
const sv: Words = {
  locale: 'sv-SE',
  and: 'och',
  days: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
  theDays: ['måndagen', 'tisdagen', 'onsdagen', 'torsdagen', 'fredagen', 'lördagen', 'söndagen'],
  every: (noun) => `varje ${noun}`,
  everySecond: (noun) => (noun === 'år' ? 'vartannat år' : `varannan ${noun}`),
  everyNth: (n) => `var ${n}:e `,
  units: { HOURLY: 'timme', DAILY: 'dag', WEEKLY: 'vecka', MONTHLY: 'månad', YEARLY: 'år' },
  unitsMany: { HOURLY: 'timme', DAILY: 'dag', WEEKLY: 'vecka', MONTHLY: 'månad', YEARLY: 'år' },
  workdays: 'varje vardag',
  ordinals: {
    1: 'första',
    2: 'andra',
    3: 'tredje',
    4: 'fjärde',
    5: 'femte',
    [-1]: 'sista',
    [-2]: 'näst sista',
  },
  nth: (ordinal, day) => `den ${ordinal} ${day}`,
  onDays: (list) => `på ${list}`,
  dayOfMonth: (list) => `den ${list}`,
  lastDay: 'den sista dagen',
  each: (what, period) => `${what}, ${period}`,
  until: (day) => `till och med ${day}`,
  times: (n) => (n === 1 ? 'en gång' : `${n} gånger`),
  otherwise: 'återkommer på bestämda datum',
}
const nb: Words = {
  locale: 'nb-NO',
  and: 'og',
  days: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  theDays: ['mandagen', 'tirsdagen', 'onsdagen', 'torsdagen', 'fredagen', 'lørdagen', 'søndagen'],
  every: (noun) => (noun === 'år' ? 'hvert år' : `hver ${noun}`),
  everySecond: (noun) => (noun === 'år' ? 'annethvert år' : `annenhver ${noun}`),
  everyNth: (n) => `hver ${n}. `,
  units: { HOURLY: 'time', DAILY: 'dag', WEEKLY: 'uke', MONTHLY: 'måned', YEARLY: 'år' },
  unitsMany: { HOURLY: 'time', DAILY: 'dag', WEEKLY: 'uke', MONTHLY: 'måned', YEARLY: 'år' },
  workdays: 'hver hverdag',
  ordinals: {
    1: 'første',
    2: 'andre',
    3: 'tredje',
    4: 'fjerde',
    5: 'femte',
    [-1]: 'siste',
    [-2]: 'nest siste',
  },
  nth: (ordinal, day) => `den ${ordinal} ${day}`,
  onDays: (list) => `på ${list}`,
  dayOfMonth: (list) => `den ${list}.`,
  lastDay: 'den siste dagen',
  each: (what, period) => `${what}, ${period}`,
  until: (day) => `til og med ${day}`,
  times: (n) => (n === 1 ? 'én gang' : `${n} ganger`),
  otherwise: 'gjentas på faste datoer',
}
const languages: Record<string, Words> = { en, sv, nb, no: nb, nn: nb, da: nb }

/**
 * A rule as people say it, in Swedish, Norwegian (bokmål) or English: `varannan tisdag, till och med 31 december 2026`.
 * A rule too intricate for a short sentence is only said to repeat. Null where it cannot be read.
 */
export function recurrenceWords(text: string, language: string, zone = 'UTC', allDay = false): string | null {
  const parts = recurrenceParts(text, language, zone, allDay)
  return parts && [parts.body, parts.end].filter(Boolean).join(', ')
}

/** The same in two parts: how it repeats, and until when (null: for ever). */
export function recurrenceParts(
  text: string,
  language: string,
  zone: string,
  allDay: boolean,
): { body: string; end: string | null } | null {
  const { rule } = readRule(text, allDay)
  if (!rule) return null
  const words = languages[language.slice(0, 2).toLowerCase()] ?? en
  const end = rule.count
    ? words.times(rule.count)
    : rule.until
      ? words.until(dayInWords('day' in rule.until ? rule.until.day : dayAt(rule.until.instant, zone), words))
      : null
  return { body: bodyWords(rule, words) ?? words.otherwise, end }
}

function bodyWords(rule: RecurrenceRule, words: Words): string | null {
  if (rule.byHour.length || rule.byMinute.length || rule.byWeekNo.length || rule.byYearDay.length) return null
  if (rule.byMonth.length > 0 && rule.freq !== 'YEARLY') return null
  const period = periodWords(rule, words)
  const plain = rule.byDay.filter((day) => day.length === 2)
  if (rule.freq === 'WEEKLY' && rule.bySetPos.length === 0) return weekly(rule, words, plain, period)
  if (rule.freq === 'DAILY' && rule.byDay.length + rule.byMonthDay.length + rule.bySetPos.length === 0)
    return period
  if (rule.freq === 'HOURLY' && rule.byDay.length + rule.byMonthDay.length + rule.bySetPos.length === 0)
    return period
  if (rule.freq === 'MONTHLY') return monthly(rule, words, period)
  const bare = rule.byDay.length + rule.byMonthDay.length + rule.byMonth.length + rule.bySetPos.length === 0
  return rule.freq === 'YEARLY' && bare ? period : null
}

function weekly(rule: RecurrenceRule, words: Words, plain: string[], period: string): string {
  const sorted = days.filter((day) => plain.includes(day))
  if (sorted.length === 0) return period
  if (rule.interval === 1 && sorted.join() === 'MO,TU,WE,TH,FR') return words.workdays
  const names = join(
    sorted.map((day) => words.days[days.indexOf(day)]!),
    words,
  )
  if (rule.interval === 1) return words.every(names)
  return rule.interval === 2 ? words.everySecond(names) : `${period} ${words.onDays(names)}`
}

function monthly(rule: RecurrenceRule, words: Words, period: string): string | null {
  const { byDay, byMonthDay, bySetPos } = rule
  if (byDay.length > 0 && byMonthDay.length === 0) {
    // BYDAY=TU;BYSETPOS=2 says the same as BYDAY=2TU where it names one day.
    const places =
      bySetPos.length === 0 ? byDay : byDay.length === 1 ? bySetPos.map((n) => `${n}${byDay[0]}`) : []
    const named = places.map((place) => {
      const ordinal = words.ordinals[Number(place.slice(0, -2))]
      return ordinal && words.nth(ordinal, words.theDays[days.indexOf(place.slice(-2))]!)
    })
    return named.length > 0 && named.every(Boolean)
      ? words.each(join(named as string[], words), period)
      : null
  }
  if (bySetPos.length > 0) return null
  if (byDay.length === 0 && byMonthDay.length === 0) return period
  if (byDay.length > 0) return null
  if (byMonthDay.join() === '-1') return words.each(words.lastDay, period)
  return byMonthDay.every((day) => day > 0)
    ? words.each(words.dayOfMonth(join(byMonthDay.map(String), words)), period)
    : null
}

function periodWords({ freq, interval }: RecurrenceRule, words: Words): string {
  if (interval === 1) return words.every(words.units[freq])
  if (interval === 2) return words.everySecond(words.units[freq])
  return `${words.everyNth(interval)}${words.unitsMany[freq]}`
}

function join(list: string[], words: Words): string {
  return list.length < 2 ? (list[0] ?? '') : `${list.slice(0, -1).join(', ')} ${words.and} ${list.at(-1)}`
}

function dayInWords(day: string, words: Words): string {
  return new Intl.DateTimeFormat(words.locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}
