import { dayAt, startOfDay } from '../calendar/zoned-time.js'
import { chosenOccurrences, eventFilters, findOccurrences } from '../feed/event-query.js'
import { changesJson } from '../feed/formats/changes-json.js'
import { eventJson, occurrenceJson } from '../feed/formats/event-json.js'
import { calendarText } from '../feed/formats/icalendar.js'
import {
  categoryJson,
  manifestJson,
  organisationJson,
  placeJson,
  postJson,
} from '../feed/formats/item-json.js'
import { eventJsonLd } from '../feed/formats/json-ld.js'
import {
  atom,
  eventEntry,
  jsonFeed,
  postEntry,
  rss,
  type Entry,
  type Syndication,
} from '../feed/formats/syndication.js'
import type { Live } from '../feed/municipality-index.js'
import { cursorOf, type ParameterName } from '../feed/parameters.js'
import { findPosts, postFilters } from '../feed/post-query.js'
import type { ShapeName } from '../feed/shapes/index.js'
import { findLive, type MunicipalityDoor } from './municipality-door.js'

export interface FeedRoute {
  /** Below `/feed/v1`, as OpenAPI writes it. */
  path: string
  summary: string
  parameters: readonly ParameterName[]
  type: string
  /** Of an answer in our own JSON. */
  shape?: ShapeName
  answer(door: MunicipalityDoor): unknown
}

export const json = 'application/json; charset=utf-8'
const calendarType = 'text/calendar; charset=utf-8'
const jsonFeedType = 'application/feed+json; charset=utf-8'
const pageOf = ['limit', 'cursor', 'lang'] as const
/** A single event names its next 50 occurrences. */
const nextOccurrences = 50

/** The doors of one municipality: router, documentation and OpenAPI are made from this table. */
export const municipalityRoutes: FeedRoute[] = [
  {
    path: '/{m}',
    summary:
      'The manifest: name, languages, zone, vocabularies, privacy notice, latest change number, links.',
    parameters: ['lang'],
    type: json,
    shape: 'Manifest',
    answer: ({ municipality, setting, now }) =>
      manifestJson(
        municipality.live('category', now).map((row) => row.data),
        municipality.latest(),
        setting,
      ),
  },
  {
    path: '/{m}/changes',
    summary: 'What changed after a number, deletions included; all that an app needs (OpenActive RPDE 1.0).',
    parameters: ['after', 'changes-limit', 'head', 'lang'],
    type: json,
    shape: 'Changes',
    answer: ({ municipality, query, selfUrl, now, setting }) =>
      changesJson(municipality, query, selfUrl, now, setting),
  },
  {
    path: '/{m}/events',
    summary: 'Occurrences in time order, from the start of today unless told.',
    parameters: [...eventFilters, 'collapse', ...pageOf],
    type: json,
    shape: 'Occurrences',
    answer({ municipality, query, selfUrl, now, setting }) {
      const { found, cursor } = findOccurrences(municipality, query, now)
      return page(
        found.map((one) => occurrenceJson(one, setting)),
        cursor,
        selfUrl,
      )
    },
  },
  {
    path: '/{m}/events/{id}.ics',
    summary: 'One event as a calendar (RFC 5545).',
    parameters: ['lang'],
    type: calendarType,
    answer(door) {
      const event = findLive(door, 'event')
      return calendarText(event.data.title, [event], door.setting)
    },
  },
  {
    path: '/{m}/events/{id}.jsonld',
    summary: 'One event in the words of schema.org.',
    parameters: ['lang'],
    type: 'application/ld+json; charset=utf-8',
    answer(door) {
      const event = findLive(door, 'event')
      return eventJsonLd(event, comingOccurrences(door, event), door.setting)
    },
  },
  {
    path: '/{m}/events/{id}',
    summary: 'One event with its next 50 occurrences.',
    parameters: ['lang'],
    type: json,
    shape: 'Event',
    answer(door) {
      const event = findLive(door, 'event')
      return eventJson(event, comingOccurrences(door, event), door.setting)
    },
  },
  {
    path: '/{m}/posts',
    summary: 'Posts: urgent first, then pinned, then the newest.',
    parameters: [...postFilters, ...pageOf],
    type: json,
    shape: 'Posts',
    answer({ municipality, query, selfUrl, now, setting }) {
      const { found, cursor } = findPosts(municipality, query, now)
      return page(
        found.map((one) => postJson(one, setting)),
        cursor,
        selfUrl,
      )
    },
  },
  {
    path: '/{m}/posts/{id}',
    summary: 'One post.',
    parameters: ['lang'],
    type: json,
    shape: 'Post',
    answer: (door) => postJson(findLive(door, 'post'), door.setting),
  },
  {
    path: '/{m}/organisations',
    summary: 'The organisations that publish here.',
    parameters: [...pageOf],
    type: json,
    shape: 'Organisations',
    answer: (door) => register(door, 'organisation', (row) => organisationJson(row.data, door.setting)),
  },
  {
    path: '/{m}/places',
    summary: 'The places of the public register.',
    parameters: [...pageOf],
    type: json,
    shape: 'Places',
    answer: (door) => register(door, 'place', (row) => placeJson(row.data)),
  },
  {
    path: '/{m}/categories',
    summary: 'The categories, with labels in each language.',
    parameters: [...pageOf],
    type: json,
    shape: 'Categories',
    answer: (door) => register(door, 'category', (row) => categoryJson(row.data)),
  },
  {
    path: '/{m}/calendar.ics',
    summary: 'A subscription: every event with an occurrence that the filters choose (RFC 5545).',
    parameters: [...eventFilters, 'lang'],
    type: calendarType,
    answer({ municipality, query, now, setting }) {
      const events = new Set<Live<'event'>>()
      for (const { publication } of chosenOccurrences(municipality, query, now)) events.add(publication)
      return calendarText(setting.municipality.name, [...events], setting)
    },
  },
  ...(
    [
      ['events.json', 'Coming events as JSON Feed 1.1.', jsonFeedType, events, jsonFeed],
      ['events.rss', 'Coming events as RSS 2.0.', 'application/rss+xml; charset=utf-8', events, rss],
      ['posts.json', 'Posts as JSON Feed 1.1.', jsonFeedType, posts, jsonFeed],
      ['posts.rss', 'Posts as RSS 2.0.', 'application/rss+xml; charset=utf-8', posts, rss],
      ['posts.atom', 'Posts as Atom (RFC 4287).', 'application/atom+xml; charset=utf-8', posts, atom],
    ] as const
  ).map(([name, summary, type, entries, write]): FeedRoute => ({
    path: `/{m}/${name}`,
    summary,
    parameters: [...(entries === events ? eventFilters : postFilters), 'limit', 'lang'],
    type,
    answer: (door) => write(syndication(door, entries(door))),
  })),
]

