import type { NextFunction, Request as ExpressRequest, Response as ExpressResponse } from 'express'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { DomainError } from '../shared/errors.js'
import { sendProblem } from './problem.js'

const megabyte = 1024 * 1024
/** A picture of 15 MB with its form around it; JSON is never nearly as long. */
const longest = { multipart: 16 * megabyte, json: megabyte } as const
const withBody = ['POST', 'PUT', 'PATCH', 'DELETE']

export interface ApiBridgeOptions {
  publicUrl: string
  handle: (request: Request) => Promise<Response>
  /** The day's words for the networks of the sender, by which logins are slowed down; addresses stay outside. */
  networksOf: (request: ExpressRequest) => string[]
}

/**
 * Passes requests under `/api` to Payload's own handler as web requests. Bodies are read here, within bounds and only
 * as what they claim to be: Payload takes a JSON text that it cannot read for an empty object.
 */
export function apiBridge({ publicUrl, handle, networksOf }: ApiBridgeOptions) {
  return async (request: ExpressRequest, response: ExpressResponse, _next: NextFunction): Promise<void> => {
    try {
      const body = await readBody(request)
      const url = new URL(request.originalUrl, publicUrl)
      decodeURIComponent(url.pathname)
      // A file is named by its path alone: by a `prefix` the framework would ask for a column that there is not.
      if (/^\/api\/[^/]+\/file\//.test(url.pathname)) url.search = ''
      const answer = await handle(
        new Request(url, {
          method: request.method,
          headers: headersOf(request, networksOf(request)),
          ...(body ? { body: new Uint8Array(body) } : {}),
        }),
      )
      if (await isNowhere(answer)) throw new DomainError('not-found', 'There is nothing at this address.')
      await send(answer, response, request.method === 'HEAD')
    } catch (error) {
      if (response.headersSent) return void response.destroy()
      sendProblem(response, asProblem(error))
    }
  }
}

/** Whether Payload found no door at all: it says so in words of its own, which repeat the address. */
async function isNowhere(answer: Response): Promise<boolean> {
  if (answer.status !== 404 && answer.status !== 501) return false
  if (!/\bjson\b/.test(answer.headers.get('content-type') ?? '')) return false
  const body = (await answer
    .clone()
    .json()
    .catch(() => null)) as { code?: unknown } | null
  return body?.code === undefined
}

function asProblem(error: unknown): DomainError {
  if (error instanceof DomainError) return error
  if (error instanceof URIError || (error as { code?: string }).code === 'ERR_INVALID_URL') {
    return new DomainError('malformed-request', 'The address cannot be read.')
  }
  return new DomainError('internal', 'Something went wrong. Try again in a moment.')
}

function headersOf(request: ExpressRequest, networks: string[]): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    // The length is that of the body that was read; hop-by-hop headers end here.
    if (value === undefined || ['connection', 'content-length', 'transfer-encoding', 'expect'].includes(name))
      continue
    // Ours alone to set.
    if (name.startsWith('x-torg-')) continue
    for (const each of Array.isArray(value) ? value : [value]) headers.append(name, each)
  }
  if (request.headers['content-length']) headers.set('content-length', request.headers['content-length'])
  headers.set('x-torg-networks', networks.join(' '))
  return headers
}

async function readBody(request: ExpressRequest): Promise<Buffer | null> {
  if (!withBody.includes(request.method)) return null
  const type = request.headers['content-type'] ?? ''
  const isMultipart = /^multipart\/form-data\b/i.test(type)
  const limit = isMultipart ? longest.multipart : longest.json
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    // Read on without keeping it: closing the connection would hide the answer from the sender.
    if (size <= limit) parts.push(part)
    if (size > limit * 4) break
  }
  if (size > limit) {
    throw new DomainError('too-large', `At most ${limit / megabyte} MB can be sent at once.`)
  }
  if (size === 0) return null
  const body = Buffer.concat(parts)
  if (isMultipart) {
    const boundary = boundaryOf(body, type)
    checkNames(body, boundary)
    checkParts(body, boundary)
    return body
  }
  // The admin asks for long lists by a form that stands for a query; nothing else reads one.
  const asksOnly = String(request.headers['x-payload-http-method-override'] ?? '').toUpperCase() === 'GET'
  if (asksOnly && /^application\/x-www-form-urlencoded\b/i.test(type)) return body
  if (!/^application\/json\b/i.test(type)) {
    throw new DomainError(
      'unsupported-media-type',
      'Send the body as application/json, or pictures as multipart/form-data.',
    )
  }
  checkJson(body)
  return body
}

