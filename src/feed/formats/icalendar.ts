import { tzlib_get_ical_block } from 'timezones-ical-library'
import { statusInWords } from '../../calendar/event-status-labels.js'
import { changedOccurrences } from '../../calendar/occurrences.js'
import { readRule } from '../../calendar/recurrence-rule.js'
import { wholeTimes, type WholeTimes } from '../../calendar/whole-times.js'
import { addDays, formatUtc, formatZoned, instantFrom } from '../../calendar/zoned-time.js'
import { announcedReason } from '../../publication/publication-labels.js'
import type { EventData, EventStatus } from '../../publication/public-data.js'
import type { Publication } from '../../publication/publication.js'
import { plainText } from '../../publication/rich-text.js'
import type { Live } from '../municipality-index.js'
import { contentLine, escapedText } from './icalendar-lines.js'
import { pageUrl, pictureUrl, termInWords, wordsIn, type Setting } from './setting.js'

/** How often calendars are asked to look again: an hour, RFC 7986, 5.7. */
const refreshAfter = 'PT1H'

/** Postponed without a new time is what iCalendar calls tentative; it knows no other words (RFC 5545, 3.8.1.11). */
const statuses: Record<EventStatus, string> = {
  scheduled: 'CONFIRMED',
  rescheduled: 'CONFIRMED',
  'moved-online': 'CONFIRMED',
  postponed: 'TENTATIVE',
  cancelled: 'CANCELLED',
}

export interface CalendarFacts {
  name: string
  /** Where the calendar itself is read, and the page that shows the same to people. */
  source: string
  page: string
}

/** A calendar (RFC 5545, 7986) of events: each series once, and each changed occurrence beside it under the same UID. */
export function calendarText(facts: CalendarFacts, events: Live<'event'>[], setting: Setting): string {
  const components = events.map((one) => eventComponents(one, setting))
  const used = events.map((publication) => ({ publication, facts: publication.data }))
  return [calendarHead(facts, used, setting), ...components, calendarEnd].join('')
}