/** From the start of today, so that an answer stays true all day. */
function comingOccurrences({ municipality, now }: MunicipalityDoor, event: Live<'event'>) {
  const today = startOfDay(dayAt(now, event.data.zone), event.data.zone).getTime()
  const all = municipality.occurrencesOf(event.id)
  return all.filter((one) => one.endsAt > today || one.startsAt >= today).slice(0, nextOccurrences)
}

function page(items: unknown[], cursor: string | null, selfUrl: string): unknown {
  if (cursor === null) return { items }
  const next = new URL(selfUrl)
  next.searchParams.set('cursor', cursor)
  return { items, next: next.href }
}

function register<K extends 'organisation' | 'place' | 'category'>(
  { municipality, query, selfUrl, now }: MunicipalityDoor,
  kind: K,
  shape: (row: Live<K>) => unknown,
): unknown {
  const limit = query.limit ?? 100
  const rows = municipality.live(kind, now).filter((row) => !query.cursor || row.id > query.cursor.id)
  const found = rows.slice(0, limit)
  const last = found.at(-1)
  const cursor = last && rows.length > limit ? cursorOf(0, last.id, '') : null
  return page(found.map(shape), cursor, selfUrl)
}

function events({ municipality, query, now, setting }: MunicipalityDoor): Entry[] {
  const { found } = findOccurrences(municipality, { ...query, collapse: 'series' }, now)
  return found.map((one) => eventEntry(one, setting))
}
function posts({ municipality, query, now, setting }: MunicipalityDoor): Entry[] {
  return findPosts(municipality, query, now).found.map((one) => postEntry(one, setting))
}
function syndication({ setting, selfUrl, query }: MunicipalityDoor, entries: Entry[]): Syndication {
  const { municipality, baseUrl } = setting
  const home = `${baseUrl}/${encodeURIComponent(municipality.id)}`
  return {
    title: municipality.name,
    home,
    self: selfUrl,
    language: query.lang ?? municipality.languages[0] ?? 'en',
    entries,
  }
}
