import type { EventStatus, Labels } from '../publication/public-data.js'

/** What stands beside an event or one of its times that does not take place as planned, in the languages of Torg. */
export const eventStatusLabels = {
  cancelled: { sv: 'Inställt', nb: 'Avlyst', en: 'Cancelled' },
  postponed: { sv: 'Uppskjutet', nb: 'Utsatt', en: 'Postponed' },
  rescheduled: { sv: 'Ny tid', nb: 'Ny tid', en: 'New time' },
  'moved-online': { sv: 'Flyttat till nätet', nb: 'Flyttet til nett', en: 'Moved online' },
} satisfies Record<Exclude<EventStatus, 'scheduled'>, Labels>

/** The same in the language given, in English where Torg does not have it; nothing for what is as planned. */
export function statusInWords(status: EventStatus, language: string): string {
  if (status === 'scheduled') return ''
  const words = eventStatusLabels[status]
  const base = language.toLowerCase().split('-')[0]!
  return base === 'sv' ? words.sv : ['nb', 'no', 'nn', 'da'].includes(base) ? words.nb : words.en
}