/** What stands before the first event: names, how often to look again, and the rules of the zones that are used. */
export function calendarHead(
  facts: CalendarFacts,
  events: { publication: Pick<Publication, 'modified'>; facts: Pick<EventData, 'zone' | 'allDay'> }[],
  setting: Setting,
): string {
  const { colour } = setting.municipality
  const zones = new Set(events.flatMap((one) => (one.facts.allDay ? [] : [one.facts.zone])))
  const changed = events.reduce(
    (last, { publication: { modified } }) => (modified > last ? modified : last),
    '',
  )
  return written([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Torg//Torg//EN',
    'CALSCALE:GREGORIAN',
    contentLine('NAME', escapedText(facts.name)),
    contentLine('X-WR-CALNAME', escapedText(facts.name)),
    contentLine('URL', facts.page),
    contentLine('SOURCE', facts.source, { VALUE: 'URI' }),
    ...(changed ? [`LAST-MODIFIED:${stamp(changed)}`] : []),
    `REFRESH-INTERVAL;VALUE=DURATION:${refreshAfter}`,
    `X-PUBLISHED-TTL:${refreshAfter}`,
    ...(colour && /^#[0-9a-f]{6}$/i.test(colour) ? [`X-APPLE-CALENDAR-COLOR:${colour}`] : []),
    ...[...zones].flatMap(timezoneLines),
  ])
}
export const calendarEnd = 'END:VCALENDAR\r\n'

/** The components of one event, which depend on nothing but it, the municipality and the labels of categories. */
export const eventComponents = (publication: Live<'event'>, setting: Setting): string =>
  written(eventLines(publication, setting))

const written = (lines: string[]): string => `${lines.join('\r\n')}\r\n`

function eventLines(publication: Live<'event'>, setting: Setting): string[] {
  const event = publication.data
  const whole = wholeTimes(event)
  // A rule that we cannot read must not take the whole calendar with it: its first time is still true.
  if (!event.recurrence || !readRule(event.recurrence.rule, event.allDay).rule)
    return componentLines(publication, setting, whole, [])
  const { rule, exceptions, additions } = event.recurrence
  const repeats = [
    contentLine('RRULE', rule),
    ...(exceptions.length > 0 ? [timeLine('EXDATE', exceptions, event)] : []),
    ...(additions.length > 0 ? [timeLine('RDATE', additions, event)] : []),
  ]
  return [
    ...componentLines(publication, setting, whole, repeats),
    ...changedOccurrences(event).flatMap((one) =>
      componentLines(publication, setting, one, [timeLine('RECURRENCE-ID', [one.occurrence], event)]),
    ),
  ]
}

function componentLines(
  publication: Live<'event'>,
  setting: Setting,
  times: WholeTimes,
  repeats: string[],
): string[] {
  const event = publication.data
  const { title, language } = wordsIn(event, setting.lang)
  const words = { LANGUAGE: language }
  // DTEND is exclusive, our last day is not (RFC 5545, 3.6.1).
  const end = times.end && event.allDay ? addDays(times.end, 1) : times.end
  return [
    'BEGIN:VEVENT',
    contentLine('UID', uidOf(event.id, setting)),
    `SEQUENCE:${publication.sequence}`,
    `DTSTAMP:${stamp(publication.modified)}`,
    ...(publication.published ? [`CREATED:${stamp(publication.published)}`] : []),
    `LAST-MODIFIED:${stamp(publication.modified)}`,
    timeLine('DTSTART', [times.start], event),
    ...(end ? [timeLine('DTEND', [end], event)] : []),
    ...repeats,
    `STATUS:${statuses[times.status]}`,
    contentLine('SUMMARY', escapedText(title), words),
    contentLine('DESCRIPTION', escapedText(descriptionOf(event, times, setting)), words),
    ...placeLines(event, times),
    ...aboutLines(event, setting, language),
    'END:VEVENT',
  ]
}

/** What has no property of its own, or one that few calendars show. */
function descriptionOf(event: EventData, times: WholeTimes, setting: Setting): string {
  const { summary, body, language } = wordsIn(event, setting.lang)
  const base = language.startsWith('sv') ? 'sv' : /^(nb|nn|no|da)/.test(language) ? 'nb' : 'en'
  const status = statusInWords(times.status, language)
  const parts = [
    [status, status && announcedReason(times.statusReason, base)].filter(Boolean).join(': '),
    times.note,
    summary,
    plainText(body),
    event.organisation.name,
    event.onlineUrl,
    event.booking?.url,
    pageUrl(setting, event),
  ]
  return parts.filter(Boolean).join('\n\n')
}

function placeLines(event: EventData, times: WholeTimes): string[] {
  const place = times.place ?? event.place
  const where = place ? [...new Set([place.name, place.address])].filter(Boolean).join(', ') : event.onlineUrl
  const position =
    place?.latitude == null || place.longitude == null ? null : `${place.latitude};${place.longitude}`
  return [
    ...(where ? [contentLine('LOCATION', escapedText(where))] : []),
    ...(position ? [`GEO:${position}`] : []),
    ...(event.onlineUrl ? [contentLine('CONFERENCE', event.onlineUrl, { VALUE: 'URI' })] : []),
  ]
}

function aboutLines(event: EventData, setting: Setting, language: string): string[] {
  const categories = event.categories.map((code) => escapedText(termInWords(setting, code, language)))
  const picture = event.pictures[0] && pictureUrl(event.pictures[0], 800, setting)
  return [
    ...(categories.length > 0 ? [contentLine('CATEGORIES', categories.join(','))] : []),
    ...(picture
      ? [contentLine('IMAGE', picture, { VALUE: 'URI', DISPLAY: 'FULLSIZE', FMTTYPE: 'image/webp' })]
      : []),
    ...(event.umbrella ? [contentLine('RELATED-TO', uidOf(event.umbrella, setting))] : []),
    'CLASS:PUBLIC',
    contentLine('URL', pageUrl(setting, event)),
  ]
}

const uidOf = (id: string, { municipality }: Setting): string => `event-${id}@${municipality.id}.torg`

const compact = (text: string): string => text.replace(/[-:]/g, '')
/** An instant as iCalendar writes it in UTC. */
const stamp = (instant: string | Date): string => compact(formatUtc(instantFrom(instant)))

/** A property that holds times: dates, or the wall clock of the event's zone; original starts in the form of DTSTART (3.8.4.4). */
function timeLine(name: string, times: string[], event: EventData): string {
  if (event.allDay) return contentLine(name, times.map(compact).join(), { VALUE: 'DATE' })
  const walls = times.map((time) => compact(formatZoned(time, event.zone).slice(0, 19)))
  return contentLine(name, walls.join(), { TZID: event.zone })
}

/** The library answers some zones (Europe/Stockholm, Europe/Oslo) under the name of another; readers look for ours. */
function timezoneLines(zone: string): string[] {
  const block: unknown = tzlib_get_ical_block(zone)
  const text: unknown = Array.isArray(block) ? block[0] : block
  // A zone that is newer than the library is one that calendars know by its name, or do not.
  if (typeof text !== 'string' || !text.includes('BEGIN:VTIMEZONE')) return []
  return text
    .trim()
    .replace(/^TZID:.*$/m, `TZID:${zone}`)
    .replace(/^X-LIC-LOCATION:.*$/m, `X-LIC-LOCATION:${zone}`)
    .split(/\r?\n/)
}