/** What ends each part of a form. One that does not end breaks the reader of forms instead of being refused by it. */
function boundaryOf(form: Buffer, type: string): string {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(type) ?? []
  const boundary = quoted ?? plain
  if (!boundary || !form.includes(`--${boundary}--`)) {
    throw new DomainError('malformed-request', 'The form is not complete.')
  }
  return boundary
}

function checkJson(body: Buffer): void {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new DomainError('malformed-request', 'Send a JSON object.')
    }
    checkDepth(value)
  } catch (error) {
    if (error instanceof DomainError) throw error
    throw new DomainError('malformed-json', 'The body is not valid JSON in UTF-8.')
  }
}

/** What is nested without end makes everything that walks it by recursion fall over. Rich text needs a third of this. */
const deepest = 200

function checkDepth(value: object): void {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) throw new DomainError('malformed-request', 'The body is nested too deeply.')
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []))
  }
}

async function send(answer: Response, response: ExpressResponse, headOnly: boolean): Promise<void> {
  response.status(answer.status)
  answer.headers.forEach((value, name) => {
    if (name !== 'set-cookie') response.setHeader(name, value)
  })
  const cookies = answer.headers.getSetCookie()
  if (cookies.length > 0) response.setHeader('Set-Cookie', cookies)
  if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-store')
  response.setHeader('X-Content-Type-Options', 'nosniff')
  if (!answer.body || headOnly) return void response.end()
  await pipeline(Readable.fromWeb(answer.body as never), response)
}

/**
 * What a form may hold: `_payload`, in which everything that is said stands as JSON, and one file. Fields of their own
 * would be taken for nothing by the reader behind us, and with them what they limit or name.
 */
function checkNames(form: Buffer, boundary: string): void {
  const begin = Buffer.from(`--${boundary}\r\n`)
  const names: string[] = []
  for (let at = form.indexOf(begin); at >= 0; at = form.indexOf(begin, at + begin.length)) {
    const end = form.indexOf('\r\n\r\n', at)
    const head = form.toString('latin1', at, end < 0 ? form.length : Math.min(end, at + 8192))
    const [, quoted, plain] = /;\s*name\s*=\s*(?:"([^"]*)"|([^\s;]+))/i.exec(head) ?? []
    names.push(quoted ?? plain ?? '')
  }
  if (!names.includes('_payload') || names.some((name) => name !== '_payload' && name !== 'file'))
    throw new DomainError(
      'malformed-request',
      'A form holds what is said as JSON in `_payload`, a picture in `file`, and nothing else.',
    )
}

/**
 * Each part of a form: no control character in its name, which the reader behind us takes for a fault of ours; and the
 * fields of Payload's own forms, which are JSON in one part, bounded like a body of its own.
 */
function checkParts(form: Buffer, boundary: string): void {
  const header = Buffer.from('content-disposition')
  let words = 0
  const folded = Buffer.from(form.toString('latin1').toLowerCase(), 'latin1')
  for (let at = folded.indexOf(header); at >= 0; at = folded.indexOf(header, at + 1)) {
    const end = form.indexOf('\r\n', at)
    const line = form.subarray(at, end < 0 ? form.length : end)
    if (line.length >= 4096) continue
    if (line.some((byte) => byte < 32 && byte !== 9)) {
      throw new DomainError(
        'malformed-request',
        'The name of the file cannot be read. Rename it and try again.',
      )
    }
    if (!/name\*?\s*=.*_payload/i.test(line.toString('latin1'))) continue
    words += 1
    // The reader behind us keeps neither of two.
    if (words > 1) throw new DomainError('malformed-request', 'The form holds `_payload` more than once.')
    checkWords(form, at, boundary)
  }
}

function checkWords(form: Buffer, header: number, boundary: string): void {
  const start = form.indexOf('\r\n\r\n', header)
  const end = form.indexOf(`\r\n--${boundary}`, header)
  if (start < 0 || end < start) return
  const words = form.subarray(start + 4, end)
  if (words.length > longest.json)
    throw new DomainError('too-large', `At most ${longest.json / megabyte} MB can be sent at once.`)
  checkJson(words)
}
