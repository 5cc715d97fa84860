import { formatZoned } from '../../calendar/zoned-time.js'
import type { Occurrence } from '../../calendar/occurrences.js'
import type { EventStatus } from '../../publication/public-data.js'
import type { Live } from '../municipality-index.js'
import { pageUrl, pictureJson, wordsIn, type Setting } from './setting.js'

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

/** An event in the words of schema.org, as search engines read it; its coming occurrences as sub-events. */
export function eventJsonLd(
  publication: Live<'event'>,
  occurrences: Occurrence[],
  setting: Setting,
): unknown {
  const event = publication.data
  const { title, summary, language } = wordsIn(event, setting.lang)
  const shown = (time: string | null): string | undefined =>
    time === null ? undefined : event.allDay ? time : formatZoned(time, event.zone)
  const place = event.place && {
    '@type': 'Place',
    name: event.place.name,
    address: event.place.address ?? undefined,
    geo:
      event.place.latitude === null || event.place.longitude === null
        ? undefined
        : { '@type': 'GeoCoordinates', latitude: event.place.latitude, longitude: event.place.longitude },
  }
  const online = event.onlineUrl && { '@type': 'VirtualLocation', url: event.onlineUrl }
  const times = (one: Pick<Occurrence, 'start' | 'end' | 'status' | 'previousStart'>) => ({
    startDate: shown(one.start),
    endDate: shown(one.end),
    eventStatus: `https://schema.org/${statuses[one.status]}`,
    previousStartDate: shown(one.previousStart),
  })
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': pageUrl(setting, 'event', event.id),
    url: pageUrl(setting, 'event', event.id),
    name: title,
    description: summary ?? undefined,
    inLanguage: language,
    ...times(event),
    eventAttendanceMode: `https://schema.org/${attendances[event.attendance]}`,
    location: [place, online].filter(Boolean),
    organizer: { '@type': 'Organization', name: event.organisation.name },
    isAccessibleForFree: event.price?.free,
    image: event.pictures.flatMap((one) =>
      Object.values(pictureJson(one, setting).renditions as Record<string, string>).slice(-1),
    ),
    superEvent: event.umbrella ? { '@id': pageUrl(setting, 'event', event.umbrella) } : undefined,
    subEvent: event.recurrence
      ? occurrences.map((one) => ({ '@type': 'Event', name: title, ...times(one) }))
      : undefined,
  }
}
