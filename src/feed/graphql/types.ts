import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  type GraphQLFieldConfig,
  type GraphQLNullableType,
  type GraphQLOutputType,
} from 'graphql'
import { z } from 'zod'
import { itemShapes } from '../shapes/index.js'
import { links } from '../shapes/items.js'
import { changeNumber, renditions, words } from '../shapes/shared-parts.js'
import { enumTypes } from './enums.js'
import { ChangeNumber } from './scalars.js'

/**
 * The types of GraphQL are made from the shapes of REST, so that a field is the same on both doors. What has names that
 * are not known beforehand (words by language, addresses by width) is a list of pairs here.
 */
const idFields = ['id', 'umbrella', 'replacedBy']

const pair = (name: string, description: string, key: string, value: string, keyType: GraphQLOutputType) =>
  new GraphQLObjectType({
    name,
    description,
    fields: {
      [key]: { type: new GraphQLNonNull(keyType) },
      [value]: { type: new GraphQLNonNull(GraphQLString) },
    },
  })

interface Pairs {
  type: GraphQLObjectType
  /** The object that REST answers as a list. */
  read(object: Record<string, string>): unknown[]
}
const pairs = new Map<z.ZodType, Pairs>([
  [
    words,
    {
      type: pair('Words', 'Words in one language (BCP 47).', 'language', 'text', GraphQLString),
      read: (object) => Object.entries(object).map(([language, text]) => ({ language, text })),
    },
  ],
  [
    renditions,
    {
      type: pair('Rendition', 'A picture in one width, in pixels.', 'width', 'url', GraphQLInt),
      read: (object) => Object.entries(object).map(([width, url]) => ({ width: Number(width), url })),
    },
  ],
  [
    links,
    {
      type: pair('Link', 'Another door of the feed, by name.', 'name', 'url', GraphQLString),
      read: (object) => Object.entries(object).map(([name, url]) => ({ name, url })),
    },
  ],
])

type Field = GraphQLFieldConfig<Record<string, Record<string, string>>, unknown>
type Made = { type: GraphQLNullableType & GraphQLOutputType; resolve?: Field['resolve'] }

function plainType(shape: z.ZodType, field: string): Made {
  const known = enumTypes.get(shape) ?? objectTypes.get(shape)
  if (known) return { type: known }
  const list = pairs.get(shape)
  if (list) {
    const type = new GraphQLList(new GraphQLNonNull(list.type))
    return { type, resolve: (source) => list.read(source[field] ?? {}) }
  }
  if (shape === changeNumber) return { type: ChangeNumber }
  if (shape instanceof z.ZodArray)
    return { type: new GraphQLList(outputType(shape.element as z.ZodType, field).type) }
  if (shape instanceof z.ZodString) return { type: idFields.includes(field) ? GraphQLID : GraphQLString }
  if (shape instanceof z.ZodLiteral) return { type: GraphQLString }
  if (shape instanceof z.ZodBoolean) return { type: GraphQLBoolean }
  if (shape instanceof z.ZodNumber) return { type: shape.isInt ? GraphQLInt : GraphQLFloat }
  throw new Error(`GraphQL has no type for the field ${field}.`)
}

function outputType(shape: z.ZodType, field: string): { type: GraphQLOutputType; resolve?: Made['resolve'] } {
  let inner = shape
  while (inner instanceof z.ZodNullable || inner instanceof z.ZodOptional) inner = inner.unwrap() as z.ZodType
  const made = plainType(inner, field)
  return inner === shape ? { ...made, type: new GraphQLNonNull(made.type) } : made
}

function fieldsOf(shape: z.ZodObject): Record<string, Field> {
  return Object.fromEntries(
    Object.entries(shape.shape as Record<string, z.ZodType>).map(([name, part]) => [
      name,
      { ...outputType(part, name), description: part.description },
    ]),
  )
}

const objectTypes = new Map<z.ZodType, GraphQLObjectType>(
  Object.entries<z.ZodObject>(itemShapes).map(([name, shape]) => [
    shape,
    new GraphQLObjectType({ name, description: shape.description, fields: () => fieldsOf(shape) }),
  ]),
)

/** The type of a named shape. */
export const typeNamed = (name: keyof typeof itemShapes): GraphQLObjectType =>
  objectTypes.get(itemShapes[name])!
