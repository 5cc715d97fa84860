import type { Request, Response } from 'express'
import type { RequestParams } from 'graphql-http'
import type { FeedIndex } from '../feed/feed-index.js'
import { answerQuery, type QueryAnswer } from '../feed/graphql/answer-query.js'
import type { Clock } from '../shared/clock.js'
import { DomainError, type FieldFault } from '../shared/errors.js'
import { sendProblem } from './problem.js'
import { readJsonBody } from './json-body.js'
import { createKeptQueries } from './kept-queries.js'
import { chooseEncoding, readyAnswer } from './ready-answers.js'
import { moment, openToAll, sendAnswer, sendFault } from './send-answer.js'

export interface GraphQLDoorOptions {
  index: FeedIndex
  baseUrl: string
  clock: Clock
  onFault?: (fault: unknown) => void
}

const methods = 'GET, HEAD, POST, OPTIONS'
/** Characters of an address with a query in it; what is longer is posted. */
const longestAddress = 8_192
/** Octets of what is posted: the longest query, and variables. */
const largestBody = 65_536
/** An answer to GET is the same for everyone, so that it can be kept: it does not depend on what the client takes. */
const oneType = 'application/json'

/**
 * `/feed/v1/graphql`. Answers GET, HEAD and POST from the same memory as REST. What is wrong with the request itself
 * (method, type, size, JSON) is a problem as everywhere in the feed; what is wrong with the query is in its `errors`.
 */
export function graphqlDoor({ index, baseUrl, clock, onFault = () => {} }: GraphQLDoorOptions) {
  const kept = createKeptQueries(index)
  return async (request: Request, response: Response): Promise<void> => {
    openToAll(response)
    try {
      if (refusesMethod(request, response)) return
      const now = clock.now()
      const posted = request.method === 'POST'
      const ready = posted ? undefined : kept.find(request.originalUrl, now)
      if (ready) return await sendAnswer(request, response, ready)
      const params = posted
        ? paramsOf(await readJsonBody(request, largestBody))
        : paramsIn(request.originalUrl)
      const accept = posted ? (request.headers.accept ?? oneType) : oneType
      const answer = await answerQuery(params, { index, baseUrl, now }, { accept, onFault })
      if (answer.status === 406) throw new DomainError('not-acceptable', notAcceptable)
      if (!posted && answer.faults.length === 0) {
        const made = readyAnswer(answer.type, answer.text)
        if (answer.restsOn) kept.keep(request.originalUrl, made, answer.text.length, answer.restsOn, now)
        return await sendAnswer(request, response, made)
      }
      response.setHeader('Cache-Control', posted ? 'no-store' : lifeOf(answer))
      await sendUnkept(request, response, answer)
    } catch (fault) {
      sendFault(request, response, fault, onFault)
    }
  }
}

const notAcceptable =
  'Accept application/graphql-response+json or application/json: nothing else is answered here.'

function refusesMethod(request: Request, response: Response): boolean {
  if (['GET', 'HEAD', 'POST'].includes(request.method)) return false
  response.setHeader('Allow', methods)
  if (request.method === 'OPTIONS') {
    response.setHeader('Access-Control-Allow-Methods', methods)
    response.setHeader('Access-Control-Allow-Headers', 'Content-Type, Accept, If-None-Match')
    response.setHeader('Access-Control-Max-Age', '86400')
    response.statusCode = 204
    response.end()
  } else {
    sendProblem(response, new DomainError('method-not-allowed', 'Ask with GET, HEAD or POST.'))
  }
  return true
}

/** What is not there may come back soon; any other error is kept by nobody. */
const lifeOf = ({ faults }: QueryAnswer): string =>
  faults.every((status) => status === 404 || status === 410) ? moment : 'no-store'

async function sendUnkept(request: Request, response: Response, answer: QueryAnswer): Promise<void> {
  const encoding = chooseEncoding(request.headers['accept-encoding'])
  const bytes = await readyAnswer(answer.type, answer.text).bytes(encoding)
  response.statusCode = answer.status
  response.setHeader('Content-Type', answer.type)
  response.setHeader('Content-Length', bytes.length)
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding)
  response.end(request.method === 'HEAD' ? undefined : bytes)
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
