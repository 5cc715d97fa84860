import { buildSchema, findBreakingChanges, type GraphQLSchema } from 'graphql'

/**
 * What a new schema of the feed takes away from those who ask by the old one (in SDL), in sentences; empty where it only
 * grows.
 */
export const graphqlBreaks = (before: string, after: GraphQLSchema): string[] =>
  findBreakingChanges(buildSchema(before), after).map(({ description }) => description)
