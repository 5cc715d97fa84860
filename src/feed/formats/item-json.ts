import { accessibilityFacts } from '../../calendar/accessibility.js'
import type { Occurrence } from '../../calendar/occurrences.js'
import { formatZoned } from '../../calendar/zoned-time.js'
import type {
  CategoryData,
  MunicipalityData,
  OrganisationData,
  PlaceData,
} from '../../publication/public-data.js'
import type { Publication } from '../../publication/publication.js'
import type { Live } from '../municipality-index.js'
import { eventJson } from './event-json.js'
import {
  excerptIn,
  feedUrl,
  languagesOf,
  pageUrl,
  pictureJson,
  privacyUrl,
  wordsIn,
  type Setting,
} from './setting.js'

type Json = Record<string, unknown>

export function postJson(publication: Live<'post'>, setting: Setting): Json {
  const post = publication.data
  const words = wordsIn(post, setting.lang)
  const zoned = (instant: string | null): string | null =>
    instant && formatZoned(instant, setting.municipality.zone)
  return {
    kind: 'post',
    id: post.id,
    type: post.type,
    title: words.title,
    excerpt: excerptIn(post, setting.lang),
    body: words.body,
    language: words.language,
    languages: languagesOf(post),
    translations: post.translations,
    organisation: post.organisation,
    categories: post.categories,
    audiences: post.audiences,
    areas: post.areas,
    pictures: post.pictures.map((one) => pictureJson(one, setting)),
    link: post.link,
    pinned: post.pinned,
    importance: post.importance,
    published: zoned(publication.published),
    updated: zoned(publication.modified),
    visibleUntil: zoned(publication.visibleUntil),
    url: pageUrl(setting, post),
  }
}

export function organisationJson(data: OrganisationData, setting: Setting): Json {
  return { ...data, logo: data.logo && pictureJson(data.logo, setting) }
}
export const placeJson = (data: PlaceData): Json => ({ ...data })
export const categoryJson = (data: CategoryData): Json => ({ ...data })

export function municipalityJson(data: MunicipalityData, setting: Setting): Json {
  const { privacy: _, ...shown } = data
  return {
    ...shown,
    logo: data.logo && pictureJson(data.logo, setting),
    url: `${setting.baseUrl}/${data.id}`,
  }
}

/** A visible publication of any kind, as `changes` carries it. */
export function itemJson(publication: Publication, occurrences: Occurrence[], setting: Setting): Json | null {
  const { data } = publication
  switch (data?.kind) {
    case 'event':
      return eventJson(publication as Live<'event'>, occurrences, setting)
    case 'post':
      return postJson(publication as Live<'post'>, setting)
    case 'organisation':
      return organisationJson(data, setting)
    case 'place':
      return placeJson(data)
    case 'category':
      return categoryJson(data)
    case 'municipality':
      return municipalityJson(data, setting)
    default:
      return null
  }
}

/** What an app needs to know before it reads the rest. */
export function manifestJson(categories: CategoryData[], latest: number, setting: Setting): Json {
  const { municipality } = setting
  return {
    ...municipalityJson(municipality, setting),
    categories: categories.map(({ id, code, labels, icon, surfaces }) => ({
      id,
      code,
      labels,
      icon,
      surfaces,
    })),
    accessibility: Object.entries(accessibilityFacts).map(([code, labels]) => ({ code, labels })),
    latest,
    links: {
      self: feedUrl(setting),
      changes: `${feedUrl(setting, 'changes')}?after=0`,
      events: feedUrl(setting, 'events'),
      posts: feedUrl(setting, 'posts'),
      organisations: feedUrl(setting, 'organisations'),
      places: feedUrl(setting, 'places'),
      categories: feedUrl(setting, 'categories'),
      calendar: feedUrl(setting, 'calendar.ics'),
      postsFeed: feedUrl(setting, 'posts.json'),
      postsRss: feedUrl(setting, 'posts.rss'),
      postsAtom: feedUrl(setting, 'posts.atom'),
      eventsFeed: feedUrl(setting, 'events.json'),
      eventsRss: feedUrl(setting, 'events.rss'),
      eventsAtom: feedUrl(setting, 'events.atom'),
      graphql: `${setting.baseUrl}/feed/v1/graphql`,
      description: `${setting.baseUrl}/feed/v1/openapi.json`,
      documentation: `${setting.baseUrl}/feed/v1/docs`,
      privacy: privacyUrl(setting),
    },
  }
}
