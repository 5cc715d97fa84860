import { comingOccurrences } from '../feed/coming-occurrences.js'
import { chosenEvents, eventFilters } from '../feed/event-query.js'
import { calendarText } from '../feed/formats/icalendar.js'
import { eventJsonLd } from '../feed/formats/json-ld.js'
import { pageUrl, type Setting } from '../feed/formats/setting.js'
import { calendarOf } from './calendar-pieces.js'
import type { Live } from '../feed/municipality-index.js'
import { calendarType, jsonLdType, type FeedRoute } from './feed-route.js'
import { findLive, type MunicipalityDoor } from '../feed/municipality-door.js'

/** One event for the calendar of a citizen, and in the words that search engines read. */
export const eventDocumentRoutes: FeedRoute[] = [
  {
    name: 'eventCalendar',
    path: '/{m}/events/{id}.ics',
    summary: 'One event as a calendar (RFC 5545).',
    parameters: ['lang'],
    type: calendarType,
    answer(door) {
      const event = findLive(door, 'event')
      const setting = withCategories(door)
      const page = pageUrl(setting, event.data)
      return calendarText({ name: event.data.title, source: door.selfUrl, page }, [event], setting)
    },
  },
  {
    name: 'eventJsonLd',
    path: '/{m}/events/{id}.jsonld',
    summary: 'One event in the words of schema.org, by the rules under which search engines show events.',
    parameters: ['lang'],
    type: jsonLdType,
    answer(door) {
      const event = findLive(door, 'event')
      const occurrences = comingOccurrences(door.municipality, event, door.now)
      return eventJsonLd(event, occurrences, withCategories(door), websitesFor(event, door))
    },
  },
]

export const subscriptionRoute: FeedRoute = {
  name: 'calendar',
  path: '/{m}/calendar.ics',
  summary: 'A subscription: every event with an occurrence that the filters choose (RFC 5545).',
  parameters: [...eventFilters, 'lang'],
  type: calendarType,
  examples: { 'A calendar of what is free': 'free=true' },
  answer(door) {
    const { municipality, query, now, selfUrl, setting } = door
    const chosen = chosenEvents(municipality, query, now)
    const { id, name } = setting.municipality
    const page = `${setting.baseUrl}/${encodeURIComponent(id)}`
    return calendarOf(door, { name, source: selfUrl, page }, chosen, withCategories(door))
  },
}

/** For the formats that show the words of a category beside or in place of its code. */
export function withCategories({
  municipality,
  setting,
  now,
}: Pick<MunicipalityDoor, 'municipality' | 'setting' | 'now'>): Setting {
  const categories = new Map(municipality.live('category', now).map(({ data }) => [data.code, data.labels]))
  return { ...setting, categories }
}

/** Where the organisers of an event are on the web, of those that made it public. */
export function websitesFor(
  event: Live<'event'>,
  { municipality, now }: Pick<MunicipalityDoor, 'municipality' | 'now'>,
): Map<string, string> {
  const websites = new Map<string, string>()
  for (const { id } of [event.data.organisation, ...event.data.coOrganisers]) {
    const row = municipality.find('organisation', id)
    const data = row && municipality.presence(row, now).status === 200 ? row.data : null
    if (data?.kind === 'organisation' && data.contact.website) websites.set(id, data.contact.website)
  }
  return websites
}
