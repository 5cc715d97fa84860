import { parse, validate } from 'graphql'
import { expect, it } from 'vitest'
import { feedSchema } from '../../feed/graphql/schema.js'
import { graphqlQuery, refuseErrors } from './questions.js'

it('asks GraphQL what its schema knows, and measures no answer that tells of errors', () => {
  expect(validate(feedSchema, parse(graphqlQuery))).toEqual([])
  expect(() => refuseErrors('{"data":{"events":{"items":[]}}}')).not.toThrow()
  expect(() => refuseErrors('{"errors":[{"message":"Cannot query field"}]}')).toThrow(/Cannot query field/)
})
