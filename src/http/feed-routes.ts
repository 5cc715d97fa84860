import { dayAt } from '../calendar/zoned-time.js'
import { comingOccurrences } from '../feed/coming-occurrences.js'
import { eventFilters, findOccurrences } from '../feed/event-query.js'
import { changesPage } from '../feed/formats/changes-json.js'
import { eventJson, occurrenceJson } from '../feed/formats/event-json.js'
import {
  categoryJson,
  manifestJson,
  organisationJson,
  placeJson,
  postJson,
} from '../feed/formats/item-json.js'
import type { Setting } from '../feed/formats/setting.js'
import type { Live } from '../feed/municipality-index.js'
import { findPosts, postFilters } from '../feed/post-query.js'
import { findRegister, type RegisterKind } from '../feed/register-query.js'
import { eventDocumentRoutes, subscriptionRoute } from './calendar-routes.js'
import { json, type FeedRoute } from './feed-route.js'
import { findLive, type MunicipalityDoor } from '../feed/municipality-door.js'
import { Assembly, listOf } from './pieces.js'
import { syndicationRoutes } from './syndication-routes.js'

const pageOf = ['limit', 'cursor', 'lang'] as const

/** The doors of one municipality. An address is answered by the first whose path it fits. */
export const municipalityRoutes: FeedRoute[] = [
  {
    name: 'manifest',
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
    name: 'changes',
    path: '/{m}/changes',
    summary: 'What changed after a number, deletions included; all that an app needs (OpenActive RPDE 1.0).',
    parameters: ['after', 'changes-limit', 'head', 'lang'],
    type: json,
    shape: 'Changes',
    examples: { 'A full read, 100 at a time': 'after=0&limit=100' },
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
    name: 'events',
    path: '/{m}/events',
    summary: 'Occurrences in time order, from the start of today unless told.',
    parameters: [...eventFilters, 'collapse', ...pageOf],
    type: json,
    shape: 'Occurrences',
    examples: {
      'Free for children at the weekend': 'free=true&audience=children&weekday=sa,su',
      'Within five kilometres': 'near=59.1,17.2&within=5',
      'Each series once, in English where it has it': 'collapse=series&lang=en&limit=10',
      'Music and sport, but no markets, from a day on':
        'category=music,sport&not-category=markets&from=2026-12-01',
      'Step-free and with a hearing loop': 'accessibility=step-free,hearing-loop',
    },
    answer({ municipality, query, selfUrl, now, setting, piece }) {
      const { found, cursor } = findOccurrences(municipality, query, now)
      const items = found.map((one) => () => {
        return piece(one.publication, `at ${one.position}`, () => occurrenceJson(one, setting))
      })
      return page(items, cursor, query.from ? selfUrl : fromToday(selfUrl, now, setting))
    },
  },
  ...eventDocumentRoutes,
  {
    name: 'event',
    path: '/{m}/events/{id}',
    summary: 'One event with its next 50 occurrences.',
    parameters: ['lang'],
    type: json,
    shape: 'Event',
    answer(door) {
      const event = findLive(door, 'event')
      const today = dayAt(door.now, event.data.zone)
      const said = () => eventJson(event, comingOccurrences(door.municipality, event, door.now), door.setting)
      return new Assembly([() => door.piece(event, `from ${today}`, said)])
    },
  },
  {
    name: 'posts',
    path: '/{m}/posts',
    summary: 'Posts: urgent first, then pinned, then the newest.',
    parameters: [...postFilters, ...pageOf],
    type: json,
    shape: 'Posts',
    examples: { 'News and notices alone': 'type=news,notice' },
    answer({ municipality, query, selfUrl, now, setting, piece }) {
      const { found, cursor } = findPosts(municipality, query, now)
      const items = found.map((one) => () => piece(one, 'item', () => postJson(one, setting)))
      return page(items, cursor, selfUrl)
    },
  },
  {
    name: 'post',
    path: '/{m}/posts/{id}',
    summary: 'One post.',
    parameters: ['lang'],
    type: json,
    shape: 'Post',
    answer: (door) => postJson(findLive(door, 'post'), door.setting),
  },
  {
    name: 'organisations',
    path: '/{m}/organisations',
    summary: 'The organisations that publish here.',
    parameters: [...pageOf],
    type: json,
    shape: 'Organisations',
    answer: (door) => register(door, 'organisation', (row) => organisationJson(row.data, door.setting)),
  },
  {
    name: 'places',
    path: '/{m}/places',
    summary: 'The places of the public register.',
    parameters: [...pageOf],
    type: json,
    shape: 'Places',
    answer: (door) => register(door, 'place', (row) => placeJson(row.data)),
  },
  {
    name: 'categories',
    path: '/{m}/categories',
    summary: 'The categories, with labels in each language.',
    parameters: [...pageOf],
    type: json,
    shape: 'Categories',
    answer: (door) => register(door, 'category', (row) => categoryJson(row.data)),
  },
  subscriptionRoute,
  ...syndicationRoutes,
]

/** The pages of one list begin on one day, also where midnight comes in between: else a series could come twice. */
function fromToday(selfUrl: string, now: Date, { municipality }: Setting): string {
  const url = new URL(selfUrl)
  url.searchParams.set('from', dayAt(now, municipality.zone))
  return url.href
}

function page(items: (() => Buffer)[], cursor: string | null, selfUrl: string): Assembly {
  if (cursor === null) return listOf(items)
  const next = new URL(selfUrl)
  next.searchParams.set('cursor', cursor)
  return listOf(items, { next: next.href })
}

function register<K extends RegisterKind>(
  { municipality, query, selfUrl, now, piece }: MunicipalityDoor,
  kind: K,
  shape: (row: Live<K>) => unknown,
): Assembly {
  const { found, cursor } = findRegister(municipality, kind, query, now)
  const items = found.map((row) => () => piece(row, 'item', () => shape(row)))
  return page(items, cursor, selfUrl)
}
