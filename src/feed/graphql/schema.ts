import {
  GraphQLID,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  type GraphQLOutputType,
} from 'graphql'
import { argumentsFor } from './arguments.js'
import { enumTypes } from './enums.js'
import { fieldParameters, itemTypes } from './fields.js'
import * as resolve from './resolvers.js'
import { ChangeNumber } from './scalars.js'
import { changeState, kind } from '../shapes/index.js'
import { typeNamed } from './types.js'

const required = (type: GraphQLOutputType) => new GraphQLNonNull(type as never)
const listOf = (type: GraphQLOutputType) => required(new GraphQLList(required(type)))

function pageOf(name: string, type: GraphQLOutputType): GraphQLObjectType {
  return new GraphQLObjectType({
    name,
    fields: {
      items: { type: listOf(type) },
      cursor: {
        type: GraphQLString,
        description: 'Given as `cursor` with the same other arguments, it goes on; null on the last page.',
      },
    },
  })
}

/** One field for each kind: fragments of a union could not be asked together, since `contact` or `areas` differ. */
const itemFields = Object.fromEntries(
  Object.entries(itemTypes).map(([field, name]) => [
    field,
    { type: typeNamed(name), description: 'The whole item, where it is of this kind and updated.' },
  ]),
)

const Change = new GraphQLObjectType({
  name: 'Change',
  fields: {
    id: { type: required(GraphQLID) },
    kind: { type: required(enumTypes.get(kind)!) },
    modified: { type: required(ChangeNumber), description: 'The change number.' },
    state: { type: required(enumTypes.get(changeState)!), description: changeState.description },
    ...itemFields,
  },
})

const NextChanges = new GraphQLObjectType({
  name: 'NextChanges',
  description: 'The arguments with which to go on.',
  fields: {
    after: { type: required(ChangeNumber) },
    head: { type: ChangeNumber, description: 'Of a full read: give it back as it is.' },
  },
})

const Changes = new GraphQLObjectType({
  name: 'Changes',
  fields: {
    items: { type: listOf(Change), description: 'In the order of their numbers, each id once.' },
    next: {
      type: required(NextChanges),
      description: 'After a page without items, keep this and ask again later.',
    },
    license: { type: required(GraphQLString), description: 'Address of the terms of use.' },
  },
})

const id = { id: { type: required(GraphQLID) as never } }
const Query = new GraphQLObjectType({
  name: 'Query',
  description:
    'The public feed: the same items, filters and rules as under /feed/v1. There is nothing to change.',
  fields: {
    municipalities: { type: listOf(typeNamed('ServedMunicipality')), resolve: resolve.municipalities },
    manifest: {
      type: typeNamed('Manifest'),
      description: 'What an app needs to know before it reads the rest.',
      args: argumentsFor(fieldParameters.manifest),
      resolve: resolve.manifest,
    },
    changes: {
      type: Changes,
      description: 'What changed after a number, deletions included: all that an app needs.',
      args: argumentsFor(fieldParameters.changes),
      resolve: resolve.changes,
    },
    events: {
      type: pageOf('OccurrencePage', typeNamed('Occurrence')),
      description: 'Occurrences in time order, from the start of today unless told.',
      args: argumentsFor(fieldParameters.events),
      resolve: resolve.events,
    },
    event: {
      type: typeNamed('Event'),
      description: 'One event with its next 50 occurrences.',
      args: { ...argumentsFor(fieldParameters.event), ...id },
      resolve: resolve.event,
    },
    posts: {
      type: pageOf('PostPage', typeNamed('Post')),
      description: 'Posts: urgent first, then pinned, then the newest.',
      args: argumentsFor(fieldParameters.posts),
      resolve: resolve.posts,
    },
    post: {
      type: typeNamed('Post'),
      args: { ...argumentsFor(fieldParameters.post), ...id },
      resolve: resolve.post,
    },
    organisations: {
      type: pageOf('OrganisationPage', typeNamed('Organisation')),
      args: argumentsFor(fieldParameters.organisations),
      resolve: resolve.organisations,
    },
    places: {
      type: pageOf('PlacePage', typeNamed('Place')),
      args: argumentsFor(fieldParameters.places),
      resolve: resolve.places,
    },
    categories: {
      type: pageOf('CategoryPage', typeNamed('Category')),
      args: argumentsFor(fieldParameters.categories),
      resolve: resolve.categories,
    },
  },
})

/** The public feed as GraphQL tells it. It has no mutations and no subscriptions. */
export const feedSchema = new GraphQLSchema({ query: Query })
