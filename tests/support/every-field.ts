import {
  getNamedType,
  isEnumType,
  isListType,
  isObjectType,
  getNullableType,
  type GraphQLField,
  type GraphQLOutputType,
} from 'graphql'
import { feedSchema } from '../../src/feed/graphql/schema.js'

type Json = Record<string, unknown>

/** A selection of every field that a type has; the tree of a text as deep as the limit of depth lets it be asked. */
export function everyField(typeName: string, treeDepth = 3): string {
  const type = feedSchema.getType(typeName)
  if (!isObjectType(type)) return ''
  return Object.values(type.getFields())
    .flatMap((field) => selectionOf(field, treeDepth))
    .join(' ')
}

function selectionOf({ name, type }: GraphQLField<unknown, unknown>, treeDepth: number): string[] {
  const named = getNamedType(type)
  if (!isObjectType(named)) return [name]
  if (named.name === 'RichTextNode' && treeDepth === 0) return []
  const deeper = named.name === 'RichTextNode' ? treeDepth - 1 : treeDepth
  return [`${name} { ${everyField(named.name, deeper)} }`]
}

const pairs: Record<string, [string, string]> = {
  Words: ['language', 'text'],
  Rendition: ['width', 'url'],
  Link: ['name', 'url'],
}

/** What GraphQL answered, written as REST writes it: enums in their own spelling, pairs as one object. */
export function asRest(value: unknown, typeName: string): unknown {
  const type = feedSchema.getType(typeName)
  if (value === null || value === undefined) return value
  if (isEnumType(type)) return type.getValue(String(value))!.value as unknown
  if (!isObjectType(type)) return value
  const fields = type.getFields()
  return Object.fromEntries(
    Object.entries(value as Json).map(([name, each]) => [name, fieldAsRest(each, fields[name]!.type)]),
  )
}

/** A change as REST writes it: the item of whichever kind as `data`. */
export function changeAsRest(change: Json): Json {
  const { id, kind, modified, state, ...items } = asRest(change, 'Change') as Json
  const [data] = Object.values(items).filter((each) => each !== null)
  return { id, kind, modified, state, ...(data !== undefined && { data }) }
}

function fieldAsRest(value: unknown, type: GraphQLOutputType): unknown {
  const named = getNamedType(type).name
  if (!isListType(getNullableType(type)) || value === null) return asRest(value, named)
  const list = value as Json[]
  const pair = pairs[named]
  if (pair) return Object.fromEntries(list.map((each) => [String(each[pair[0]]), each[pair[1]]]))
  return list.map((each) => asRest(each, named))
}

/** Without what is null or left out: REST leaves out what GraphQL says is null. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== null && each !== undefined)
      .map(([name, each]) => [name, withoutNulls(each)]),
  )
}
