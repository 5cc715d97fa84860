import type { IncomingMessage as Request, ServerResponse as Response } from 'node:http'
import { DomainError } from '../shared/errors.js'
import { alreadyHas, chooseEncoding } from './encodings.js'
import { sendProblem } from './problem.js'
import { openHeaders, type ReadyAnswer, type Sendable } from './ready-answers.js'
import { unread } from './unread.js'

/** What is not there may come back soon. */
export const moment = 'public, max-age=10'

/**
 * Whoever takes nothing for so long is let go, at the latest after twice as long; in milliseconds. So long the answer is
 * held for it: of all such answers together no more than `unread.ts` says.
 */
const slowestReader = 30_000

/** Anyone may read from any page; nothing that a browser knows about its user is asked for or set. */
export function openToAll(response: Response): void {
  response.removeHeader('X-Powered-By')
  for (let at = 0; at < openHeaders.length; at += 2)
    response.setHeader(openHeaders[at]!, openHeaders[at + 1]!)
}

/** What one address takes: methods and headers beside the simple ones, and what is said to those who come otherwise. */
export interface Taken {
  methods: readonly string[]
  headers: string
  otherwise: string
}
const reading: Taken = {
  methods: ['GET', 'HEAD'],
  headers: 'If-None-Match',
  otherwise: 'Read this address with GET or HEAD.',
}

/** Answers OPTIONS, and refuses every method that is not taken: all but GET and HEAD. True where the request is done with. */
export function takesOnly(request: Request, response: Response, taken = reading): boolean {
  if (taken.methods.includes(request.method ?? '')) return false
  const allowed = [...taken.methods, 'OPTIONS'].join(', ')
  response.setHeader('Allow', allowed)
  if (request.method === 'OPTIONS') {
    response.setHeader('Access-Control-Allow-Methods', allowed)
    response.setHeader('Access-Control-Allow-Headers', taken.headers)
    response.setHeader('Access-Control-Max-Age', '86400')
    response.statusCode = 204
    response.end()
  } else {
    sendProblem(response, new DomainError('method-not-allowed', taken.otherwise))
  }
  return true
}

/** Sends an answer: 304 where the client has it, else packed as the client likes it best. */
export function sendAnswer(
  request: Request,
  response: Response,
  answer: ReadyAnswer,
  { accepted = request.headers['accept-encoding'], has = request.headers['if-none-match'] } = {},
): void | Promise<void> {
  const encoding = chooseEncoding(accepted)
  if (alreadyHas(has, answer.etag(encoding))) {
    response.writeHead(304, answer.unchanged(encoding) as string[])
    response.end()
    return
  }
  const send = ({ headers, bytes, text }: Sendable): void => {
    response.writeHead(200, headers as string[])
    if (request.method === 'HEAD') response.end()
    else if (text === undefined) endWith(response, bytes)
    else {
      response.end(text, 'latin1')
      wait(response, response, bytes.length)
    }
  }
  const ready = answer.send(encoding)
  return ready instanceof Promise ? ready.then(send) : send(ready)
}

/** Ends a response with its body, and minds those who do not take it. */
export function endWith(response: Response, bytes: Buffer): void {
  response.end(bytes)
  wait(response, bytes, bytes.length)
}

function wait(response: Response, body: object, size: number): void {
  const { socket } = response
  // Behind other answers on its connection it waits for these to be taken.
  if (socket && socket.writableLength === 0) return
  socket?.setTimeout(slowestReader)
  unread.note(response, body, size)
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
  if (error.status === 503) response.setHeader('Retry-After', '1')
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

function queryText(url: string): string {
  const at = url.indexOf('?')
  const text = at < 0 ? '' : url.slice(at + 1)
  if (text.length > 4_096) throw new DomainError('malformed-request', 'The address is too long.')
  return text
}

/** The query of an address, with what is broken in it repaired as browsers do. */
export const queryIn = (url: string): URLSearchParams => new URLSearchParams(queryText(url))

/** The query of an address. `URLSearchParams` would silently repair what is broken. */
export function decodeQuery(url: string): URLSearchParams {
  const text = queryText(url)
  try {
    decodeURIComponent(text.replace(/\+/g, ' '))
  } catch {
    throw new DomainError('malformed-request', 'The query holds a broken percent-encoding.')
  }
  return new URLSearchParams(text)
}
