import { Router, type Request, type Response } from 'express'
import type { FeedIndex } from '../feed/feed-index.js'
import { pageUrl } from '../feed/formats/setting.js'
import { findPage, type FoundPage, type PageKind } from '../feed/page-address.js'
import { readQuery, type Query } from '../feed/parameters.js'
import type { MunicipalityIndex } from '../feed/municipality-index.js'
import type { Clock } from '../shared/clock.js'
import { DomainError } from '../shared/errors.js'
import { reservedNames } from '../shared/reserved-names.js'
import type { FeedDoors } from './feed-listener.js'
import type { Question } from './feed-questions.js'
import { html } from './page-frame.js'
import { choicePage, gonePage, missingPage } from './pages/absent-pages.js'
import type { Municipality } from './pages/municipality-page.js'
import {
  openMunicipality,
  Outdated,
  pageHeaders,
  pageQuestions,
  type PagesOptions,
} from './pages/page-questions.js'
import { shortly, type ReadyAnswer } from './ready-answers.js'
import {
  decodePath,
  endWith,
  moment,
  takesOnly,
  openToAll,
  queryIn,
  sendAnswer,
  sendFault,
} from './send-answer.js'

export interface PagesRouterOptions extends PagesOptions {
  feed: Pick<FeedDoors, 'turn' | 'of'>
  clock: Clock
  onFault?: (fault: unknown) => void
}

/** What an address of ours comes to: an answer that is kept, a text that is not, or another address. */
type Found = { question: Question } | Once
type Once = { status: 200 | 404 | 410; text: string } | { status: 301; location: string }

const mostTries = 10

const kinds: Record<string, PageKind> = { e: 'event', p: 'post', events: 'event', posts: 'post' }

/**
 * The pages for people: `/`, `/{m}`, `/{m}/privacy`, `/{m}/e/{words-id}`, `/{m}/p/{words-id}`, and what robots ask for. Any other
 * address, and a first part that is no municipality, is left to whoever comes next (the admin).
 */
export function pagesRouter(options: PagesRouterOptions): Router {
  const { index, feed, clock, onFault = () => {} } = options
  const find = finder(options)
  const router = Router()

  /**
   * What is found and what is made of it come in one turn, so that no change comes in between. Where making waits for
   * another's and something changes meanwhile, it is found anew.
   */
  async function findAndMake(response: Response, look: () => Found): Promise<ReadyAnswer | Once> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await feed.turn(response, () => {
          const found = look()
          return 'question' in found ? feed.of(found.question) : found
        })
      } catch (fault) {
        if (!(fault instanceof Outdated)) throw fault
        if (tries === mostTries)
          throw new DomainError('unavailable', 'This changes too fast just now. Try again.')
      }
    }
  }

  router.use(async (request, response, next) => {
    const parts = partsOf(request)
    if (!parts || !isOurs(parts, index)) return next()
    openToAll(response)
    try {
      if (takesOnly(request, response)) return
      const query = queryOf(request)
      const found = await findAndMake(response, () => find(parts, query, clock.now()))
      if ('status' in found) sendOnce(request, response, found)
      else await sendAnswer(request, response, found)
    } catch (fault) {
      sendFault(request, response, fault, onFault)
    }
  })
  return router
}

function partsOf(request: Request): string[] | null {
  try {
    return decodePath(request.path)
  } catch {
    return null
  }
}

const sitemapName = /^sitemap(?:-([1-9]\d{0,5}))?\.xml$/

function isOurs([first = '', kind, name, ...more]: string[], index: FeedIndex): boolean {
  if (kind === undefined && (first === '' || first === 'robots.txt' || sitemapName.test(first))) return true
  if (reservedNames.includes(first) || !index.municipality(first)) return false
  return (
    kind === undefined ||
    (kind === 'privacy' && name === undefined) ||
    (more.length === 0 && Object.hasOwn(kinds, kind) && name !== undefined && name !== '')
  )
}

/**
 * Whoever shares an address hangs words of its own on it (`?fbclid=…`, `?from=timeline`), which must not break the page:
 * here alone what is not known, or means nothing, is passed over, and never kept.
 */
function queryOf(request: Request): Query {
  const asked = queryIn(request.originalUrl)
  const read = (['lang', 'from', 'cursor'] as const).map((name): Query => {
    const only = new URLSearchParams(asked.getAll(name).map((value) => [name, value]))
    try {
      return readQuery(only, [name])
    } catch {
      return {}
    }
  })
  return Object.assign({}, ...read) as Query
}

function finder({ index, baseUrl, adminUrl, processing }: PagesOptions) {
  const questions = pageQuestions({ index, baseUrl, adminUrl, processing })

  function inMunicipality(one: MunicipalityIndex, parts: string[], query: Query, now: Date): Found {
    const here = openMunicipality(one, now)
    const [, kind, name] = parts
    const { lang } = query
    if (!here) {
      const row = one.municipality()
      const presence = row && one.presence(row, now)
      const setting = questions.settingFor(lang, now, null)
      const closed = { status: 410, state: 'closed', reason: null, explanation: null } as const
      return { status: 410, text: gonePage(presence?.status === 410 ? presence : closed, null, setting) }
    }
    if (kind === 'privacy') return { question: questions.privacy(here, lang) }
    if (kind === undefined || name === undefined) return { question: questions.municipality(here, query) }
    return item(here, kind, findPage(here, kinds[kind]!, name, now), lang, now)
  }

  function item(
    here: Municipality,
    part: string,
    found: FoundPage,
    lang: string | undefined,
    now: Date,
  ): Found {
    const { data } = here
    const setting = questions.settingFor(lang, now, data)
    const own = { baseUrl, municipality: data, lang }
    switch (found.is) {
      case 'nothing':
        return { status: 404, text: missingPage(data, setting) }
      case 'gone':
        return { status: 410, text: gonePage(found.presence, data, setting) }
      case 'several':
        return { status: 200, text: choicePage(found.items, own, setting) }
      case 'here':
      case 'elsewhere': {
        if (found.is === 'here' && part.length === 1)
          return { question: questions.item(here, found.item, lang) }
        const location = pageUrl(own, found.item.data) + (lang ? `?lang=${encodeURIComponent(lang)}` : '')
        return { status: 301, location }
      }
    }
  }

  return (parts: string[], query: Query, now: Date): Found => {
    const [first = ''] = parts
    if (first === '') return { question: questions.landing(query.lang) }
    if (first === 'robots.txt') return { question: questions.robots() }
    const sitemap = sitemapName.exec(first)
    if (sitemap) return { question: questions.sitemap(sitemap[1] ? Number(sitemap[1]) : null) }
    return inMunicipality(index.municipality(first)!, parts, query, now)
  }
}

/** What few ask for is made for each of them; the bodies are small. */
function sendOnce(request: Request, response: Response, found: Once): void {
  for (let at = 0; at < pageHeaders.length; at += 2)
    response.setHeader(pageHeaders[at]!, pageHeaders[at + 1]!)
  response.statusCode = found.status
  if ('location' in found) {
    response.setHeader('Location', found.location)
    response.setHeader('Cache-Control', shortly)
    response.setHeader('Content-Length', 0)
    return void response.end()
  }
  const bytes = Buffer.from(found.text)
  response.setHeader('Cache-Control', moment)
  response.setHeader('Content-Type', html)
  response.setHeader('Content-Length', bytes.length)
  if (request.method === 'HEAD') response.end()
  else endWith(response, bytes)
}
