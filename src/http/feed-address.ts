import { cursorOf, publicName, type ParameterName, type Query } from '../feed/parameters.js'

/**
 * Searches and positions say something about who asks: such questions and their answers are never kept, not even in
 * memory for longer than the request.
 */
const private_: readonly ParameterName[] = ['q', 'near', 'bbox']

export const isPrivate = (query: Query): boolean => private_.some((name) => query[name] !== undefined)

/**
 * The one way to write a question: parameters in the order of their names, lists in order and without repetition. Two
 * addresses that mean the same have one answer.
 */
export function canonicalSearch(query: Query): string {
  const written = (Object.keys(query) as ParameterName[])
    .sort()
    .map((name) => `${publicName(name)}=${encodeURIComponent(textOf(query[name]!))}`)
  return written.length > 0 ? `?${written.join('&')}` : ''
}

function textOf(value: NonNullable<Query[ParameterName]>): string {
  if (Array.isArray(value)) return [...new Set<string>(value)].sort().join(',')
  if (typeof value !== 'object') return String(value)
  // Of the values that are objects only the cursor is in a question that is kept.
  return 'name' in value ? cursorOf(value.at, value.id, value.name) : JSON.stringify(value)
}
