import { dayAt } from '../../calendar/zoned-time.js'
import { pageUrl, pictureJson, wordsIn, type Setting } from '../../feed/formats/setting.js'
import type { LiveOccurrence } from '../../feed/municipality-index.js'
import type { PictureFacts } from '../../publication/public-data.js'
import { escapeHtml } from '../../publication/rich-text.js'
import { link } from '../page-frame.js'
import { pageWords, type PageLanguage } from './page-words.js'
import { fateOf, localeOf } from './times.js'

/** The occurrences under the days on which they begin, in the event's own zone. */
export function daysOf(occurrences: LiveOccurrence[], here: Setting, language: PageLanguage): string {
  const days = new Map<string, string[]>()
  for (const one of occurrences) {
    const { zone, allDay } = one.publication.data
    const day = allDay ? one.occurrence.start : dayAt(one.occurrence.start, zone)
    days.set(day, [...(days.get(day) ?? []), eventLine(one, here, language)])
  }
  return [...days]
    .map(
      ([day, lines]) =>
        `<h3 class="day">${escapeHtml(dayInWords(day, language))}</h3><ul class="list">${lines.join('')}</ul>`,
    )
    .join('')
}

function dayInWords(day: string, language: PageLanguage): string {
  const style = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(localeOf(language), style).format(new Date(`${day}T00:00:00Z`))
}

function hourInWords(start: string, zone: string, language: PageLanguage): string {
  const style = { hour: '2-digit', minute: '2-digit', timeZone: zone } as const
  return new Intl.DateTimeFormat(localeOf(language), style).format(new Date(start))
}

function eventLine(
  { publication, occurrence }: LiveOccurrence,
  here: Setting,
  language: PageLanguage,
): string {
  const event = publication.data
  const text = wordsIn(event, language)
  const place = (occurrence.place ?? event.place)?.name
  const fate = fateOf(occurrence, event, language)
  // A library that invites to itself is named once.
  const facts = [...new Set([place, event.organisation.name])].filter((fact) => fact !== undefined)
  const url = `${pageUrl(here, event)}?lang=${language}`
  const hour = event.allDay
    ? pageWords[language].allDay
    : `<time datetime="${escapeHtml(occurrence.start)}">${escapeHtml(hourInWords(occurrence.start, event.zone, language))}</time>`
  const off = occurrence.status === 'cancelled' || occurrence.status === 'postponed'
  return (
    `<li class="event${off ? ' is-off' : ''}"><span class="hour">${hour}</span><div><span lang="${escapeHtml(text.language)}">${link(url, text.title)}</span>` +
    `${fate ? ` <span class="fate">${fate}</span>` : ''}<br><span class="facts">${escapeHtml(facts.join(' · '))}</span></div>` +
    `${thumbnailOf(event.pictures[0], here)}</li>`
  )
}

/** The link beside it says the same, so the small picture is decoration here. */
function thumbnailOf(picture: PictureFacts | undefined, here: Setting): string {
  const url = picture && (pictureJson(picture, here).renditions as Record<string, string>)['320']
  return url ? `<img src="${escapeHtml(new URL(url).pathname)}" alt="" loading="lazy">` : ''
}
