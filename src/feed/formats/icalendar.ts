import ical, { ICalEventStatus, type ICalCalendar } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { tzlib_get_ical_block } from 'timezones-ical-library'
import { showable } from '../../shared/characters.js'
import { changedOccurrences, type Occurrence } from '../../calendar/occurrences.js'
import { readRule } from '../../calendar/recurrence-rule.js'
import { addDays, instantFrom, wallAt } from '../../calendar/zoned-time.js'
import type { EventData, EventStatus } from '../../publication/public-data.js'
import { plainText } from '../../publication/rich-text.js'
import type { Live } from '../municipality-index.js'
import { pageUrl, wordsIn, type Setting } from './setting.js'

/** How often calendars are asked to look again: an hour, RFC 7986, 5.7. */
const refreshSeconds = 3_600

/** Postponed without a new time is what iCalendar calls tentative; it knows no other words. */
const statuses: Record<EventStatus, ICalEventStatus> = {
  scheduled: ICalEventStatus.CONFIRMED,
  rescheduled: ICalEventStatus.CONFIRMED,
  'moved-online': ICalEventStatus.CONFIRMED,
  postponed: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
}

/** A calendar (RFC 5545) of events: each series once, and each changed occurrence beside it under the same UID. */
export function calendarText(name: string, events: Live<'event'>[], setting: Setting): string {
  const calendar = ical({
    name: oneLine(name),
    prodId: { company: 'Torg', product: 'Torg' },
    ttl: refreshSeconds,
    // No zone of its own: with one, ical-generator writes DTSTAMP in local time, which RFC 5545, 3.8.7.2 forbids.
    timezone: { name: null, generator: timezoneText },
  })
  for (const publication of events) addEvent(calendar, publication, setting)
  return `${showable(calendar.toString())}\r\n`.replace(/(\r\n)+$/, '\r\n')
}

function addEvent(calendar: ICalCalendar, publication: Live<'event'>, setting: Setting): void {
  const event = publication.data
  // A rule that we cannot read must not take the whole calendar with it: its first time is still true.
  if (event.recurrence && !readRule(event.recurrence.rule, event.allDay).rule)
    return addComponent(calendar, publication, setting, timesOf(event), [])
  const changed = changedOccurrences(event)
  if (!event.recurrence) {
    // What happens once and was moved is simply at its new time.
    const only = changed[0]
    addComponent(calendar, publication, setting, only ?? timesOf(event), [], only)
    return
  }
  const { rule, exceptions, additions } = event.recurrence
  const lines = [`RRULE:${rule}`]
  if (exceptions.length > 0) lines.push(timeLine('EXDATE', exceptions, event))
  if (additions.length > 0) lines.push(timeLine('RDATE', additions, event))
  addComponent(calendar, publication, setting, timesOf(event), lines)
  for (const one of changed)
    addComponent(
      calendar,
      publication,
      setting,
      one,
      [timeLine('RECURRENCE-ID', [one.occurrence], event)],
      one,
    )
}

type Times = Pick<Occurrence, 'start' | 'end' | 'status'>
const timesOf = ({ start, end, status }: EventData): Times => ({ start, end, status })

function addComponent(
  calendar: ICalCalendar,
  publication: Live<'event'>,
  setting: Setting,
  times: Times,
  lines: string[],
  changed?: Occurrence,
): void {
  const event = publication.data
  const { title, summary, body } = wordsIn(event, setting.lang)
  const place = changed?.place ?? event.place
  const hasPosition = place?.latitude != null && place.longitude != null
  const page = pageUrl(setting, 'event', event.id)
  const description = [
    changed?.note,
    summary,
    plainText(body),
    event.organisation.name,
    event.onlineUrl,
    page,
  ]
  const component = calendar.createEvent({
    id: uidOf(event.id, setting),
    sequence: publication.sequence,
    stamp: new Date(publication.modified),
    lastModified: new Date(publication.modified),
    start: timeOf(times.start, event),
    allDay: event.allDay,
    timezone: event.zone,
    summary: title,
    description: description.filter(Boolean).join('\n\n'),
    status: statuses[times.status],
    categories: event.categories.map((name) => ({ name })),
    // Lines that ical-generator would write wrongly or not at all; two at least, or it takes them for a rule.
    repeating: [...lines, ...related(event, setting), 'CLASS:PUBLIC', `URL:${page}`].join('\r\n'),
  })
  // DTEND is exclusive, our last day is not (RFC 5545, 3.6.1).
  if (times.end) component.end(timeOf(event.allDay ? addDays(times.end, 1) : times.end, event))
  if (place)
    component.location({
      title: place.name || place.address || '–',
      ...(place.name && place.address ? { address: place.address } : {}),
      ...(hasPosition ? { geo: { lat: place.latitude!, lon: place.longitude! } } : {}),
    })
}

const uidOf = (id: string, { municipality }: Setting): string => `event-${id}@${municipality.id}.torg`
const related = (event: EventData, setting: Setting): string[] =>
  event.umbrella ? [`RELATED-TO:${uidOf(event.umbrella, setting)}`] : []

function timeOf(time: string, event: EventData): Temporal.PlainDate | Temporal.ZonedDateTime {
  return event.allDay ? Temporal.PlainDate.from(time) : instantFrom(time).toZonedDateTimeISO(event.zone)
}

/** A property that holds original starts, in the same form as DTSTART (RFC 5545, 3.8.4.4). */
function timeLine(name: string, times: string[], event: EventData): string {
  const compact = (text: string): string => text.replace(/[-:]/g, '')
  if (event.allDay) return `${name};VALUE=DATE:${times.map(compact).join()}`
  const walls = times.map((time) => compact(wallAt(time, event.zone).toString({ smallestUnit: 'second' })))
  return `${name};TZID=${event.zone}:${walls.join()}`
}

/** The library answers some zones (Europe/Stockholm, Europe/Oslo) under the name of another; readers look for ours. */
function timezoneText(zone: string): string | null {
  const block: unknown = tzlib_get_ical_block(zone)
  const text: unknown = Array.isArray(block) ? block[0] : block
  if (typeof text !== 'string' || !text.includes('BEGIN:VTIMEZONE')) return null
  return text.replace(/^TZID:.*$/m, `TZID:${zone}`).replace(/^X-LIC-LOCATION:.*$/m, `X-LIC-LOCATION:${zone}`)
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\;,]/g, '\\$&')
