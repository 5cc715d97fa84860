import { shapeSchemas } from '../feed/shapes/index.js'

export type Json = Record<string, unknown>
const text: Json = { type: 'string' }
const fault: Json = {
  type: 'object',
  required: ['field', 'code', 'message'],
  properties: { field: text, code: text, message: text },
}

/** Answers that are described by standards of others: here only what can be relied on at once. */
const foreign: Record<string, Json> = {
  JsonFeed: {
    type: 'object',
    description: 'JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/',
    required: ['version', 'title', 'home_page_url', 'feed_url', 'items'],
    properties: {
      version: { const: 'https://jsonfeed.org/version/1.1' },
      title: text,
      home_page_url: { type: 'string', format: 'uri' },
      feed_url: { type: 'string', format: 'uri' },
      language: text,
      items: { type: 'array', items: { type: 'object', required: ['id', 'url', 'title', 'content_html'] } },
    },
  },
  EventJsonLd: {
    type: 'object',
    description: 'An Event or EventSeries of https://schema.org.',
    required: [
      '@context',
      '@type',
      '@id',
      'name',
      'startDate',
      'eventStatus',
      'eventAttendanceMode',
      'location',
    ],
    properties: {
      '@context': { const: 'https://schema.org' },
      '@type': { enum: ['Event', 'EventSeries'] },
      '@id': { type: 'string', format: 'uri' },
      name: text,
      startDate: text,
    },
  },
  GraphQLAnswer: {
    type: 'object',
    description:
      'https://spec.graphql.org/October2021/#sec-Response; `extensions` hold what REST says in a problem.',
    anyOf: [{ required: ['data'] }, { required: ['errors'] }],
    properties: {
      data: { type: ['object', 'null'] },
      errors: {
        type: 'array',
        items: {
          type: 'object',
          required: ['message', 'extensions'],
          properties: {
            message: text,
            path: { type: 'array' },
            locations: { type: 'array' },
            extensions: {
              type: 'object',
              required: ['code', 'status'],
              properties: {
                code: text,
                status: { type: 'integer' },
                errors: { type: 'array', items: fault },
              },
            },
          },
        },
      },
    },
  },
  GraphQLQuery: {
    type: 'object',
    required: ['query'],
    properties: {
      query: text,
      variables: { type: ['object', 'null'] },
      operationName: { type: ['string', 'null'] },
      extensions: { type: ['object', 'null'] },
    },
  },
}

const problem: Json = {
  type: 'object',
  description: 'RFC 9457. `code` is stable; `errors` names the parameters that are wrong.',
  required: ['type', 'title', 'status', 'code', 'detail', 'errors'],
  properties: {
    type: text,
    title: text,
    status: { type: 'integer' },
    code: text,
    detail: text,
    errors: { type: 'array', items: fault },
    state: { ...text, description: 'With 410: withdrawn, removed, expired, suspended or closed.' },
    reason: { ...text, description: 'With 410, where one was given: a code.' },
    explanation: { ...text, description: 'With 410, where one was given: words for citizens.' },
    next: { ...text, description: 'With 410 `resync-required`: where to read everything again.' },
  },
}

export const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })
const header = (name: string): Json => ({ $ref: `#/components/headers/${name}` })
const answer = (name: string): Json => ({ $ref: `#/components/responses/${name}` })
const bare = (type: string): string => type.split(';')[0]!

const problemAnswer = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
})

/** Everything that the description refers to by name. */
export const components: Json = {
  schemas: { ...shapeSchemas(), ...foreign, Problem: problem },
  headers: {
    ETag: { description: 'Strong, one for each encoding. Send it back as `If-None-Match`.', schema: text },
    'Cache-Control': {
      description: 'Together with `stale-while-revalidate` at most 60 seconds.',
      schema: text,
    },
  },
  responses: {
    Unchanged: { description: 'Unchanged since the ETag that was sent.' },
    Wrong: problemAnswer('A parameter is unknown or malformed; `errors` names it.'),
    NotThere: problemAnswer('There is nothing at this address.'),
    Gone: problemAnswer(
      'It was public and is no longer, or the reader has to start anew (`resync-required`).',
    ),
    Refused: problemAnswer('Any other refusal, such as 405 for another method.'),
  },
}

/** The answers of a door: its own, and how it says no. */
export function answersOf(type: string, schema: Json): Json {
  return {
    200: {
      description: 'The answer.',
      headers: { ETag: header('ETag'), 'Cache-Control': header('Cache-Control') },
      content: { [bare(type)]: { schema } },
    },
    304: answer('Unchanged'),
    400: answer('Wrong'),
    404: answer('NotThere'),
    410: answer('Gone'),
    default: answer('Refused'),
  }
}
