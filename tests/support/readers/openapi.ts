import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { openApi } from '../../../src/http/openapi.js'
import type { FeedAnswer } from './feed-answer.js'

type Json = Record<string, unknown>
interface Answer {
  content?: Record<string, { schema: Json }>
}
interface Operation {
  responses: Record<string, Answer | { $ref: string }>
}

const placeholders = { m: 'm', event: 'e', post: 'p', organisation: 'o', place: 'l', picture: 'i' }
const description = openApi('https://torg.example', placeholders) as {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Json>; responses: Record<string, Answer> }
}

/**
 * Readers are told to ignore what they do not know, so the description is open; here it is closed, so that a field which
 * it does not name is found. Problems carry facts of their own.
 */
function closed(schema: unknown, name = ''): unknown {
  if (Array.isArray(schema)) return schema.map((one) => closed(one))
  if (typeof schema !== 'object' || schema === null) return schema
  const made = Object.fromEntries(Object.entries(schema).map(([key, one]) => [key, closed(one)]))
  const open = ['Problem', 'JsonFeed', 'EventJsonLd', 'GraphQLAnswer'].includes(name)
  return made.properties && !open && !('additionalProperties' in made)
    ? { ...made, additionalProperties: false }
    : made
}

const ajv = new Ajv2020({ strict: false })
addFormats.default(ajv)
ajv.addFormat('binary', true)
const open = ['Problem', 'JsonFeed', 'EventJsonLd', 'GraphQLAnswer', 'GraphQLQuery']
ajv.addSchema(
  {
    $id: 'feed',
    components: {
      schemas: Object.fromEntries(
        Object.entries(description.components.schemas).map(([name, one]) => [
          name,
          open.includes(name) ? one : closed(one, name),
        ]),
      ),
    },
  },
  'feed',
)
const compiled = new Map<string, ValidateFunction>()
function validatorOf(schema: Json): ValidateFunction {
  const key = JSON.stringify(schema)
  let made = compiled.get(key)
  if (!made) {
    const absolute = JSON.parse(key.replaceAll('"#/components', '"feed#/components')) as Json
    compiled.set(key, (made = ajv.compile(absolute)))
  }
  return made
}

const operations = Object.entries(description.paths).map(([path, item]) => ({
  pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}/?$`),
  // The most particular first: `/{m}/events/{id}.ics` before `/{m}/events/{id}`, `/docs` before `/{m}`.
  rank: path.replace(/\{\w+\}/g, '').length - 10 * (path.match(/\{/g)?.length ?? 0),
  item,
}))
operations.sort((a, b) => b.rank - a.rank)

/** What the description does not say of an answer: its status, its type, its fields. */
export function openApiFaults({ method, path, status, headers, text }: FeedAnswer): string[] {
  const told = (sentence: string): string[] => [
    `OpenAPI: ${method} ${path.slice(0, 200)} ${status}: ${sentence}`,
  ]
  if (status === 204 || status === 503) return []
  const bare = path.split('?')[0]!.replace(/^\/feed\/v1/, '') || '/'
  const found = operations.find(({ pattern }) => pattern.test(bare))?.item
  const operation = found?.[method === 'HEAD' ? 'get' : method.toLowerCase()]
  const type = headers['content-type']?.split(';')[0] ?? ''
  // What is at no address, or asked by a method that no address has, is refused as everything is.
  const said = operation?.responses[status] ?? operation?.responses.default
  const response =
    said && '$ref' in said ? description.components.responses[said.$ref.split('/').at(-1)!] : said
  if (!response) {
    if (status < 400 || type !== 'application/problem+json') return told(`is not described (${type})`)
    return schemaFaults({ $ref: '#/components/schemas/Problem' }, text, method, told)
  }
  if (!response.content) return text === '' ? [] : told('has no body')
  if (status === 304 || (method === 'HEAD' && text === '')) return []
  const content = response.content[type]
  if (!content) return told(`is described as ${Object.keys(response.content).join()}, not ${type}`)
  return type.endsWith('json') ? schemaFaults(content.schema, text, method, told) : []
}

function schemaFaults(
  schema: Json,
  text: string,
  method: string,
  told: (sentence: string) => string[],
): string[] {
  if (method === 'HEAD') return []
  const fits = validatorOf(schema)
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return told('is no JSON')
  }
  if (fits(body)) return []
  return (fits.errors ?? []).flatMap((one) =>
    told(`${one.instancePath} ${one.message} ${JSON.stringify(one.params)}`),
  )
}
