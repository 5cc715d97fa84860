import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLString,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLInputType,
} from 'graphql'
import { DomainError } from '../../shared/errors.js'
import { parameters, publicName, readQuery, type ParameterName, type Query } from '../parameters.js'
import { Attendance, enumOf, PostType } from './enums.js'
import { ChangeNumber } from './scalars.js'

const listOf = (type: GraphQLInputType) => new GraphQLList(new GraphQLNonNull(type))
const Weekday = enumOf('Weekday', ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'])
const Collapse = enumOf('Collapse', ['series'], 'Only the first occurrence of each event.')

/** What a parameter of REST is as an argument. Anything else about it (limits, defaults, meaning) is the same. */
const types: Record<ParameterName, GraphQLInputType> = {
  from: GraphQLString,
  to: GraphQLString,
  category: listOf(GraphQLString),
  'not-category': listOf(GraphQLString),
  organisation: listOf(GraphQLID),
  place: listOf(GraphQLID),
  area: listOf(GraphQLString),
  audience: listOf(GraphQLString),
  umbrella: listOf(GraphQLID),
  accessibility: listOf(GraphQLString),
  bbox: GraphQLString,
  near: GraphQLString,
  within: GraphQLFloat,
  weekday: listOf(Weekday),
  free: GraphQLBoolean,
  age: GraphQLInt,
  attendance: listOf(Attendance),
  q: GraphQLString,
  collapse: Collapse,
  type: listOf(PostType),
  lang: GraphQLString,
  limit: GraphQLInt,
  'changes-limit': GraphQLInt,
  cursor: GraphQLString,
  after: ChangeNumber,
  head: ChangeNumber,
}

/** `not-category` is `notCategory`: a name of GraphQL holds no hyphen. */
const argumentName = (name: string): string =>
  name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** The municipality and the parameters that a door of REST takes, as arguments. */
export function argumentsFor(names: readonly ParameterName[]): GraphQLFieldConfigArgumentMap {
  const own = names.map((name) => [
    argumentName(publicName(name)),
    { type: types[name], description: parameters[name].description },
  ])
  return {
    municipality: { type: new GraphQLNonNull(GraphQLID), description: 'The slug of the municipality.' },
    ...(Object.fromEntries(own) as GraphQLFieldConfigArgumentMap),
  }
}

/** Arguments read by the same rules as the parameters of an address; faults name the arguments. */
export function queryFrom(given: Record<string, unknown>, names: readonly ParameterName[]): Query {
  const search = new URLSearchParams()
  for (const name of names) {
    const value = given[argumentName(publicName(name))]
    if (value === undefined || value === null) continue
    search.set(publicName(name), Array.isArray(value) ? value.join(',') : String(value))
  }
  try {
    return readQuery(search, names)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const faults = error.faults.map((fault) => ({ ...fault, field: argumentName(fault.field) }))
    throw new DomainError(error.code, 'Correct the arguments that are named in `errors`.', { faults })
  }
}
