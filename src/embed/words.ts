/** What the calendar says itself, in the languages that Torg has. */
const sv = {
  title: 'Kalender',
  view: 'Visa som',
  list: 'Lista',
  month: 'Månad',
  loading: 'Hämtar evenemang …',
  nothing: 'Inget är planerat.',
  nothingThatDay: 'Inget är planerat den dagen.',
  more: 'Visa fler',
  before: 'Föregående månad',
  after: 'Nästa månad',
  allDay: 'hela dagen',
  until: 'till och med',
  untilHour: 'till',
  events: (count: number) => (count === 1 ? '1 evenemang' : `${count} evenemang`),
  shown: (count: number) => `${count} evenemang visas`,
  tooMany: 'Alla evenemang ryms inte här. Se hela listan.',
  all: 'Alla evenemang',
  subscribe: 'Prenumerera i din kalender',
  report: 'Anmäl innehåll',
  privacy: 'Inget om den som läser sparas.',
  again: 'Försök igen',
  unreachable: 'Kalendern kan inte nås just nu.',
  unknown: 'Den här kommunen finns inte i kalendern.',
  closed: 'Kommunens kalender visas inte just nu.',
  unnamed: 'Kalendern vet inte vilken kommun den ska visa: attributet municipality saknas.',
  refused: 'Kalendern kan inte visa det som sidan frågar efter: kontrollera attributet category.',
}
export type Words = typeof sv
const nb: Words = {
  title: 'Kalender',
  view: 'Vis som',
  list: 'Liste',
  month: 'Måned',
  loading: 'Henter arrangementer …',
  nothing: 'Ingenting er planlagt.',
  nothingThatDay: 'Ingenting er planlagt den dagen.',
  more: 'Vis flere',
  before: 'Forrige måned',
  after: 'Neste måned',
  allDay: 'hele dagen',
  until: 'til og med',
  untilHour: 'til',
  events: (count) => (count === 1 ? '1 arrangement' : `${count} arrangementer`),
  shown: (count) => `${count} arrangementer vises`,
  tooMany: 'Det er ikke plass til alle arrangementer her. Se hele listen.',
  all: 'Alle arrangementer',
  subscribe: 'Abonner i kalenderen din',
  report: 'Meld fra om innhold',
  privacy: 'Ingenting om den som leser, lagres.',
  again: 'Prøv igjen',
  unreachable: 'Kalenderen kan ikke nås akkurat nå.',
  unknown: 'Denne kommunen finnes ikke i kalenderen.',
  closed: 'Kommunens kalender vises ikke akkurat nå.',
  unnamed: 'Kalenderen vet ikke hvilken kommune den skal vise: attributtet municipality mangler.',
  refused: 'Kalenderen kan ikke vise det siden spør etter: sjekk attributtet category.',
}
const en: Words = {
  title: 'Calendar',
  view: 'Show as',
  list: 'List',
  month: 'Month',
  loading: 'Fetching events …',
  nothing: 'Nothing is planned.',
  nothingThatDay: 'Nothing is planned that day.',
  more: 'Show more',
  before: 'Previous month',
  after: 'Next month',
  allDay: 'all day',
  until: 'until',
  untilHour: 'until',
  events: (count) => (count === 1 ? '1 event' : `${count} events`),
  shown: (count) => `${count} events are shown`,
  tooMany: 'Not all events fit here. See the whole list.',
  all: 'All events',
  subscribe: 'Subscribe in your calendar',
  report: 'Report content',
  privacy: 'Nothing about those who read is stored.',
  again: 'Try again',
  unreachable: 'The calendar cannot be reached right now.',
  unknown: 'This municipality is not in the calendar.',
  closed: 'The calendar of this municipality is not shown right now.',
  unnamed: 'The calendar does not know which municipality to show: the attribute municipality is missing.',
  refused: 'The calendar cannot show what the page asks for: check the attribute category.',
}
export const words = { sv, nb, en } as const
export type Language = keyof typeof words

/** The first of some languages that Torg has: `no` and `nn` are read in bokmål. Swedish where none is. */
export function languageAmong(asked: readonly (string | null | undefined)[]): Language {
  for (const one of asked) {
    const base = one?.toLowerCase().split('-')[0]
    if (base === 'no' || base === 'nn') return 'nb'
    if (base === 'sv' || base === 'nb' || base === 'en') return base
  }
  return 'sv'
}

export const localeOf = (language: Language): string => (language === 'en' ? 'en-GB' : language)

/** A day in words: `tisdag 1 december`. */
export function dayInWords(day: string, language: Language): string {
  const style = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(localeOf(language), style).format(new Date(`${day}T00:00:00Z`))
}
