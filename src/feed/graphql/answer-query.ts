import { GraphQLError, validate } from 'graphql'
import { createHandler, type RequestParams } from 'graphql-http'
import { DomainError, errorCodes } from '../../shared/errors.js'
import { requireAffordable } from './cost.js'
import { mostTimes, readDocument, tooLarge } from './limits.js'
import type { GraphQLSetting, Touched } from './resolvers.js'
import { feedSchema } from './schema.js'

export interface QueryAnswer {
  status: number
  type: string
  text: string
  /** The statuses that the errors would have in REST; empty where there is none. */
  faults: number[]
  /** What the answer rests on; null where it must not be kept, since it says something about who asked. */
  restsOn: Pick<Touched, 'municipalities' | 'all'> | null
}

/**
 * Answers one query by the GraphQL-over-HTTP specification. `accept` is what the client takes; `onFault` is told of what
 * is not the client's fault, without the query. Nothing of a query is kept.
 */
export async function answerQuery(
  params: RequestParams,
  setting: Omit<GraphQLSetting, 'touched' | 'left'>,
  { accept, onFault }: { accept: string; onFault: (fault: unknown) => void },
): Promise<QueryAnswer> {
  const faults: number[] = []
  const touched: Touched = { municipalities: new Map(), all: null, personal: false }
  const formatError = (error: Readonly<GraphQLError | Error>): GraphQLError | Error => {
    const known = knownError(error)
    if (!known) onFault(error instanceof GraphQLError ? error.originalError : error)
    const told = known ?? internal
    faults.push(told.status)
    return inWords(error, told)
  }
  let hasData = false
  const handle = createHandler<undefined, undefined, never>({
    schema: feedSchema,
    context: { ...setting, touched, left: { times: mostTimes } } as never,
    parse(source) {
      const { document, aliased } = asGraphQL(() => readDocument(String(source)))
      touched.personal ||= aliased
      return document
    },
    validate(schema, document, rules) {
      const errors = validate(schema, document, rules).map(sayWhatIsTooMuch)
      return errors.length > 0 ? errors : tooCostly(() => requireAffordable(schema, document, params))
    },
    onOperation(_request, _args, result) {
      hasData = 'data' in result
    },
    parseRequestParams: () => params,
    formatError,
  })
  const [text, { status, headers }] = await handle({
    method: 'POST',
    url: '',
    headers: { accept },
    body: null,
    raw: undefined,
    context: undefined,
  })
  const type = headers?.['content-type'] ?? ''
  // Variables that do not fit are refused after the library has settled on 200.
  const refused = !hasData && type.startsWith('application/graphql-response+json')
  const restsOn = faults.length > 0 || touched.personal ? null : touched
  return { status: refused ? 400 : status, type, text: text ?? '', faults, restsOn }
}

/** graphql-http takes only errors of GraphQL for answers; any other would be told as a broken request. */
function asGraphQL<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof DomainError) throw new GraphQLError(error.message, { originalError: error })
    throw error
  }
}

/** graphql-js stops comparing fields of the same name when there are very many of them, and says only that it stopped. */
function sayWhatIsTooMuch(error: GraphQLError): GraphQLError {
  if (error.message !== 'Validation aborted.') return error
  const cause = tooLarge('A query cannot ask for the same field so often.')
  return new GraphQLError(cause.message, { originalError: cause })
}

function tooCostly(check: () => void): GraphQLError[] {
  try {
    asGraphQL(check)
    return []
  } catch (error) {
    if (error instanceof GraphQLError) return [error]
    throw error
  }
}

const internal = new DomainError('internal', 'Something went wrong here. Try again in a moment.')

/** What the client did wrong, or null where it is our fault: an error of an answer that no rule of ours has thrown. */
function knownError(error: Readonly<GraphQLError | Error>): DomainError | null {
  const cause = error instanceof GraphQLError ? error.originalError : undefined
  if (cause instanceof DomainError) return cause
  const whileAnswering = error instanceof GraphQLError && error.path !== undefined
  return whileAnswering ? null : new DomainError('malformed-query', error.message)
}

/** An error as the client gets it: where in the query, and beside it what REST answers as a problem. */
function inWords(
  error: Readonly<GraphQLError | Error>,
  { code, message, faults, facts }: DomainError,
): GraphQLError {
  const at =
    error instanceof GraphQLError
      ? { nodes: error.nodes, source: error.source, positions: error.positions, path: error.path }
      : {}
  const extensions = {
    ...facts,
    code,
    status: errorCodes[code],
    ...(faults.length > 0 && { errors: faults }),
  }
  return new GraphQLError(message, { ...at, extensions })
}
