/** What the public pages say, in the languages that Torg has. */
const sv = {
  what: 'Torg är kommunens gemensamma plats för evenemang och meddelanden. Godkända föreningar och kommunen skriver, kommunens redaktörer beslutar, och alla kan läsa – i appen, på webben och i den egna kalendern.',
  privacy: 'Inget om den som läser sparas eller loggas.',
  demo: 'Det här är en demonstration. Innehållet är påhittat.',
  municipalities: 'Kommuner',
  none: 'Ingen kommun är publicerad ännu.',
  coming: 'Kommande evenemang',
  noEvents: 'Inget är planerat just nu.',
  posts: 'Meddelanden',
  subscribe: 'Prenumerera i din kalender',
  feed: 'Öppna data (JSON)',
  documentation: 'Dokumentation av API:et',
  admin: 'Logga in för att skriva eller granska',
  report: 'Anmäl innehåll',
  back: 'Till startsidan',
  all: 'Alla evenemang och meddelanden',
  allTimes: 'Fler tillfällen',
  where: 'Plats',
  who: 'Arrangör',
  calendar: 'Lägg till i kalendern',
  gone: 'Det här är inte längre publicerat.',
  languages: 'Språk',
  allDay: 'hela dagen',
  more: 'Läs mer',
}
export type PageWords = typeof sv
const nb: PageWords = {
  what: 'Torg er kommunens felles plass for arrangementer og meldinger. Godkjente foreninger og kommunen skriver, kommunens redaktører bestemmer, og alle kan lese – i appen, på nettet og i sin egen kalender.',
  privacy: 'Ingenting om den som leser, lagres eller logges.',
  demo: 'Dette er en demonstrasjon. Innholdet er oppdiktet.',
  municipalities: 'Kommuner',
  none: 'Ingen kommune er publisert ennå.',
  coming: 'Kommende arrangementer',
  noEvents: 'Ingenting er planlagt akkurat nå.',
  posts: 'Meldinger',
  subscribe: 'Abonner i kalenderen din',
  feed: 'Åpne data (JSON)',
  documentation: 'Dokumentasjon av API-et',
  admin: 'Logg inn for å skrive eller behandle',
  report: 'Meld fra om innhold',
  back: 'Til forsiden',
  all: 'Alle arrangementer og meldinger',
  allTimes: 'Flere tidspunkter',
  where: 'Sted',
  who: 'Arrangør',
  calendar: 'Legg til i kalenderen',
  gone: 'Dette er ikke lenger publisert.',
  languages: 'Språk',
  allDay: 'hele dagen',
  more: 'Les mer',
}
const en: PageWords = {
  what: 'Torg is the municipality’s town square for events and messages. Approved associations and the municipality write, its editors decide, and anyone can read – in the app, on the web and in their own calendar.',
  privacy: 'Nothing about those who read is stored or logged.',
  demo: 'This is a demonstration. Its content is made up.',
  municipalities: 'Municipalities',
  none: 'No municipality is public yet.',
  coming: 'Coming events',
  noEvents: 'Nothing is planned right now.',
  posts: 'Messages',
  subscribe: 'Subscribe in your calendar',
  feed: 'Open data (JSON)',
  documentation: 'Documentation of the API',
  admin: 'Log in to write or review',
  report: 'Report content',
  back: 'To the start page',
  all: 'All events and messages',
  allTimes: 'More times',
  where: 'Place',
  who: 'Organiser',
  calendar: 'Add to your calendar',
  gone: 'This is no longer public.',
  languages: 'Languages',
  allDay: 'all day',
  more: 'Read more',
}
export const pageWords = { sv, nb, en } as const
export type PageLanguage = keyof typeof pageWords
export const languageNames: Record<PageLanguage, string> = { sv: 'Svenska', nb: 'Norsk', en: 'English' }

/** The page language for what was asked for, or null: `no` and `nn` are read in bokmål. */
export function pageLanguage(asked: string | undefined): PageLanguage | null {
  const base = asked?.toLowerCase().split('-')[0]
  if (base === 'no' || base === 'nn') return 'nb'
  return base === 'sv' || base === 'nb' || base === 'en' ? base : null
}
