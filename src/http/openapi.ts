import { meaningOf, parameters, publicName, type ParameterName } from '../feed/parameters.js'
import { html } from './page-frame.js'
import { json, type FeedRoute } from './feed-route.js'
import { municipalityRoutes } from './feed-routes.js'
import { graphqlPaths } from './openapi-graphql.js'
import { answersOf, components, ref, type Json } from './openapi-parts.js'
import type { Samples } from './samples.js'

/**
 * OpenAPI 3.1 of the feed, made from the table of routes, so that it cannot say anything else. Its examples are
 * addresses that can be opened; the tests open each of them.
 */
export function openApi(baseUrl: string, samples: Samples): Json {
  const server = `${baseUrl}/feed/v1`
  const paths: Record<string, Json> = {
    '/': { get: operation('municipalities', 'The municipalities served.', [], json, ref('Municipalities')) },
  }
  for (const route of municipalityRoutes)
    paths[route.path] = { get: municipalityOperation(route, server, samples) }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Torg public feed',
      version: '1',
      summary: 'Events and posts of municipalities: no key, no account, no cookies; any origin may read.',
      description: 'Read without credentials. Version 1 only grows; ignore fields that you do not know.',
      termsOfService: `${server}/docs#terms`,
    },
    servers: [{ url: server }],
    externalDocs: { url: `${server}/docs` },
    paths: {
      ...paths,
      ...graphqlPaths(server),
      '/openapi.json': { get: operation('description', 'This description.', [], json, { type: 'object' }) },
      '/docs': {
        get: operation('documentation', 'The documentation for people.', [], html, { type: 'string' }),
      },
      '/media/{id}/{width}.webp': { servers: [{ url: baseUrl }], get: pictureOperation(samples) },
    },
    components: { ...components, parameters: queryParameters(samples) },
  }
}

const inPath = (
  name: string,
  description: string,
  example: string,
  schema: Json = { type: 'string' },
): Json => ({
  name,
  in: 'path',
  required: true,
  description,
  example,
  schema,
})

function municipalityOperation(route: FeedRoute, server: string, samples: Samples): Json {
  const path: Json[] = []
  if (route.path.includes('{m}')) path.push(inPath('m', 'The slug of the municipality.', samples.m))
  const id = route.path.includes('/posts/') ? samples.post : samples.event
  if (route.path.includes('{id}')) path.push(inPath('id', 'The id of the event or post.', id))
  const inQuery = route.parameters.map((name): Json => ({ $ref: `#/components/parameters/${name}` }))
  const all = [...path, ...inQuery]
  const made = operation(route.name, route.summary, all, route.type, schemaOf(route))
  return { ...made, description: examplesOf(route, server, samples) }
}

/** The address of a door with the samples in it. */
export function addressOf(path: string, samples: Samples): string {
  const id = path.includes('/posts/') ? samples.post : samples.event
  return path.replace('{m}', encodeURIComponent(samples.m)).replace('{id}', encodeURIComponent(id))
}

function examplesOf(route: FeedRoute, server: string, samples: Samples): string {
  const address = server + addressOf(route.path, samples)
  const lines = [['As it is', ''], ...Object.entries(route.examples ?? {})].map(
    ([words, query]) => `- [${words}](${address}${query ? `?${query}` : ''})`,
  )
  return `${route.summary}\n\nExamples:\n\n${lines.join('\n')}`
}

/** Every parameter that an address may take, by name; most of them stand at several. */
function queryParameters(samples: Samples): Json {
  const { organisation, place, event: umbrella } = samples
  const shown: Record<string, string> = { organisation, place, umbrella }
  return Object.fromEntries(
    (Object.keys(parameters) as ParameterName[]).map((name) => {
      const { schema, example = shown[name] } = parameters[name] as { schema: Json; example?: string }
      const list = schema.type === 'array' ? { style: 'form', explode: false } : {}
      const told = example === undefined ? {} : { example: typed(example, schema) }
      const description = meaningOf(name)
      return [name, { name: publicName(name), in: 'query', description, ...list, schema, ...told }]
    }),
  )
}

function typed(example: string, { type }: Json): unknown {
  if (type === 'array') return example.split(',')
  if (type === 'integer' || type === 'number') return Number(example)
  return type === 'boolean' ? example === 'true' : example
}

/** Feeds of other standards are described there. */
function schemaOf({ shape, type }: FeedRoute): Json {
  if (shape) return ref(shape)
  if (type.includes('feed+json')) return ref('JsonFeed')
  return type.includes('ld+json') ? ref('EventJsonLd') : { type: 'string' }
}

function pictureOperation({ picture }: Samples): Json {
  const width: Json = { type: 'integer', enum: [320, 800, 1600] }
  const all = [
    inPath('id', 'The id of the picture.', picture),
    inPath('width', 'Its width in pixels, of those that it has.', '320', width),
  ]
  const summary = 'A picture, for as long as something that is public uses it.'
  return operation('picture', summary, all, 'image/webp', { type: 'string', format: 'binary' })
}

function operation(operationId: string, summary: string, all: Json[], type: string, schema: Json): Json {
  return { operationId, summary, parameters: all, responses: answersOf(type, schema) }
}
