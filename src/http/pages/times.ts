import type { Occurrence } from '../../calendar/occurrences.js'
import { statusInWords } from '../../calendar/event-status-labels.js'
import type { EventData } from '../../publication/public-data.js'
import { announcedReason } from '../../publication/publication-labels.js'
import { escapeHtml } from '../../publication/rich-text.js'
import { pageWords, type PageLanguage } from './page-words.js'

export const localeOf = (language: PageLanguage): string => (language === 'en' ? 'en-GB' : language)
type Span = Pick<Occurrence, 'start' | 'end'>
export type Told = Pick<
  Occurrence,
  'start' | 'end' | 'status' | 'statusReason' | 'previousStart' | 'place' | 'note'
>

/** From when to when, in words: `tisdag 1 december 2026 kl. 18:00–19:30`, on the clocks of the place. */
export function spanInWords(
  { start, end }: Span,
  { allDay, zone }: Pick<EventData, 'allDay' | 'zone'>,
  language: PageLanguage,
  homeZone = zone,
): string {
  const locale = localeOf(language)
  const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  const hour = { hour: '2-digit', minute: '2-digit' } as const
  const timeZone = allDay ? 'UTC' : zone
  const at = (time: string): Date => new Date(allDay ? `${time}T00:00:00Z` : time)
  const said = (options: Intl.DateTimeFormatOptions, time: string): string =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(at(time))
  const whole = allDay ? day : { ...day, ...hour }
  // Whoever reads at home needs no zone; a time in another one would mislead without.
  const where = !allDay && zone !== homeZone ? ` (${zone})` : allDay ? `, ${pageWords[language].allDay}` : ''
  if (end === null || at(end) <= at(start)) return said(whole, start) + where
  return said(day, start) === said(day, end)
    ? `${said(whole, start)}–${said(hour, end)}${where}`
    : `${said(whole, start)} – ${said(whole, end)}${where}`
}

/** The same as HTML that programs understand too. */
export function timeOf(span: Span, event: EventData, language: PageLanguage, homeZone?: string): string {
  const words = spanInWords(span, event, language, homeZone)
  return `<time datetime="${escapeHtml(span.start)}">${escapeHtml(words)}</time>`
}

/** What has become of a time: cancelled and why, moved and from when, and what the organiser says of it. */
export function fateOf(one: Told, event: EventData, language: PageLanguage): string {
  const words = pageWords[language]
  const reason = announcedReason(one.statusReason, language)
  const status = [statusInWords(one.status, language), reason].filter(Boolean).join(': ')
  const before =
    one.previousStart === null || one.previousStart === one.start
      ? ''
      : ` <span class="before">${words.formerly}: <s>${timeOf({ start: one.previousStart, end: null }, event, language)}</s></span>`
  const note = one.note ? ` <span class="noted">${escapeHtml(one.note)}</span>` : ''
  return `${status ? `<strong class="off">${escapeHtml(status)}</strong>` : ''}${before}${note}`
}
