import type { Labels } from '../../moderation/reasons.js'
import type { UseKind } from '../../privacy/use/use-counter.js'

/** Words of the table of use on the page of figures. */
// prettier-ignore
export const useLabels = {
  title: { sv: 'Hur mycket som läses', nb: 'Hvor mye som leses', en: 'How much is read' },
  why: { sv: 'Räknas per dag, aldrig per person. Färre än tio på en dag sparas inte.', nb: 'Telles per dag, aldri per person. Færre enn ti på en dag lagres ikke.', en: 'Counted by day, never by person. Fewer than ten on a day are not stored.' },
  what: { sv: 'Vad', nb: 'Hva', en: 'What' },
  week: { sv: 'Senaste 7 dagarna', nb: 'Siste 7 dager', en: 'Last 7 days' },
  month: { sv: 'Senaste 28 dagarna', nb: 'Siste 28 dager', en: 'Last 28 days' },
  none: { sv: 'Inget är räknat än.', nb: 'Ingenting er telt ennå.', en: 'Nothing is counted yet.' },
} as const satisfies Record<string, Labels>

// prettier-ignore
export const useKindLabels: Record<UseKind, Labels> = {
  'app-starts': { sv: 'Appen öppnad', nb: 'Appen åpnet', en: 'App opened' },
  changes: { sv: 'Appen hämtade nytt', nb: 'Appen hentet nytt', en: 'App asked for news' },
  lists: { sv: 'Listor', nb: 'Lister', en: 'Lists' },
  items: { sv: 'Ett evenemang eller inlägg', nb: 'Ett arrangement eller innlegg', en: 'One event or post' },
  calendars: { sv: 'Kalenderprogram', nb: 'Kalenderprogrammer', en: 'Calendar programs' },
  feeds: { sv: 'Flöden till andra webbplatser', nb: 'Strømmer til andre nettsteder', en: 'Feeds to other sites' },
  pages: { sv: 'Sidor', nb: 'Sider', en: 'Pages' },
}
