import { statusInWords } from '../calendar/event-status-labels.js'
import { announcedReason } from '../publication/publication-labels.js'
import { byDay, hoursOn } from './days.js'
import { link, make } from './make.js'
import type { Occurrence } from './read-feed.js'
import { dayInWords, words, type Language } from './words.js'

/** Events under the days on which they begin; what began before stands under the first day. */
export function daysOf(events: readonly Occurrence[], today: string, language: Language): HTMLElement[] {
  const days = new Map<string, Occurrence[]>()
  for (const event of events) {
    const first = event.start.slice(0, 10)
    const day = first > today ? first : today
    days.set(day, [...(days.get(day) ?? []), event])
  }
  return [...days].map(([day, its]) =>
    make('section', {}, make('h3', { class: 'day' }, dayInWords(day, language)), listOf(its, day, language)),
  )
}

/** The events of one day. */
export const eventsOn = (events: readonly Occurrence[], day: string): Occurrence[] =>
  byDay(events, day, day).get(day) ?? []

export function listOf(events: readonly Occurrence[], day: string, language: Language): HTMLElement {
  return make('ul', { class: 'events' }, ...events.map((event) => line(event, day, language)))
}

function line(event: Occurrence, day: string, language: Language): HTMLElement {
  const off = event.status === 'cancelled' || event.status === 'postponed'
  const place = event.place?.name ?? null
  const facts = [...new Set([place, event.organisation.name])].filter(Boolean).join(' · ')
  const title = link(event.url, event.title) ?? make('span', {}, event.title)
  return make(
    'li',
    { class: off ? 'event off' : 'event' },
    make('span', { class: 'hour' }, hourOf(event, day, language)),
    make(
      'div',
      {},
      make('span', { class: 'name', lang: event.language, dir: 'auto' }, title),
      statusOf(event, language),
      event.note && make('span', { class: 'note' }, event.note),
      make('span', { class: 'facts' }, facts),
    ),
    thumbnailOf(event),
  )
}

/** When it begins on this day, or until when it goes on; of what lasts longer, until which day. */
function hourOf(event: Occurrence, day: string, language: Language): Node {
  const said = words[language]
  const { from, until, lastDay } = hoursOn(event, day)
  const span = make('span', {})
  const end = until && [`${said.untilHour} `, make('time', { datetime: event.end }, until)]
  if (from !== null) span.append(make('time', { datetime: event.start }, from))
  else span.append(...(end || [said.allDay]))
  if (from !== null && end) span.append(make('span', { class: 'until' }, ...end))
  if (lastDay) {
    const text = dayInWords(lastDay, language).replace(/^\S+ /, '')
    span.append(make('span', { class: 'until' }, `${said.until} ${text}`))
  }
  return span
}

function statusOf(event: Occurrence, language: Language): HTMLElement | null {
  const said = [statusInWords(event.status, language), announcedReason(event.statusReason, language)]
  const text = said.filter(Boolean).join(': ')
  return text ? make('strong', { class: 'status' }, text) : null
}

/** The link beside it says the same, so the picture is decoration. Where the page allows none, there is none. */
function thumbnailOf({ pictures: [picture] }: Occurrence): HTMLImageElement | null {
  const url = picture?.renditions['320']
  if (!url) return null
  const image = make('img', { src: url, alt: '', loading: 'lazy', width: '104', height: '67' })
  image.addEventListener('error', () => image.remove())
  return image
}
