import { Router, type Request, type Response } from 'express'
import type { FeedIndex } from '../feed/feed-index.js'
import { readQuery } from '../feed/parameters.js'
import { DomainError } from '../shared/errors.js'
import type { Clock } from '../shared/clock.js'
import { createDocumentation } from './documentation.js'
import { json, type FeedRoute } from './feed-route.js'
import { municipalityRoutes } from './feed-routes.js'
import { municipalitiesJson } from '../feed/formats/municipalities-json.js'
import { findMunicipality } from '../feed/municipality-door.js'
import { pagePolicy } from './page-frame.js'
import { createReadyAnswers, readyAnswer, type ReadyAnswer } from './ready-answers.js'
import { decodePath, decodeQuery, onlyReads, openToAll, sendAnswer, sendFault } from './send-answer.js'

export interface FeedRouterOptions {
  index: FeedIndex
  /** The public address, without a slash at the end. */
  baseUrl: string
  clock: Clock
  /** Told of every fault that is not the client's. */
  onFault?: (fault: unknown) => void
}

/** Searches and positions say something about who asks: such answers are not even kept in memory. */
const private_ = ['q', 'near', 'bbox']

/** The public feed, to be mounted at `/feed/v1`. Answers from memory; no cookies, no accounts, no database. */
export function feedRouter({ index, baseUrl, clock, onFault = () => {} }: FeedRouterOptions): Router {
  const ready = createReadyAnswers()
  const documentation = createDocumentation(index, baseUrl)
  const matchers = municipalityRoutes.map((route) => ({ route, pattern: patternOf(route.path) }))

  function answer(request: Request, response: Response): ReadyAnswer {
    const now = clock.now()
    const path = request.path === '/' ? '' : request.path
    const parts = decodePath(path)
    const search = decodeQuery(request.originalUrl)
    if (path === '/docs' || path === '/openapi.json') {
      readQuery(search, [])
      if (path === '/docs') response.setHeader('Content-Security-Policy', pagePolicy)
      const { page, description } = documentation(now)
      return path === '/docs' ? page : description
    }
    if (path === '') {
      readQuery(search, [])
      return readyAnswer(json, JSON.stringify(municipalitiesJson(index, baseUrl, now)))
    }
    const match = matchers.find(({ pattern }) => pattern.test(path))
    if (!match) throw new DomainError('not-found', 'There is nothing at this address. See /feed/v1/docs.')
    return municipalityAnswer(match.route, match.pattern, parts, path, search, now)
  }

  function municipalityAnswer(
    route: FeedRoute,
    pattern: RegExp,
    parts: string[],
    path: string,
    search: URLSearchParams,
    now: Date,
  ): ReadyAnswer {
    const municipality = findMunicipality(index, parts[0]!, now)
    const tail = search.size > 0 ? `?${search.toString()}` : ''
    const address = path + tail
    const version = `${municipality.slug} ${municipality.version()}`
    const kept = ready.find(address, version, now.getTime())
    if (kept) return kept
    const query = readQuery(search, route.parameters)
    const id = decodeURIComponent(pattern.exec(path)?.groups?.id ?? '')
    const setting = { baseUrl, municipality: municipality.data, lang: query.lang }
    const selfUrl = `${baseUrl}/feed/v1${address}`
    const value = route.answer({ municipality, setting, query, now, id, selfUrl })
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    const made = readyAnswer(route.type, text)
    if (!private_.some((name) => search.has(name)))
      ready.keep(address, version, municipality.steadyUntil(now), text.length + address.length, made)
    return made
  }

  const router = Router()
  router.use(async (request, response) => {
    openToAll(response)
    try {
      if (onlyReads(request, response)) return
      await sendAnswer(request, response, answer(request, response))
    } catch (fault) {
      sendFault(request, response, fault, onFault)
    }
  })
  return router
}

/** `/{m}/events/{id}.ics` as an expression; an id never holds a slash. */
function patternOf(path: string): RegExp {
  const source = path.replace(/\./g, '\\.').replace('{m}', '[^/]+').replace('{id}', '(?<id>[^/]+)')
  return new RegExp(`^${source}$`)
}
