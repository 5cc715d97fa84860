import { Router, type Request, type Response } from 'express'
import { dayAt, startOfDay } from '../calendar/zoned-time.js'
import type { FeedIndex } from '../feed/feed-index.js'
import type { Live, MunicipalityIndex } from '../feed/municipality-index.js'
import { readQuery } from '../feed/parameters.js'
import type { MunicipalityData } from '../publication/public-data.js'
import type { Clock } from '../shared/clock.js'
import { DomainError } from '../shared/errors.js'
import { reservedNames } from '../shared/reserved-names.js'
import { html, pagePolicy } from './page-frame.js'
import { pageLanguage, type PageLanguage } from './page-words.js'
import { eventPage, gonePage, landingPage, municipalityPage, postPage, type PageSetting } from './pages.js'
import { readyAnswer } from './ready-answers.js'
import {
  decodePath,
  decodeQuery,
  moment,
  onlyReads,
  openToAll,
  sendAnswer,
  sendFault,
} from './send-answer.js'

export interface PagesRouterOptions {
  index: FeedIndex
  baseUrl: string
  adminUrl: string
  clock: Clock
  onFault?: (fault: unknown) => void
}
type Municipality = MunicipalityIndex & { data: MunicipalityData }

/**
 * The pages for people: `/`, `/{m}`, `/{m}/events/{id}`, `/{m}/posts/{id}`. Any other address, and a first part that
 * is no municipality, is left to whoever comes next (the admin).
 */
export function pagesRouter(options: PagesRouterOptions): Router {
  const { index, clock, onFault = () => {} } = options
  const router = Router()
  router.use(async (request, response, next) => {
    const found = ownPage(request, index)
    if (!found) return next()
    openToAll(response)
    try {
      if (onlyReads(request, response)) return
      const page = pageFor(found, request, options, clock.now())
      response.setHeader('Content-Security-Policy', pagePolicy)
      response.setHeader('Referrer-Policy', 'no-referrer')
      if (page.gone) return sendGone(request, response, page.text)
      await sendAnswer(request, response, readyAnswer(html, page.text))
    } catch (fault) {
      sendFault(request, response, fault, onFault)
    }
  })
  return router
}

/** The address in parts, where it is one of ours; null leaves it to others. */
function ownPage(
  request: Request,
  index: FeedIndex,
): { parts: string[]; municipality: MunicipalityIndex | null } | null {
  if (request.path === '/') return { parts: [], municipality: null }
  let parts: string[]
  try {
    parts = decodePath(request.path)
  } catch {
    return null
  }
  const municipality = reservedNames.includes(parts[0]!) ? undefined : index.municipality(parts[0]!)
  if (!municipality) return null
  const ours = parts.length === 1 || (parts.length === 3 && (parts[1] === 'events' || parts[1] === 'posts'))
  return ours ? { parts, municipality } : null
}

function pageFor(
  { parts, municipality }: { parts: string[]; municipality: MunicipalityIndex | null },
  request: Request,
  { index, baseUrl, adminUrl }: PagesRouterOptions,
  now: Date,
): { text: string; gone?: true } {
  const { lang } = readQuery(decodeQuery(request.originalUrl), ['lang'])
  const open = index.municipalities().flatMap((one) => withData(one, now) ?? [])
  const of = (data?: MunicipalityData): PageSetting => ({
    baseUrl,
    adminUrl,
    now,
    language: languageFor(lang, data),
  })
  if (!municipality) return { text: landingPage(open, of(open[0]?.data)) }
  const here = withData(municipality, now)
  if (!here) return { text: gonePage(null, of()), gone: true }
  const [, kind, id] = parts
  if (!kind || !id) return { text: municipalityPage(here, of(here.data)) }
  const row = here.find(kind === 'events' ? 'event' : 'post', id)
  const presence = row && here.presence(row, now)
  if (!row || !presence || presence.status === 404)
    throw new DomainError('not-found', 'There is nothing at this address.')
  if (presence.status === 410) return { text: gonePage(presence.explanation, of(here.data)), gone: true }
  if (kind === 'posts') return { text: postPage(row as Live<'post'>, here.data, of(here.data)) }
  const event = row as Live<'event'>
  const today = startOfDay(dayAt(now, event.data.zone), event.data.zone).getTime()
  const all = here.occurrencesOf(id)
  const coming = all.filter((one) => one.endsAt > today || one.startsAt >= today)
  const shown = (coming.length > 0 ? coming : all.slice(-1)).slice(0, 20)
  const occurrences = shown.map((occurrence) => ({ publication: event, occurrence }))
  return { text: eventPage(event, occurrences, here.data, of(here.data)) }
}

function withData(one: MunicipalityIndex, now: Date): Municipality | null {
  const row = one.municipality()
  return row && one.presence(row, now).status === 200 ? { ...one, data: row.data as MunicipalityData } : null
}

/** The language asked for, else the first of the municipality's that we have. */
function languageFor(asked: string | undefined, data: MunicipalityData | undefined): PageLanguage {
  const own = data?.languages.map((one) => pageLanguage(one)).find((one) => one !== null)
  return pageLanguage(asked) ?? own ?? 'en'
}

function sendGone(request: Request, response: Response, text: string): void {
  const bytes = Buffer.from(text)
  response.statusCode = 410
  response.setHeader('Cache-Control', moment)
  response.setHeader('Content-Type', html)
  response.setHeader('Content-Length', bytes.length)
  response.end(request.method === 'HEAD' ? undefined : bytes)
}
