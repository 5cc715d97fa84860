import type { Occurrence } from '../../calendar/occurrences.js'
import { wholeTimes, type WholeTimes } from '../../calendar/whole-times.js'
import { formatZoned } from '../../calendar/zoned-time.js'
import type { EventData, EventStatus, PlaceFacts } from '../../publication/public-data.js'
import { plainText } from '../../publication/rich-text.js'
import type { Live } from '../municipality-index.js'
import { offersOf } from './json-ld-offers.js'
import { pageUrl, permanentUrl, pictureUrl, termInWords, wordsIn, type Setting } from './setting.js'

const schema = 'https://schema.org'
const statuses: Record<EventStatus, string> = {
  scheduled: 'EventScheduled',
  cancelled: 'EventCancelled',
  postponed: 'EventPostponed',
  rescheduled: 'EventRescheduled',
  'moved-online': 'EventMovedOnline',
}
const attendances = {
  'in-person': 'OfflineEventAttendanceMode',
  online: 'OnlineEventAttendanceMode',
  mixed: 'MixedEventAttendanceMode',
} as const
/** Search engines show pictures from this width on, and want the larger one where there is a choice. */
const pictureWidth = 1600

type Json = Record<string, unknown>

/**
 * An event in the words of schema.org, by the rules under which search engines show events: what is cancelled keeps its
 * start, what has a new start names the one before, what is on the net has a virtual location. A series is an
 * `EventSeries` with its coming occurrences, each a whole event. `websites`: public web sites of organisations, by id.
 */
export function eventJsonLd(
  publication: Live<'event'>,
  occurrences: Occurrence[],
  setting: Setting,
  websites: ReadonlyMap<string, string> = new Map(),
): Json {
  const event = publication.data
  const words = wordsIn(event, setting.lang)
  const id = permanentUrl(setting, 'event', event.id)
  const description = words.summary ?? (plainText(words.body) || undefined)
  const picture = event.pictures[0] && pictureUrl(event.pictures[0], pictureWidth, setting)
  const organizers = [event.organisation, ...event.coOrganisers].map((one) => ({
    '@type': 'Organization',
    name: one.name,
    url: websites.get(one.id),
  }))
  const shared: Json = {
    name: words.title,
    description,
    url: pageUrl(setting, event),
    inLanguage: words.language,
    image: picture ? [picture] : undefined,
    organizer: organizers.length === 1 ? organizers[0] : organizers,
    isAccessibleForFree: event.price?.free,
    offers: offersOf(publication, setting),
    keywords: event.categories.length
      ? event.categories.map((code) => termInWords(setting, code, words.language)).join(', ')
      : undefined,
    typicalAgeRange: event.age ? `${event.age.from ?? ''}-${event.age.to ?? ''}` : undefined,
  }
  const series = event.recurrence !== null
  return {
    '@context': schema,
    '@type': series ? 'EventSeries' : 'Event',
    '@id': id,
    ...shared,
    ...timesAndPlace(wholeTimes(event), event, setting),
    superEvent: event.umbrella ? { '@id': permanentUrl(setting, 'event', event.umbrella) } : undefined,
    subEvent: series
      ? occurrences.map((one) => ({
          '@type': 'Event',
          '@id': `${id}#${one.occurrence}`,
          ...shared,
          ...timesAndPlace(one, event, setting),
        }))
      : undefined,
  }
}

function timesAndPlace(times: WholeTimes, event: EventData, setting: Setting): Json {
  const shown = (time: string | null): string | undefined =>
    time === null ? undefined : event.allDay ? time : formatZoned(time, event.zone)
  const online = times.status === 'moved-online' || event.attendance === 'online'
  // A former start goes with a new one only: what is cancelled or waits for a new time keeps its own.
  const moved = times.previousStart !== null && ['rescheduled', 'moved-online'].includes(times.status)
  // Without the former start there is nothing to tell: it takes place when it says.
  const own = times.status === 'rescheduled' && !moved ? statuses.scheduled : statuses[times.status]
  const named = [...new Set([...(moved ? [statuses.rescheduled] : []), own])].map(
    (state) => `${schema}/${state}`,
  )
  return {
    startDate: shown(times.start),
    endDate: shown(times.end),
    previousStartDate: moved ? shown(times.previousStart) : undefined,
    eventStatus: named.length === 1 ? named[0] : named,
    eventAttendanceMode: `${schema}/${attendances[online ? 'online' : event.attendance]}`,
    location: locationOf(times.place ?? event.place, online, event, setting),
  }
}

function locationOf(place: PlaceFacts | null, online: boolean, event: EventData, setting: Setting): unknown {
  const virtual = { '@type': 'VirtualLocation', url: event.onlineUrl ?? pageUrl(setting, event) }
  if (online) return virtual
  const real = placeJsonLd(place, setting)
  return event.attendance === 'mixed' ? [real, virtual] : real
}

/** Where no place was said it is somewhere in the municipality, and that is an address too. */
function placeJsonLd(place: PlaceFacts | null, { municipality }: Setting): Json {
  const position =
    place?.latitude == null || place.longitude == null
      ? undefined
      : { '@type': 'GeoCoordinates', latitude: place.latitude, longitude: place.longitude }
  return {
    '@type': 'Place',
    name: place?.name || place?.address || municipality.name,
    address: {
      '@type': 'PostalAddress',
      streetAddress: place?.address ?? undefined,
      addressRegion: municipality.name,
      addressCountry: municipality.country,
    },
    geo: position,
  }
}
