import { meaningOf, parameters, publicName } from '../feed/parameters.js'
import { shapeSchemas } from '../feed/shapes/index.js'
import { json, type FeedRoute } from './feed-route.js'
import { municipalityRoutes } from './feed-routes.js'
import { problemType } from './problem.js'

type Json = Record<string, unknown>
const bare = (type: string): string => type.split(';')[0]!
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })

/** OpenAPI 3.1 of the feed, made from the table of routes, so that it cannot say anything else. */
export function openApi(baseUrl: string): Json {
  const paths: Record<string, Json> = {
    '/': { get: operation('The municipalities served.', [], json, ref('Municipalities')) },
  }
  for (const route of municipalityRoutes) paths[route.path] = { get: municipalityOperation(route) }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Torg public feed',
      version: '1',
      description: 'Read without credentials. Version 1 only grows; ignore fields that you do not know.',
      termsOfService: `${baseUrl}/feed/v1/docs#terms`,
    },
    servers: [{ url: `${baseUrl}/feed/v1` }],
    paths,
    components: { schemas },
  }
}

function municipalityOperation(route: FeedRoute): Json {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    description: name === 'm' ? 'The slug of the municipality.' : 'The id of the event or post.',
    schema: { type: 'string' },
  }))
  const inQuery = route.parameters.map((name) => ({
    name: publicName(name),
    in: 'query',
    description: meaningOf(name),
    ...(Array.isArray((parameters[name].schema as Json).enum) ||
    (parameters[name].schema as Json).type !== 'array'
      ? {}
      : { style: 'form', explode: false }),
    schema: parameters[name].schema,
  }))
  return operation(route.summary, [...inPath, ...inQuery], route.type, schemaOf(route))
}

/** Feeds of other standards are described there. */
function schemaOf({ shape, type }: FeedRoute): Json {
  if (shape) return ref(shape)
  return type.includes('json') ? { type: 'object' } : { type: 'string' }
}

function operation(summary: string, all: Json[], type: string, schema: Json): Json {
  const problem = (description: string): Json => ({
    description,
    content: { [bare(problemType)]: { schema: ref('Problem') } },
  })
  return {
    summary,
    parameters: all,
    responses: {
      200: { description: 'The answer.', content: { [bare(type)]: { schema } } },
      304: { description: 'Unchanged since the ETag that was sent.' },
      400: problem('A parameter is unknown or malformed; `errors` names it.'),
      404: problem('There is nothing at this address.'),
      410: problem('It was public and is no longer, or the reader has to start anew (`resync-required`).'),
    },
  }
}

const text: Json = { type: 'string' }
const schemas: Record<string, Json> = {
  ...shapeSchemas(),
  Problem: {
    type: 'object',
    required: ['type', 'title', 'status', 'code', 'detail', 'errors'],
    properties: {
      type: text,
      title: text,
      status: { type: 'integer' },
      code: text,
      detail: text,
      errors: {
        type: 'array',
        items: {
          type: 'object',
          required: ['field', 'code', 'message'],
          properties: { field: text, code: text, message: text },
        },
      },
    },
    additionalProperties: true,
  },
}
