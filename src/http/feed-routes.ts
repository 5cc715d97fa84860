import { dayAt, startOfDay } from '../calendar/zoned-time.js'
import { chosenOccurrences, eventFilters, findOccurrences } from '../feed/event-query.js'
import { changesPage } from '../feed/formats/changes-json.js'
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
import { calendarOf } from './calendar-pieces.js'
import { findLive, type MunicipalityDoor } from './municipality-door.js'
import { Assembly, listOf } from './pieces.js'

export interface FeedRoute {
  /** Below `/feed/v1`, as OpenAPI writes it. */
  path: string
  summary: string
  parameters: readonly ParameterName[]
  type: string
  /** Of an answer in our own JSON. */
  shape?: ShapeName
  /** Its `next` repeats the address as it was asked for, so that the order of its parameters is kept. */
  keepsAddress?: true
  /** A string, an `Assembly` of pieces, or what is sent as JSON. */
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
    keepsAddress: true,
    answer({ municipality, query, selfUrl, now, setting, piece }) {
      const { items, ...more } = changesPage(municipality, query, selfUrl, now, setting)
      const said = items.map(({ publication, json: form }) =>
        publication ? () => piece(publication, 'change', form) : () => Buffer.from(JSON.stringify(form())),
      )
      return listOf(said, more)
    },
  },
  {
    path: '/{m}/events',
    summary: 'Occurrences in time order, from the start of today unless told.',
    parameters: [...eventFilters, 'collapse', ...pageOf],
    type: json,
    shape: 'Occurrences',
    answer({ municipality, query, selfUrl, now, setting, piece }) {
      const { found, cursor } = findOccurrences(municipality, query, now)
      const items = found.map((one) => () => {
        return piece(one.publication, `at ${one.position}`, () => occurrenceJson(one, setting))
      })
      return page(items, cursor, selfUrl)
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
      const today = dayAt(door.now, event.data.zone)
      const said = () => eventJson(event, comingOccurrences(door, event), door.setting)
      return new Assembly([() => door.piece(event, `from ${today}`, said)])
    },
  },
  {
    path: '/{m}/posts',
    summary: 'Posts: urgent first, then pinned, then the newest.',
    parameters: [...postFilters, ...pageOf],
    type: json,
    shape: 'Posts',
    answer({ municipality, query, selfUrl, now, setting, piece }) {
      const { found, cursor } = findPosts(municipality, query, now)
      const items = found.map((one) => () => piece(one, 'item', () => postJson(one, setting)))
      return page(items, cursor, selfUrl)
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
    answer(door) {
      const chosen = chosenOccurrences(door.municipality, door.query, door.now)
      return calendarOf(door, [...new Set(chosen.map((one) => one.publication))])
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

function page(items: (() => Buffer)[], cursor: string | null, selfUrl: string): Assembly {
  if (cursor === null) return listOf(items)
  const next = new URL(selfUrl)
  next.searchParams.set('cursor', cursor)
  return listOf(items, { next: next.href })
}

function register<K extends 'organisation' | 'place' | 'category'>(
  { municipality, query, selfUrl, now, piece }: MunicipalityDoor,
  kind: K,
  shape: (row: Live<K>) => unknown,
): Assembly {
  const limit = query.limit ?? 100
  const rows = municipality.live(kind, now, { after: query.cursor?.id ?? '', limit: limit + 1 })
  const found = rows.slice(0, limit)
  const last = found.at(-1)
  const cursor = last && rows.length > limit ? cursorOf(0, last.id, '') : null
  const items = found.map((row) => () => piece(row, 'item', () => shape(row)))
  return page(items, cursor, selfUrl)
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
