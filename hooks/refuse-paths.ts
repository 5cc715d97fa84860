import type { CollectionBeforeOperationHook, FlattenedField } from 'payload'
import { DomainError } from '../src/shared/errors.js'

/** Whether a path leads through a relation into another document. */
function leavesDocument(fields: FlattenedField[], [first, ...rest]: string[]): boolean {
  const field = fields.find((each) => 'name' in each && each.name === first)
  if (!field || rest.length === 0) return false
  if (field.type === 'relationship' || field.type === 'upload') return rest.join('.') !== 'id'
  return 'flattenedFields' in field && leavesDocument(field.flattenedFields, rest)
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function pathsIn(where: unknown): string[] {
  if (Array.isArray(where)) return where.flatMap(pathsIn)
  if (!isObject(where)) return []
  return Object.entries(where).flatMap(([key, value]) => {
    if (/^(and|or)$/i.test(key)) return pathsIn(isObject(value) ? Object.values(value) : value)
    // An object as the value of an operator would be a query on the related document.
    const nested = isObject(value) && Object.values(value).some(isObject)
    return nested ? [key, `${key}.nested`] : [key]
  })
}

/** Whether a question has the shape that questions have; an invalid date would drop the condition, and so ask for all. */
function makesSense(where: unknown, fields: FlattenedField[]): boolean {
  if (where === undefined || where === null) return true
  if (!isObject(where)) return false
  return Object.entries(where).every(([key, value]) => {
    if (/^(and|or)$/i.test(key)) {
      const parts: unknown = isObject(value) ? Object.values(value) : value
      return Array.isArray(parts) && parts.every((each) => makesSense(each, fields))
    }
    if (!isObject(value)) return false
    const isDate = fields.some((each) => each.name === key && each.type === 'date')
    return Object.entries(value).every(
      ([operator, wanted]) =>
        !isObject(wanted) &&
        (!isDate ||
          operator === 'exists' ||
          [wanted].flat().every((each) => !each || !Number.isNaN(new Date(String(each)).getTime()))),
    )
  })
}

/**
 * Over HTTP nobody asks through a relation (`where[umbrella.title]`, `sort=organisation.name`): the answer would tell
 * about documents that the account cannot read, letter by letter.
 */
export const refuseForeignPaths: CollectionBeforeOperationHook = ({ args, collection, req }) => {
  if (req.payloadAPI !== 'REST') return args
  const { where, sort } = args as { where?: unknown; sort?: unknown }
  if (!makesSense(where, collection.flattenedFields))
    throw new DomainError('bad-parameter', 'The question cannot be understood: where[field][operator]=value.')
  const sorts = (Array.isArray(sort) ? sort : [sort]).filter((each) => typeof each === 'string')
  const paths = [
    ...pathsIn(where),
    ...sorts.flatMap((each) => each.split(',')).map((each) => each.trim().replace(/^-/, '')),
  ]
  const away = paths.filter((path) =>
    leavesDocument(collection.flattenedFields, path.replaceAll('__', '.').split('.')),
  )
  if (away.length > 0) {
    throw new DomainError(
      'bad-parameter',
      'Ask about the fields of these documents only, not through a relation.',
    )
  }
  return args
}
