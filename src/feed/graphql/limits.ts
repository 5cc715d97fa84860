import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { DomainError } from '../../shared/errors.js'

/** What a query may be at most. What it may cost is reckoned beside it, in `cost.ts`. */
export const largestQuery = {
  /** Characters of the document. */
  length: 16_384,
  tokens: 2_000,
  /** Fields within each other; the introspection of the schema has a limit of its own in graphql-js. */
  depth: 12,
  /** Fields given another name, fragments written out. */
  aliases: 30,
  /** Fields at the top, fragments written out: each is a question of its own. */
  questions: 5,
} as const

/**
 * Times of events that the changes of one query bring at most. A daily series has one each day, hundreds in each change:
 * a page of changes ends before what goes beyond, and the next one goes on there.
 */
export const mostTimes = 4_000

export const tooLarge = (sentence: string) => new DomainError('query-too-large', sentence)

/**
 * Reads a document and refuses one that is too large before anything else looks at it. Tells whether it gives fields
 * names of its own, which then stand in the answer.
 */
export function readDocument(text: string): { document: DocumentNode; aliased: boolean } {
  if (text.length > largestQuery.length)
    throw tooLarge(`A query has at most ${largestQuery.length} characters.`)
  const document = parseTokens(text)
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const one of document.definitions)
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one)
  const measure = measureWith(fragments)
  let aliased = false
  for (const one of document.definitions) {
    if (one.kind !== Kind.OPERATION_DEFINITION) continue
    if (one.operation !== OperationTypeNode.QUERY)
      throw new DomainError('malformed-query', `Ask a query: there is nothing here for a ${one.operation}.`)
    const { depth, aliases, fields } = measure(one.selectionSet)
    aliased ||= aliases > 0
    if (depth > largestQuery.depth) throw tooLarge(`A query is at most ${largestQuery.depth} fields deep.`)
    if (aliases > largestQuery.aliases)
      throw tooLarge(`A query holds at most ${largestQuery.aliases} aliases.`)
    if (fields > largestQuery.questions)
      throw tooLarge(`A query asks at most ${largestQuery.questions} fields at its top.`)
  }
  return { document, aliased }
}

function parseTokens(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: largestQuery.tokens })
  } catch (error) {
    if (error instanceof GraphQLError && error.message.includes('tokens'))
      throw tooLarge(`A query holds at most ${largestQuery.tokens} tokens.`)
    throw error
  }
}

interface Measured {
  depth: number
  aliases: number
  /** Of this level. */
  fields: number
}
const nothing: Measured = { depth: 0, aliases: 0, fields: 0 }

/** Each fragment is measured once, so the work is that of the document as it is written, however often it is spread. */
function measureWith(fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
  const known = new Map<string, Measured>()
  const under = new Set<string>()

  function spread(name: string): Measured {
    const before = known.get(name)
    const fragment = fragments.get(name)
    // A circle and an unknown fragment are refused by name when the query is validated.
    if (before || !fragment || under.has(name)) return before ?? nothing
    under.add(name)
    const measured = measure(fragment.selectionSet)
    under.delete(name)
    known.set(name, measured)
    return measured
  }

  function measure({ selections }: SelectionSetNode): Measured {
    let [depth, aliases, fields] = [0, 0, 0]
    for (const one of selections) {
      if (one.kind === Kind.FIELD) {
        const inner =
          one.selectionSet && !one.name.value.startsWith('__') ? measure(one.selectionSet) : nothing
        depth = Math.max(depth, inner.depth + 1)
        aliases += inner.aliases + (one.alias ? 1 : 0)
        fields += 1
      } else {
        const inner = one.kind === Kind.INLINE_FRAGMENT ? measure(one.selectionSet) : spread(one.name.value)
        depth = Math.max(depth, inner.depth)
        aliases += inner.aliases
        fields += inner.fields
      }
    }
    return { depth, aliases, fields }
  }
  return measure
}
