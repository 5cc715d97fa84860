import { graphqlExamples } from '../feed/graphql/examples.js'
import { largestCost } from '../feed/graphql/cost.js'
import { largestQuery } from '../feed/graphql/limits.js'
import { answersOf, ref, type Json } from './openapi-parts.js'

const { length, tokens, depth, aliases, questions } = largestQuery
const limits =
  `At most ${length} characters, ${tokens} tokens, ${depth} fields deep, ${aliases} aliases, ${questions} fields at the top, ` +
  `and ${largestCost} values that it could answer.`

/** The address of GraphQL: its own schema says the rest. */
export function graphqlPaths(server: string): Record<string, Json> {
  const parameter = (name: string, schema: Json, required = false): Json => ({
    name,
    in: 'query',
    required,
    schema,
  })
  const examples = Object.entries(graphqlExamples).map(
    ([words, query]) =>
      `- [${words.replaceAll('`', '')}](${server}/graphql?${new URLSearchParams({ query }).toString()})`,
  )
  const answers = answersOf('application/json', ref('GraphQLAnswer'))
  const refused = {
    description:
      'With `application/graphql-response+json`: the query was refused. Else a problem of the request itself.',
    content: {
      'application/graphql-response+json': { schema: ref('GraphQLAnswer') },
      'application/problem+json': { schema: ref('Problem') },
    },
  }
  return {
    '/graphql': {
      get: {
        operationId: 'queryByGet',
        summary: 'One query of GraphQL; the answer can be cached as any other.',
        description: `${limits}\n\nExamples:\n\n${examples.join('\n')}`,
        parameters: [
          { ...parameter('query', { type: 'string' }, true), example: '{ municipalities { id name } }' },
          parameter('variables', { type: 'string', contentMediaType: 'application/json' }),
          parameter('operationName', { type: 'string' }),
          parameter('extensions', { type: 'string', contentMediaType: 'application/json' }),
        ],
        responses: answers,
      },
      post: {
        operationId: 'queryByPost',
        summary: 'The same, posted; nobody may keep the answer. One query in each request.',
        description: limits,
        requestBody: { required: true, content: { 'application/json': { schema: ref('GraphQLQuery') } } },
        responses: {
          ...answers,
          200: {
            description: 'The answer, or the errors of the query.',
            content: {
              'application/json': { schema: ref('GraphQLAnswer') },
              'application/graphql-response+json': { schema: ref('GraphQLAnswer') },
            },
          },
          400: refused,
        },
      },
    },
  }
}
