import type { Request, Response } from 'express'
import { DomainError } from '../shared/errors.js'
import { sendProblem } from './problem.js'
import { alreadyHas, chooseEncoding, type ReadyAnswer } from './ready-answers.js'

/** Together 60 seconds: no cache shows what was taken down for longer than a minute. */
export const shortly = 'public, max-age=30, stale-while-revalidate=30'
/** What is not there may come back soon. */
export const moment = 'public, max-age=10'

const allowed = 'GET, HEAD, OPTIONS'

/** Anyone may read from any page; nothing that a browser knows about its user is asked for or set. */
export function openToAll(response: Response): void {
  response.removeHeader('X-Powered-By')
  response.setHeader('Access-Control-Allow-Origin', '*')
  response.setHeader('Access-Control-Expose-Headers', 'ETag')
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Vary', 'Accept-Encoding')
}

/** Answers OPTIONS, and refuses every method but GET and HEAD. True where the request is done with. */
export function onlyReads(request: Request, response: Response): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false
  response.setHeader('Allow', allowed)
  if (request.method === 'OPTIONS') {
    response.setHeader('Access-Control-Allow-Methods', allowed)
    response.setHeader('Access-Control-Allow-Headers', 'If-None-Match')
    response.setHeader('Access-Control-Max-Age', '86400')
    response.statusCode = 204
    response.end()
  } else {
    sendProblem(response, new DomainError('method-not-allowed', 'Read this address with GET or HEAD.'))
  }
  return true
}

export async function sendAnswer(
  request: Request,
  response: Response,
  answer: ReadyAnswer,
  compressed = true,
): Promise<void> {
  const encoding = compressed ? chooseEncoding(request.headers['accept-encoding']) : 'identity'
  const etag = answer.etag(encoding)
  response.setHeader('ETag', etag)
  response.setHeader('Cache-Control', shortly)
  if (alreadyHas(request.headers['if-none-match'], etag)) {
    response.statusCode = 304
    response.end()
    return
  }
  const bytes = await answer.bytes(encoding)
  response.statusCode = 200
  response.setHeader('Content-Type', answer.type)
  response.setHeader('Content-Length', bytes.length)
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding)
  response.end(request.method === 'HEAD' ? undefined : bytes)
}

/** Answers with an error; one that is not ours is told to `onFault` and shown without any of its words. */
export function sendFault(
  request: Request,
  response: Response,
  fault: unknown,
  onFault: (fault: unknown) => void,
): void {
  if (response.headersSent) return void response.destroy()
  let error = fault instanceof DomainError ? fault : null
  if (!error) {
    onFault(fault)
    error = new DomainError('internal', 'Something went wrong here. Try again in a moment.')
  }
  response.removeHeader('ETag')
  response.setHeader('Cache-Control', error.status === 404 || error.status === 410 ? moment : 'no-store')
  sendProblem(response, error, request.method !== 'HEAD')
}

/** The parts of a path, decoded. A broken percent-encoding is the client's fault. */
export function decodePath(path: string): string[] {
  if (path.length > 4_096) throw new DomainError('malformed-request', 'The address is too long.')
  try {
    return path
      .split('/')
      .filter((_, at) => at > 0)
      .map(decodeURIComponent)
  } catch {
    throw new DomainError('malformed-request', 'The address holds a broken percent-encoding.')
  }
}

/** The query of an address. `URLSearchParams` would silently repair what is broken. */
export function decodeQuery(url: string): URLSearchParams {
  const at = url.indexOf('?')
  const text = at < 0 ? '' : url.slice(at + 1)
  if (text.length > 4_096) throw new DomainError('malformed-request', 'The address is too long.')
  try {
    decodeURIComponent(text.replace(/\+/g, ' '))
  } catch {
    throw new DomainError('malformed-request', 'The query holds a broken percent-encoding.')
  }
  return new URLSearchParams(text)
}
