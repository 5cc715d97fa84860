import { createHash } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import type { Clock } from '../shared/clock.js'
import { renditionWidths } from '../publication/picture-rules.js'
import type { PictureStore } from './media-router.js'
import { html, pageFrame } from './page-frame.js'
import { pageLanguage, type PageLanguage } from './pages/page-words.js'
import { collect } from './pictures-in-flight.js'
import { endWith } from './send-answer.js'
import { sharedPage, type SharedItemShown } from './shared-page.js'
import { shareWords } from './share-words.js'
import { strictTransport } from './strict-transport.js'

export interface ShareRouterOptions {
  /** What a token opens; null where it opens nothing, for whatever reason. */
  open: (token: string, now: Date) => Promise<Omit<SharedItemShown, 'now' | 'baseUrl'> | null>
  baseUrl: string
  clock: Clock
  pictures: PictureStore
  throttle: { admit(networks: readonly string[]): { retryAfter: number } | object }
  /** The day's words for the networks of the sender. */
  networksOf: (request: Request) => string[]
  onFault?: (fault: unknown) => void
}

/**
 * `/share/{token}` and `/share/{token}/{picture}/{width}.webp`: what somebody with a link sees of an item that is not
 * published. Kept by nobody, found by no search engine, told to no other site; nothing of who asks is known.
 */
export function shareRouter(options: ShareRouterOptions): Router {
  const { open, baseUrl, clock, pictures, throttle, networksOf, onFault = () => {} } = options
  const router = Router()
  router.use(async (request, response) => {
    closeUp(response, baseUrl)
    try {
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.setHeader('Allow', 'GET, HEAD')
        return send(request, response, 405, 'text/plain; charset=utf-8', 'GET, HEAD')
      }
      const admitted = throttle.admit(networksOf(request))
      if ('retryAfter' in admitted) {
        response.setHeader('Retry-After', String(admitted.retryAfter))
        return absent(request, response, 429)
      }
      const [token = '', picture, file, ...more] = request.path.split('/').slice(1)
      const now = clock.now()
      const found = await open(token, now)
      if (!found || more.length > 0) return absent(request, response, 404)
      if (picture === undefined) {
        return page(request, response, { ...found, now, baseUrl }, `/share/${token}`)
      }
      const width = renditionWidths.find((one) => file === `${one}.webp`)
      const shown = found.data.pictures.some(({ id }) => id === picture)
      const opened = width && shown ? await pictures.open(picture, width) : null
      if (!opened) return absent(request, response, 404)
      const bytes = 'buffer' in opened ? opened.buffer : await collect(opened.stream)
      send(request, response, 200, 'image/webp', bytes)
    } catch (fault) {
      onFault(fault)
      if (response.headersSent) response.destroy()
      else absent(request, response, 500)
    }
  })
  return router
}

/** What every answer here says, whatever it holds. */
function closeUp(response: Response, publicUrl: string): void {
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('X-Robots-Tag', 'noindex, nofollow, noarchive')
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  response.setHeader('Content-Security-Policy', "default-src 'none'")
  const [name, value] = strictTransport(publicUrl)
  if (name && value) response.setHeader(name, value)
}

function page(request: Request, response: Response, found: SharedItemShown, address: string): void {
  const asked = typeof request.query.lang === 'string' ? request.query.lang : null
  pageOf(request, response, 200, sharedPage(found, { address, asked }))
}

/** The same page for whatever is not there: a token that never was, one that has ended, an item that was taken down. */
function absent(request: Request, response: Response, status: 404 | 429 | 500): void {
  // Whose link it was is not known, so the browser's language is the best guess; it is kept by nobody.
  const language: PageLanguage = pageLanguage(request.acceptsLanguages('sv', 'nb', 'en') || 'sv') ?? 'sv'
  const words = shareWords[language]
  const text = status === 429 ? words.wait : words.gone
  const body = `<main><h1>${words.goneTitle}</h1><p>${text}</p></main>`
  pageOf(request, response, status, pageFrame(language, words.goneTitle, body, robots))
}

const robots = '<meta name="robots" content="noindex, nofollow, noarchive">'

/** No script and nothing from elsewhere; each style by its hash. */
function pageOf(request: Request, response: Response, status: number, text: string): void {
  const styles = [...text.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(
    ([, style = '']) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  )
  response.setHeader(
    'Content-Security-Policy',
    `default-src 'none'; style-src ${styles.join(' ')}; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  )
  send(request, response, status, html, text)
}

function send(
  request: Request,
  response: Response,
  status: number,
  type: string,
  body: string | Buffer,
): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  response.statusCode = status
  response.setHeader('Content-Type', type)
  response.setHeader('Content-Length', bytes.length)
  if (request.method === 'HEAD') response.end()
  else endWith(response, bytes)
}
