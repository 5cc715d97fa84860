import type { CollectionBeforeOperationHook, CollectionBeforeValidateHook, FlattenedField } from 'payload'
import { actorOf } from '../src/accounts/standing.js'
import { DomainError, type FieldFault } from '../src/shared/errors.js'
import { withIds } from '../src/shared/every-row.js'

type Fields = FlattenedField[]

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
/** An id, or a document with one, as a form may send it back. */
const idIn = (value: unknown): unknown => (isObject(value) ? value.id : value)
const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f-]{24,36}$/.test(value)

const deepest = 60
const mostNodes = 5000

/** Rich text is objects in lists of `children`, and bounded: what walks it later does so by recursion. */
function isTree(value: unknown): boolean {
  if (!isObject(value) || !isObject(value.root)) return false
  let nodes = 0
  let level: unknown[] = [value.root]
  for (let depth = 0; level.length > 0; depth += 1) {
    nodes += level.length
    if (depth > deepest || nodes > mostNodes || !level.every(isObject)) return false
    const children = level.map((node) => (node as Record<string, unknown>).children ?? [])
    if (!children.every(Array.isArray)) return false
    level = children.flat()
  }
  return true
}

const kinds: Record<string, { fits: (value: unknown) => boolean; message: string }> = {
  text: { fits: (value) => typeof value === 'string', message: 'This must be a text' },
  number: { fits: (value) => Number.isFinite(value), message: 'This must be a number' },
  checkbox: { fits: (value) => typeof value === 'boolean', message: 'This must be true or false' },
  date: {
    fits: (value) => typeof value === 'string' && !Number.isNaN(new Date(value).getTime()),
    message: 'This must be a time such as 2026-12-01T18:00:00Z',
  },
  richText: { fits: isTree, message: 'This must be rich text' },
  json: { fits: Array.isArray, message: 'This must be a list' },
  reference: { fits: (value) => isId(idIn(value)), message: 'This must be the id of something that exists' },
}
const kindOf: Record<string, string> = {
  textarea: 'text',
  email: 'text',
  select: 'text',
  radio: 'text',
  relationship: 'reference',
  upload: 'reference',
}

/** Values that are of another type than their field. Nothing of them is repeated. */
export function shapeFaults(fields: Fields, sent: Record<string, unknown>, at = ''): FieldFault[] {
  return fields.flatMap((field): FieldFault[] => {
    const value = sent[field.name]
    if (value === undefined || value === null) return []
    const path = `${at}${field.name}`
    const wrong = (message: string): FieldFault[] => [{ field: path, code: 'wrong-type', message }]
    if (field.type === 'group' || field.type === 'tab')
      return isObject(value)
        ? shapeFaults(field.flattenedFields, value, `${path}.`)
        : wrong('This must be an object')
    if (field.type === 'array') {
      if (!Array.isArray(value)) return wrong('This must be a list')
      return value.flatMap((row, index) =>
        isObject(row)
          ? shapeFaults(field.flattenedFields, row, `${path}.${index}.`)
          : [{ field: `${path}.${index}`, code: 'wrong-type', message: 'This must be an object' }],
      )
    }
    const kind = kinds[kindOf[field.type] ?? field.type]
    // An empty choice is how a form clears it.
    if (!kind || (value === '' && field.type !== 'checkbox' && field.type !== 'json')) return []
    if ('hasMany' in field && field.hasMany)
      return Array.isArray(value) && value.every(kind.fits) ? [] : wrong('This must be a list of such values')
    return kind.fits(value) ? [] : wrong(kind.message)
  })
}

/** Refuses by name what is of the wrong type, before anything tries to make sense of it. */
export const refuseWrongShapes: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  if (!actorOf(req) || req.context.asSystem === true) return args
  if (!['create', 'update', 'updateByID'].includes(operation)) return args
  const { data } = args as { data?: unknown }
  if (data === undefined || data === null) return args
  if (!isObject(data)) throw new DomainError('malformed-request', 'Send the fields as a JSON object.')
  // Columns that no form sends are refused, or dropped, as what they are: not the client's to set.
  const open = collection.flattenedFields.filter((field) => !('hidden' in field && field.hidden))
  const faults = shapeFaults(open, data).slice(0, 50)
  if (faults.length > 0)
    throw new DomainError('invalid-input', 'Some of what was sent is of the wrong type.', { faults })
  return args
}

const owned = ['places', 'categories', 'media', 'organisations', 'events']
const idsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).map(idIn).filter((each): each is string => isId(each))

interface Reference {
  path: string
  collection: string
  ids: string[]
}

function referencesIn(fields: Fields, row: Record<string, unknown>, at = ''): Reference[] {
  return fields.flatMap((field): Reference[] => {
    const value = row[field.name]
    const path = `${at}${field.name}`
    if (field.type === 'group' || field.type === 'tab')
      return isObject(value) ? referencesIn(field.flattenedFields, value, `${path}.`) : []
    if (field.type === 'array')
      return (Array.isArray(value) ? value : []).flatMap((each, index) =>
        isObject(each) ? referencesIn(field.flattenedFields, each, `${path}.${index}.`) : [],
      )
    if (field.type !== 'relationship' && field.type !== 'upload') return []
    const { relationTo } = field
    return typeof relationTo === 'string' && owned.includes(relationTo)
      ? [{ path, collection: relationTo, ids: idsOf(value) }]
      : []
  })
}

/**
 * Refuses a reference to what is not there, or belongs to another municipality: one answer for both. Half of a save
 * could be stored before the database itself refuses it.
 */
export const refuseLostReferences: CollectionBeforeValidateHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  if (!data || !actorOf(req) || req.context.asSystem === true) return data
  const stored = (originalDoc ?? {}) as Record<string, unknown>
  const home = idIn(data.municipality ?? stored.municipality)
  const municipality = collection.slug === 'municipalities' ? idIn(stored.id) : home
  const known = new Set(
    referencesIn(collection.flattenedFields, stored).flatMap(({ collection: of, ids }) =>
      ids.map((id) => `${of} ${id}`),
    ),
  )
  const faults: FieldFault[] = []
  for (const { path, collection: of, ids } of referencesIn(collection.flattenedFields, data)) {
    const fresh = [...new Set(ids.filter((id) => !known.has(`${of} ${id}`)))]
    if (fresh.length === 0) continue
    const { docs } = await req.payload.db.find<{ id: string; municipality: unknown; discarded?: boolean }>({
      collection: of as 'places',
      where: withIds(fresh.slice(0, 200)),
      limit: 200,
      pagination: false,
      req,
    })
    const here = docs.filter(
      (row) => String(idIn(row.municipality)) === String(municipality) && row.discarded !== true,
    )
    if (here.length < fresh.length)
      faults.push({ field: path, code: 'not-found', message: 'Something chosen here does not exist' })
  }
  if (faults.length > 0)
    throw new DomainError('invalid-input', 'Some of what was chosen does not exist here.', { faults })
  return data
}
