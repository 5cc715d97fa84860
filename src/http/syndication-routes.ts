import { eventFilters, findOccurrences } from '../feed/event-query.js'
import {
  atom,
  eventEntry,
  jsonFeed,
  postEntry,
  rss,
  type Entry,
  type Syndication,
} from '../feed/formats/syndication.js'
import { findPosts, postFilters } from '../feed/post-query.js'
import { withCategories } from './calendar-routes.js'
import { atomType, jsonFeedType, rssType, type FeedRoute } from './feed-route.js'
import type { MunicipalityDoor } from '../feed/municipality-door.js'

/** Feeds for news readers: each event once, at its next time, and posts. */
export const syndicationRoutes: FeedRoute[] = (
  [
    ['events.json', 'Coming events as JSON Feed 1.1.', jsonFeedType, events, jsonFeed],
    ['events.rss', 'Coming events as RSS 2.0.', rssType, events, rss],
    ['events.atom', 'Coming events as Atom (RFC 4287).', atomType, events, atom],
    ['posts.json', 'Posts as JSON Feed 1.1.', jsonFeedType, posts, jsonFeed],
    ['posts.rss', 'Posts as RSS 2.0.', rssType, posts, rss],
    ['posts.atom', 'Posts as Atom (RFC 4287).', atomType, posts, atom],
  ] as const
).map(([name, summary, type, entries, write]) => ({
  name: name.replace(/\.(.)/, (_, first: string) => first.toUpperCase()),
  path: `/{m}/${name}`,
  summary,
  parameters: [...(entries === events ? eventFilters : postFilters), 'limit', 'lang'],
  type,
  answer: (door) => write(syndication(door, entries(door))),
}))

function events(door: MunicipalityDoor): Entry[] {
  const { municipality, query, now } = door
  const { found } = findOccurrences(municipality, { ...query, collapse: 'series' }, now)
  const setting = withCategories(door)
  return found.map((one) => eventEntry(one, setting))
}

function posts(door: MunicipalityDoor): Entry[] {
  const setting = withCategories(door)
  return findPosts(door.municipality, door.query, door.now).found.map((one) => postEntry(one, setting))
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
