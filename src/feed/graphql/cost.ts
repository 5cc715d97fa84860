import {
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  Kind,
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql'
import type { RequestParams } from 'graphql-http'
import { itemTypes, largestPage, usualPage } from './fields.js'
import { tooLarge } from './limits.js'

/** Values that a query may answer at most, as they are reckoned here. */
export const largestCost = 50_000

/** How long lists are where nobody says it. */
const usual: { [list: string]: number | undefined; other: number } = { occurrences: 50, nodes: 10, other: 3 }
/** What is made whole before its fields are chosen costs so much, whichever are. */
const wholeItem = 20
const wholeItems = new Set(['Event', 'Occurrence', 'Post', 'Organisation', 'Place', 'Manifest'])

/**
 * Refuses a query that could answer too much, before any of it is answered. Reckoned from the document alone: a page
 * counts with its `limit`, a list without one with what is usual, and a change with the dearest of the kinds that are asked of it.
 */
export function requireAffordable(
  schema: GraphQLSchema,
  document: DocumentNode,
  { operationName, variables }: Pick<RequestParams, 'operationName' | 'variables'>,
): void {
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION)
  const operation = operations.find((one) => !operationName || one.name?.value === operationName)
  const query = schema.getQueryType()
  if (!operation || !query) return
  const cost = costOf(schema, document.definitions, limitsIn(operation, variables ?? {}))
  const most = cost(operation.selectionSet, query, 1)
  if (most <= largestCost) return
  throw tooLarge(
    `This query could answer ${most < 1e9 ? Math.round(most) : 'far too many'} values, and ${largestCost} is the most. ` +
      'Ask for fewer fields, or give a smaller limit.',
  )
}

/**
 * The `limit` of a field, as a number or from a variable, within what the parameter takes: one that it refuses must not
 * take anything off what is asked beside it. Null, also in a variable, is the same as none.
 */
function limitsIn(operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>) {
  const defaultOf = (name: string): unknown => {
    const preset = operation.variableDefinitions?.find((one) => one.variable.name.value === name)
    return preset?.defaultValue?.kind === Kind.INT ? Number(preset.defaultValue.value) : null
  }
  const valueOf = (value: ValueNode | undefined): unknown => {
    if (value?.kind === Kind.INT) return Number(value.value)
    if (value?.kind !== Kind.VARIABLE) return null
    const { value: name } = value.name
    const given = Object.hasOwn(variables, name) ? variables[name] : undefined
    return given === undefined ? defaultOf(name) : given
  }
  return ({ name, arguments: given }: FieldNode): number => {
    const limit = valueOf(given?.find((one) => one.name.value === 'limit')?.value)
    const most = largestPage[name.value]
    if (typeof limit !== 'number' || most === undefined) return usualPage[name.value] ?? 1
    return limit >= 1 ? Math.min(limit, most) : 1
  }
}

/** The reckoning of one document. A fragment is reckoned once for each size of page, however often it is spread. */
function costOf(
  schema: GraphQLSchema,
  definitions: readonly DefinitionNode[],
  limitOf: (field: FieldNode) => number,
) {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const one of definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one)
  const known = new Map<string, number>()

  /** `page` is the size of the page that the selection is within. */
  function ofSelection({ selections }: SelectionSetNode, type: GraphQLNamedType, page: number): number {
    let all = 0
    let dearest = 0
    for (const one of selections) {
      if (one.kind === Kind.FIELD) {
        const cost = ofField(one, type, page)
        // A change is of one kind only.
        if (type.name === 'Change' && one.name.value in itemTypes) dearest = Math.max(dearest, cost)
        else all += cost
      } else if (one.kind === Kind.FRAGMENT_SPREAD) all += ofFragment(one.name.value, page)
      else all += ofSelection(one.selectionSet, type, page)
    }
    return all + dearest
  }

  function ofFragment(name: string, page: number): number {
    const key = `${name} ${page}`
    const before = known.get(key)
    const fragment = fragments.get(name)
    const type = fragment && schema.getType(fragment.typeCondition.name.value)
    if (before !== undefined || !type) return before ?? 0
    const cost = ofSelection(fragment.selectionSet, type, page)
    known.set(key, cost)
    return cost
  }

  function ofField(field: FieldNode, type: GraphQLNamedType, page: number): number {
    const name = field.name.value
    const definition = isObjectType(type) ? type.getFields()[name] : undefined
    // Introspection has a limit of its own in graphql-js, and the schema does not grow with what is public.
    if (!definition) return 1
    const named = getNamedType(definition.type)
    const within = type === schema.getQueryType() ? limitOf(field) : page
    const inner = field.selectionSet ? ofSelection(field.selectionSet, named, within) : 0
    return lengthOf(definition, page) * ((wholeItems.has(named.name) ? wholeItem : 1) + inner)
  }
  return ofSelection
}

function lengthOf({ name, type }: { name: string; type: GraphQLOutputType }, page: number): number {
  if (!isListType(getNullableType(type))) return 1
  return name === 'items' ? page : (usual[name] ?? usual.other)
}
