import type { FeedIndex } from '../feed/feed-index.js'
import { createLanguages } from '../feed/languages.js'
import type { MunicipalityIndex } from '../feed/municipality-index.js'
import { readQuery, type Query } from '../feed/parameters.js'
import { DomainError } from '../shared/errors.js'
import { docsPage } from './docs-page.js'
import { canonicalSearch, isPrivate } from './feed-address.js'
import { json, type FeedRoute } from './feed-route.js'
import { municipalityRoutes } from './feed-routes.js'
import { municipalitiesJson } from '../feed/formats/municipalities-json.js'
import { findMunicipality, type MunicipalityDoor } from '../feed/municipality-door.js'
import { openApi } from './openapi.js'
import { html, pagePolicy } from './page-frame.js'
import { createPieces } from './pieces.js'
import { samplesFrom } from './samples.js'
import { decodePath, decodeQuery } from './send-answer.js'

/** What an answer is made from, and how it changes. */
export interface Source {
  version(): number
  /** The version with which something was last taken down. */
  takenDownAt(): number
  /** When the first change after a version came, in milliseconds. */
  changedAfter(version: number): number
}

/** One question to the feed: what is asked, and how its answer is made. */
export interface Question {
  /** The one way to write it. */
  key: string
  type: string
  /** Headers beside the usual ones, names and values in turn. */
  headers?: readonly string[]
  source: Source
  /** When the clock alone makes an answer of now untrue, in milliseconds. */
  until(now: Date): number
  /** Its address may come to mean another question: a language that nothing here is in may become one of those here. */
  mayMeanOther?: boolean
  /** Its address holds a word that somebody may have thought up, and so must not be kept, though the answer may. */
  holdsWord?: boolean
  /** Without parameters and ids: one of a few that many ask. */
  isPlain: boolean
  /** Not to be kept, not even in memory. */
  isPrivate: boolean
  /** A string, an `Assembly`, or what is sent as JSON. */
  make(now: Date): unknown
}

/** A language as devices name it, with a region at most. Further parts of a tag (RFC 5646, 2.2) may be any words. */
const usualLanguage = /^[a-z]{2,3}(-[a-z]{2})?$/i

/** Milliseconds. */
const keptFor = 60_000
const never: Source = { version: () => 0, takenDownAt: () => 0, changedAfter: () => -Infinity }

/** Reads questions from addresses (path and query). Throws a `DomainError` for what is not one. */
export function createQuestions(index: FeedIndex, baseUrl: string): (address: string, now: Date) => Question {
  const pieces = createPieces()
  const languageHere = createLanguages()
  const matchers = municipalityRoutes.map((route) => ({ route, pattern: patternOf(route.path) }))
  const fixed = (
    key: string,
    type: string,
    make: Question['make'],
    more: Partial<Question> = {},
  ): Question => ({
    key,
    type,
    source: never,
    until: () => Infinity,
    isPlain: true,
    isPrivate: false,
    make,
    ...more,
  })
  /** Their examples are of what is public, looked up once a minute. */
  function pageAt(path: string): Question | undefined {
    const until = (now: Date): number => (Math.floor(now.getTime() / keptFor) + 1) * keptFor
    if (path === '/docs') {
      const headers = ['Content-Security-Policy', pagePolicy]
      return fixed(path, html, (at) => docsPage(baseUrl, samplesFrom(index, at)), { headers, until })
    }
    if (path !== '/openapi.json') return undefined
    return fixed(path, json, (at) => openApi(baseUrl, samplesFrom(index, at)), { until })
  }

  function ofAll(): Question {
    return {
      ...fixed('', json, (at) => municipalitiesJson(index, baseUrl, at)),
      source: { ...never, version: index.version },
      until: (now) => Math.min(Infinity, ...index.municipalities().map((one) => one.steadyUntil(now))),
    }
  }

  /** Every language that nothing here is in is the same question. */
  function inLanguageHere({ lang, ...query }: Query, source: MunicipalityIndex): Query {
    const here = lang && languageHere(source, lang)
    return here ? { ...query, lang: here } : query
  }

  function ofOne(route: FeedRoute, id: string, path: string, search: URLSearchParams, now: Date): Question {
    const slug = decodePath(path)[0]!
    const source = findMunicipality(index, slug, now)
    const asks = readQuery(search, route.parameters)
    const query = inLanguageHere(asks, source)
    const holdsWord = asks.lang !== undefined && !usualLanguage.test(asks.lang)
    const hidden = isPrivate(query) || (holdsWord && route.keepsAddress === true)
    const asked = search.size > 0 ? `?${search.toString()}` : ''
    const written = hidden || route.keepsAddress ? asked : canonicalSearch(query)
    return {
      // An address that is kept as it was asked means what its language comes to here.
      key: route.keepsAddress && query.lang ? `${path}${written} ${query.lang}` : path + written,
      type: route.type,
      source,
      until: source.steadyUntil,
      mayMeanOther: query.lang !== asks.lang,
      holdsWord,
      isPlain: written === '' && id === '',
      isPrivate: hidden,
      make(at) {
        const municipality = findMunicipality(index, slug, at)
        const { data } = municipality
        const { lang } = query
        const selfUrl = `${baseUrl}/feed/v1${path}${written}`
        const setting = { baseUrl, municipality: data, lang }
        const piece: MunicipalityDoor['piece'] = (publication, key, form) =>
          pieces.of(data, publication, `${lang ?? ''} ${key}`, form)
        return route.answer({ municipality, setting, query, now: at, id, selfUrl, piece })
      },
    }
  }

  return (address, now) => {
    const end = address.indexOf('?')
    const asked = end < 0 ? address : address.slice(0, end)
    const parts = decodePath(asked === '/' ? '' : asked)
    const search = decodeQuery(address)
    const path = parts.map((part) => `/${encodeURIComponent(part)}`).join('')
    const page = path === '' ? ofAll() : pageAt(path)
    if (page) {
      readQuery(search, [])
      return page
    }
    for (const { route, pattern } of matchers) {
      const match = pattern.exec(path)
      if (match) return ofOne(route, decodeURIComponent(match.groups?.id ?? ''), path, search, now)
    }
    throw new DomainError('not-found', 'There is nothing at this address. See /feed/v1/docs.')
  }
}

/** `/{m}/events/{id}.ics` as an expression; an id never holds a slash. */
function patternOf(path: string): RegExp {
  const source = path.replace(/\./g, '\\.').replace('{m}', '[^/]+').replace('{id}', '(?<id>[^/]+)')
  return new RegExp(`^${source}$`)
}
