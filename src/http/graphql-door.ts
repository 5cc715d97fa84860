import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestParams } from 'graphql-http'
import { answerQuery, type QueryAnswer } from '../feed/graphql/answer-query.js'
import { DomainError, type FieldFault } from '../shared/errors.js'
import { chooseEncoding } from './encodings.js'
import type { FeedAnswersOptions } from './feed-answers.js'
import { readJsonBody } from './json-body.js'
import { createKeptQueries } from './kept-queries.js'
import { readyAnswer, type ReadyAnswer } from './ready-answers.js'
import { endWith, moment, openToAll, sendAnswer, sendFault, takesOnly, type Taken } from './send-answer.js'
import { strictTransport } from './strict-transport.js'
import type { Turns } from './turns.js'

/** The door of GraphQL; `address` is below `/feed/v1`, as it was asked for. */
export interface GraphQLDoor {
  /** The answer to a query by GET that is ready and still true; undefined where one has to be made. */
  ready(address: string): ReadyAnswer | undefined
  answer(request: IncomingMessage, response: ServerResponse, address: string): Promise<void>
  stop(): void
}

const taken: Taken = {
  methods: ['GET', 'HEAD', 'POST'],
  headers: 'Content-Type, Accept, If-None-Match',
  otherwise: 'Ask with GET, HEAD or POST.',
}
/** Characters of an address with a query in it; what is longer is posted. */
const longestAddress = 8_192
/** Octets of what is posted: the longest query, and variables. */
const largestBody = 65_536
/** An answer to GET is the same for everyone, so that it can be kept: it does not depend on what the client takes. */
const oneType = 'application/json'

/** What is no longer true leaves the memory after so long; in milliseconds. */
const sweepEvery = 5_000

/**
 * `/feed/v1/graphql`. Answers GET, HEAD and POST from the same memory as REST. What is wrong with the request itself
 * (method, type, size, JSON) is a problem as everywhere in the feed; what is wrong with the query is in its `errors`.
 */
export function createGraphQLDoor(
  { index, baseUrl, clock, onFault = () => {} }: FeedAnswersOptions,
  turns: Turns,
): GraphQLDoor {
  const kept = createKeptQueries(index)
  const secure = strictTransport(baseUrl)
  const sweeping = setInterval(() => kept.sweep(clock.now()), sweepEvery)
  sweeping.unref()

  async function answer(request: IncomingMessage, response: ServerResponse, address: string): Promise<void> {
    openToAll(response)
    try {
      if (takesOnly(request, response, taken)) return
      const now = clock.now()
      const posted = request.method === 'POST'
      const ready = posted ? undefined : kept.find(address, now)
      if (ready) return await sendAnswer(request, response, ready)
      const params = posted ? paramsOf(await readJsonBody(request, largestBody)) : paramsIn(address)
      const accept = posted ? (request.headers.accept ?? oneType) : oneType
      // The library waits for nothing but itself, so all that passes until its answer is work.
      const found = await turns.takeWhole(
        () => answerQuery(params, { index, baseUrl, now: clock.now() }, { accept, onFault }),
        () => !response.destroyed,
      )
      if (found.status === 406) throw new DomainError('not-acceptable', notAcceptable)
      const made = readyAnswer(found.type, found.text, secure)
      if (posted || found.faults.length > 0) {
        response.setHeader('Cache-Control', posted ? 'no-store' : lifeOf(found))
        return await sendUnkept(request, response, made, found.status)
      }
      if (found.restsOn) kept.keep(address, made, found.restsOn, now)
      await sendAnswer(request, response, made)
    } catch (fault) {
      sendFault(request, response, fault, onFault)
    }
  }
  return {
    ready: (address) => kept.find(address, clock.now()),
    answer,
    stop: () => clearInterval(sweeping),
  }
}

const notAcceptable =
  'Accept application/graphql-response+json or application/json: nothing else is answered here.'

/** What is not there may come back soon; any other error is kept by nobody. */
const lifeOf = ({ faults }: QueryAnswer): string =>
  faults.every((status) => status === 404 || status === 410) ? moment : 'no-store'

/** An answer for whoever asked and nobody else: packed as the client likes it, without a way to ask whether it changed. */
async function sendUnkept(
  request: IncomingMessage,
  response: ServerResponse,
  answer: ReadyAnswer,
  status: number,
): Promise<void> {
  const encoding = chooseEncoding(request.headers['accept-encoding'])
  const { bytes } = await answer.send(encoding)
  response.statusCode = status
  response.setHeader('Content-Type', answer.type)
  response.setHeader('Content-Length', bytes.length)
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding)
  if (request.method === 'HEAD') response.end()
  else endWith(response, bytes)
}

const known = ['query', 'variables', 'operationName', 'extensions']

/** The parameters of an address. Unknown and repeated ones are refused by name, as in REST. */
function paramsIn(address: string): RequestParams {
  if (address.length > longestAddress)
    throw new DomainError(
      'malformed-request',
      `An address has at most ${longestAddress} characters: post the query.`,
    )
  const at = address.indexOf('?')
  const search = new URLSearchParams(at < 0 ? '' : address.slice(at + 1))
  const faults = [...new Set(search.keys())].flatMap((field): FieldFault[] => {
    const shown = /^[\w-]{1,40}$/.test(field) ? field : '?'
    if (!known.includes(field))
      return [{ field: shown, code: 'unknown-parameter', message: 'This address has no such parameter.' }]
    return search.getAll(field).length > 1 ? [{ field, code: 'bad-parameter', message: 'Give it once.' }] : []
  })
  if (faults.length > 0)
    throw new DomainError(
      faults.some(({ code }) => code === 'bad-parameter') ? 'bad-parameter' : 'unknown-parameter',
      'Correct the parameters of the address that are named in `errors`.',
      { faults },
    )
  const objectIn = (name: string): unknown => {
    const text = search.get(name)
    if (!text) return undefined
    try {
      return JSON.parse(text) as unknown
    } catch {
      throw badParameter(name, 'Give a JSON object.')
    }
  }
  return paramsOf({
    query: search.get('query') ?? undefined,
    operationName: search.get('operationName') || undefined,
    variables: objectIn('variables'),
    extensions: objectIn('extensions'),
  })
}

const badParameter = (field: string, message: string) =>
  new DomainError('bad-parameter', 'Correct what is named in `errors`.', {
    faults: [{ field, code: 'bad-parameter', message }],
  })

/** The parts of a request, each of the kind that it must be. Several requests at once are not taken. */
function paramsOf(body: unknown): RequestParams {
  if (Array.isArray(body))
    throw new DomainError('malformed-request', 'Ask one query in each request: a list of them is not taken.')
  if (typeof body !== 'object' || body === null)
    throw new DomainError('malformed-request', 'Send an object with `query`.')
  const { query, operationName, variables, extensions } = body as Record<string, unknown>
  if (typeof query !== 'string' || query.trim() === '')
    throw badParameter('query', 'Give a query as a text. See /feed/v1/docs#graphql.')
  if (operationName != null && typeof operationName !== 'string')
    throw badParameter('operationName', 'Give a text.')
  const objects = Object.entries({ variables, extensions }).find(
    ([, value]) => value != null && (typeof value !== 'object' || Array.isArray(value)),
  )
  if (objects) throw badParameter(objects[0], 'Give an object.')
  return { query, operationName, variables: (variables ?? undefined) as RequestParams['variables'] }
}
