import { GraphQLError, GraphQLScalarType, Kind } from 'graphql'

function wholeNumber(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new GraphQLError('A change number is a whole number from 0.')
  return value
}

/** GraphQL's own `Int` ends at 2 147 483 647; change numbers go on. */
export const ChangeNumber = new GraphQLScalarType<number, number>({
  name: 'ChangeNumber',
  description: 'A change number: a whole number from 0 to 9007199254740991.',
  serialize: wholeNumber,
  parseValue: wholeNumber,
  parseLiteral: (node) => wholeNumber(node.kind === Kind.INT ? Number(node.value) : null),
})
