import type { Occurrence } from '../../calendar/occurrences.js'
import { recurrenceWords } from '../../calendar/recurrence-words.js'
import { wholeTimes, type WholeTimes } from '../../calendar/whole-times.js'
import { formatZoned } from '../../calendar/zoned-time.js'
import type { EventData } from '../../publication/public-data.js'
import type { Live, LiveOccurrence } from '../municipality-index.js'
import { feedUrl, languagesOf, pageUrl, pictureJson, wordsIn, type Setting } from './setting.js'

type Json = Record<string, unknown>

/** An instant with the offset of the event's zone; a date stays one. */
function shown(time: string | null, event: EventData): string | null {
  if (time === null || event.allDay) return time
  return formatZoned(time, event.zone)
}

/** One time of an event, as lists show it. */
export function occurrenceJson({ publication, occurrence }: LiveOccurrence, setting: Setting): Json {
  const event = publication.data
  const { kind, id, ...common } = commonJson(event, setting)
  const times = occurrenceTimes(occurrence, event)
  return {
    kind,
    id,
    ...common,
    ...times,
    place: occurrence.place ?? event.place,
    note: occurrence.note,
  }
}

/** A whole event with the occurrences that are given: the next ones, or those of 400 days. */
export function eventJson(publication: Live<'event'>, occurrences: Occurrence[], setting: Setting): Json {
  return { ...eventFacts(publication, setting), occurrences: timesOfEvent(publication.data, occurrences) }
}

/** The times of an event, as it names them itself. */
export function timesOfEvent(event: EventData, occurrences: Occurrence[]): Json[] {
  return occurrences.map((one) => ({
    ...occurrenceTimes(one, event),
    ...(one.place && { place: one.place }),
    ...(one.note && { note: one.note }),
  }))
}

/** A whole event but for its occurrences, which are most of the work. */
export function eventFacts(publication: Live<'event'>, setting: Setting): Json {
  const event = publication.data
  const words = wordsIn(event, setting.lang)
  const whole = wholeTimes(event)
  return {
    ...commonJson(event, setting),
    ...timesJson(whole, event),
    place: whole.place ?? event.place,
    note: whole.note,
    body: words.body,
    translations: event.translations,
    recurrence: event.recurrence && {
      rule: event.recurrence.rule,
      exceptions: event.recurrence.exceptions.map((one) => shown(one, event)),
      additions: event.recurrence.additions.map((one) => shown(one, event)),
      words: recurrenceWords(event.recurrence.rule, setting.lang ?? words.language, event.zone, event.allDay),
    },
    booking: event.booking && {
      url: event.booking.url,
      closes: event.booking.closes && formatZoned(event.booking.closes, event.zone),
    },
    capacityNote: event.capacityNote,
    contact: event.contact,
    published: publication.published && formatZoned(publication.published, event.zone),
    modified: formatZoned(publication.modified, event.zone),
  }
}

function occurrenceTimes(one: Occurrence, event: EventData): Json {
  return { occurrence: shown(one.occurrence, event), ...timesJson(one, event) }
}

function timesJson(one: WholeTimes, event: EventData): Json {
  return {
    start: shown(one.start, event),
    end: shown(one.end, event),
    status: one.status,
    statusReason: one.statusReason,
    previousStart: shown(one.previousStart, event),
  }
}

function commonJson(event: EventData, setting: Setting): Json {
  const { title, summary, language } = wordsIn(event, setting.lang)
  return {
    kind: 'event',
    id: event.id,
    title,
    summary,
    language,
    languages: languagesOf(event),
    zone: event.zone,
    allDay: event.allDay,
    attendance: event.attendance,
    onlineUrl: event.onlineUrl,
    organisation: event.organisation,
    coOrganisers: event.coOrganisers,
    categories: event.categories,
    audiences: event.audiences,
    areas: event.areas,
    age: event.age,
    accessibility: event.accessibility,
    price: event.price,
    pictures: event.pictures.map((one) => pictureJson(one, setting)),
    url: pageUrl(setting, event),
    links: {
      json: feedUrl(setting, 'events', event.id),
      calendar: feedUrl(setting, 'events', `${event.id}.ics`),
    },
    umbrella: event.umbrella,
  }
}
