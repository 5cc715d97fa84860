import type { FlattenedField } from 'payload'
import { holdsLineBreak, holdsUnshowable, textsIn } from '../shared/characters.js'
import type { FieldFault } from '../shared/errors.js'

type Fields = readonly FlattenedField[]
type Row = Record<string, unknown>

export const isObject = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
/** An id, or a document with one, as a form may send it back. */
export const idIn = (value: unknown): unknown => (isObject(value) ? value.id : value)
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
    const children = level.map((node) => (node as Row).children ?? [])
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

/**
 * Characters that cannot be shown, and line breaks where there is one line. A rich text is left out: what is pasted
 * into it brings such characters along, and they are dropped when it is published.
 */
function characterFaults({ type }: FlattenedField, value: unknown, field: string): FieldFault[] {
  if (type === 'richText') return []
  const texts = textsIn(value)
  if (texts.some(holdsUnshowable))
    return [{ field, code: 'characters', message: 'This holds characters that cannot be shown' }]
  if ((type === 'text' || type === 'email') && texts.some(holdsLineBreak))
    return [{ field, code: 'line-break', message: 'This must be one line' }]
  return []
}

/** Fields inside an object that its collection does not have: they would be dropped in silence. */
const unknownIn = (fields: Fields, row: Row, at: string): FieldFault[] =>
  Object.keys(row)
    .filter((name) => name !== 'id' && !fields.some((field) => field.name === name))
    .map((name) => ({ field: `${at}${name}`, code: 'unknown-field', message: 'There is no such field' }))

const inside = (fields: Fields, row: Row, at: string): FieldFault[] => [
  ...unknownIn(fields, row, at),
  ...shapeFaults(fields, row, at),
]

/**
 * Values that are of another type than their field, hold what cannot be shown, or stand inside an object that has no
 * such field. Nothing of them is repeated. Fields at the top that do not exist are a matter of who may set what.
 */
export function shapeFaults(fields: Fields, sent: Row, at = ''): FieldFault[] {
  return fields.flatMap((field): FieldFault[] => {
    const value = sent[field.name]
    if (value === undefined || value === null) return []
    const path = `${at}${field.name}`
    const wrong = (message: string): FieldFault[] => [{ field: path, code: 'wrong-type', message }]
    if (field.type === 'group' || field.type === 'tab')
      return isObject(value)
        ? inside(field.flattenedFields, value, `${path}.`)
        : wrong('This must be an object')
    if (field.type === 'array') {
      if (!Array.isArray(value)) return wrong('This must be a list')
      return value.flatMap((row, index) =>
        isObject(row)
          ? inside(field.flattenedFields, row, `${path}.${index}.`)
          : [{ field: `${path}.${index}`, code: 'wrong-type', message: 'This must be an object' }],
      )
    }
    const kind = kinds[kindOf[field.type] ?? field.type]
    // An empty choice is how a form clears it.
    if (!kind || (value === '' && field.type !== 'checkbox' && field.type !== 'json')) return []
    const many = 'hasMany' in field && field.hasMany
    if (many && !(Array.isArray(value) && value.every(kind.fits)))
      return wrong('This must be a list of such values')
    if (!many && !kind.fits(value)) return wrong(kind.message)
    if (field.type === 'number' && field.admin?.step === 1 && !Number.isInteger(value))
      return wrong('This must be a whole number')
    return characterFaults(field, value, path)
  })
}

const owned = ['places', 'categories', 'media', 'organisations', 'events']
const idsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).map(idIn).filter((each): each is string => isId(each))

export interface Reference {
  path: string
  collection: string
  ids: string[]
}

/** The references of a row to what belongs to a municipality, with where they stand. */
export function referencesIn(fields: Fields, row: Row, at = ''): Reference[] {
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

/** The row without the references that are lost: none where there was one, and left out of a list. */
export function withoutLost(
  fields: Fields,
  row: Row,
  isLost: (collection: string, id: string) => boolean,
): Row {
  const kept = fields.flatMap((field): [string, unknown][] => {
    const value = row[field.name]
    if ((field.type === 'group' || field.type === 'tab') && isObject(value))
      return [[field.name, withoutLost(field.flattenedFields, value, isLost)]]
    if (field.type === 'array' && Array.isArray(value)) {
      const each = (one: unknown) => (isObject(one) ? withoutLost(field.flattenedFields, one, isLost) : one)
      return [[field.name, value.map(each)]]
    }
    if (field.type !== 'relationship' && field.type !== 'upload') return []
    const lost = (one: unknown) => typeof one === 'string' && isLost(String(field.relationTo), one)
    if (Array.isArray(value)) return [[field.name, value.filter((one) => !lost(one))]]
    return lost(value) ? [[field.name, null]] : []
  })
  return { ...row, ...Object.fromEntries(kept) }
}

/**
 * The data with the ids of its list rows only where the stored document has them, each once: a relational database
 * breaks on one that stands elsewhere, and the others are made anew.
 */
export function withOwnRowIds(fields: Fields, data: Row, stored: Row): Row {
  const mended = fields.flatMap((field): [string, unknown][] => {
    const [value, before] = [data[field.name], stored[field.name]]
    if ((field.type === 'group' || field.type === 'tab') && isObject(value))
      return [[field.name, withOwnRowIds(field.flattenedFields, value, isObject(before) ? before : {})]]
    if (field.type !== 'array' || !Array.isArray(value)) return []
    const own = new Map((Array.isArray(before) ? before : []).filter(isObject).map((row) => [row.id, row]))
    const rows = value.map((row: unknown) => {
      if (!isObject(row)) return row
      const { id, ...rest } = row
      const known = own.get(id)
      own.delete(id)
      const kept = withOwnRowIds(field.flattenedFields, rest, known ?? {})
      return known && typeof id === 'string' ? { ...kept, id } : kept
    })
    return [[field.name, rows]]
  })
  return { ...data, ...Object.fromEntries(mended) }
}

/**
 * What was sent, spelled in one way: no list of rows is an empty list, no group is a group of nothing, and a text on one
 * line has no spaces around it.
 */
export function tidied(fields: Fields, sent: Row): Row {
  const mended = fields.flatMap((field): [string, unknown][] => {
    if (!(field.name in sent)) return []
    const value = sent[field.name]
    if (field.type === 'group' || field.type === 'tab') {
      const nothing = Object.fromEntries(field.flattenedFields.map(({ name }) => [name, null]))
      const group = value === null ? nothing : value
      return isObject(group) ? [[field.name, tidied(field.flattenedFields, group)]] : []
    }
    if (field.type === 'array') {
      // A list without rows is 0 to Payload's own forms.
      const rows: unknown = value === null || value === 0 ? [] : value
      const each = (row: unknown) => (isObject(row) ? tidied(field.flattenedFields, row) : row)
      return Array.isArray(rows) ? [[field.name, rows.map(each)]] : []
    }
    if ('hasMany' in field && field.hasMany) return value === null ? [[field.name, []]] : []
    return (field.type === 'text' || field.type === 'email') && typeof value === 'string'
      ? [[field.name, value.trim()]]
      : []
  })
  return { ...sent, ...Object.fromEntries(mended) }
}
