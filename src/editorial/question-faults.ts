import type { FlattenedField } from 'payload'

type Fields = readonly FlattenedField[]

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isAndOr = (key: string) => /^(and|or)$/i.test(key)

const equality = ['equals', 'not_equals', 'in', 'not_in', 'exists'] as const
const words = [...equality, 'like', 'not_like', 'contains'] as const
const order = [...equality, 'greater_than', 'greater_than_equal', 'less_than', 'less_than_equal'] as const

/** What can be asked of a field; databases break on the rest. Lists of codes and rich text are asked for only as a whole. */
const operators: Record<string, readonly string[]> = {
  text: words,
  textarea: words,
  email: words,
  select: [...equality, 'contains'],
  radio: equality,
  relationship: equality,
  upload: equality,
  checkbox: equality,
  number: order,
  date: order,
  json: ['exists'],
  richText: ['exists'],
  array: ['exists'],
}

const most = { list: 200, characters: 500, words: 20, columns: 20 } as const

const isScalar = (value: unknown) => value === null || ['string', 'number', 'boolean'].includes(typeof value)
const none = (value: unknown) => value === null || value === '' || value === 'null'

function valueFits(type: string, operator: string, value: unknown): boolean {
  if (operator === 'exists') return isScalar(value)
  const many = operator === 'in' || operator === 'not_in'
  const given: unknown = many && typeof value === 'string' ? value.split(',') : value
  const all: unknown[] = many && Array.isArray(given) ? given : [given]
  // Databases break on nothing among several.
  if (many && all.some((each) => each === null || each === 'null')) return false
  if (all.length > most.list || !all.every(isScalar)) return false
  if (all.some((each) => typeof each === 'string' && each.length > most.characters)) return false
  if (/like/.test(operator) && String(value).trim().split(/\s+/).length > most.words) return false
  // An invalid date would drop the condition, and so ask for everything.
  if (type === 'date') return all.every((each) => none(each) || !Number.isNaN(Date.parse(String(each))))
  if (type === 'number') return all.every((each) => none(each) || Number.isFinite(Number(each)))
  return true
}

/** The field at the end of a path; undefined where these documents have none there, or it lies in another document. */
function fieldAt(fields: Fields, [first, ...rest]: string[]): FlattenedField | 'id' | undefined {
  const field = fields.find((each) => each.name === first)
  if (!field) return first === 'id' && rest.length === 0 ? 'id' : undefined
  if (rest.length === 0) return field
  if (field.type === 'relationship' || field.type === 'upload')
    return rest.join('.') === 'id' ? field : undefined
  return 'flattenedFields' in field &&
    (field.type === 'group' || field.type === 'tab' || field.type === 'array')
    ? fieldAt(field.flattenedFields, rest)
    : undefined
}

const segments = (path: string) => path.replaceAll('__', '.').split('.')

/** Fields by which nobody asks from outside: the framework refuses those, and those that do not exist, by name. */
const isElsewhere = (fields: Fields, path: string): boolean =>
  segments(path).length > 1 && fieldAt(fields, segments(path)) === undefined

function conditionFault(fields: Fields, path: string, value: unknown): string | null {
  if (isElsewhere(fields, path)) return otherDocuments
  if (!isObject(value)) return unreadable
  const field = fieldAt(fields, segments(path))
  const type = field === undefined ? null : field === 'id' ? 'text' : field.type
  // What is stored sealed is another text each time: no question about it has an answer.
  if (typeof field === 'object' && field.custom?.sealed === true) return 'This cannot be asked of this field.'
  for (const [operator, wanted] of Object.entries(value)) {
    // An object as the value of an operator would be a question about the related document.
    if (isObject(wanted)) return otherDocuments
    if (type === null) continue
    if (!(operators[type] ?? []).includes(operator)) return 'This cannot be asked of this field.'
    if (!valueFits(type, operator, wanted)) return 'This field is not asked for with such a value.'
  }
  return null
}

const unreadable = 'The question cannot be understood: where[field][operator]=value.'
const otherDocuments = 'Ask about the fields of these documents only, not through a relation.'

/**
 * Why a question about documents (Payload's `where`) is not asked; null where it is. Not through a relation
 * (`where[umbrella.title]`): the answer would tell about documents that the account cannot read, letter by letter.
 */
export function questionFault(fields: Fields, where: unknown): string | null {
  if (where === undefined || where === null) return null
  if (!isObject(where)) return unreadable
  for (const [key, value] of Object.entries(where)) {
    const fault = isAndOr(key) ? partsFault(fields, value) : conditionFault(fields, key, value)
    if (fault) return fault
  }
  return null
}

function partsFault(fields: Fields, value: unknown): string | null {
  const parts: unknown = isObject(value) ? Object.values(value) : value
  if (!Array.isArray(parts)) return unreadable
  for (const part of parts) {
    const fault = questionFault(fields, part)
    if (fault) return fault
  }
  return null
}

/** The same for an order: `sort=-startsAt,title`, once or several times. */
export function orderFault(fields: Fields, sort: unknown): string | null {
  const sorts = (Array.isArray(sort) ? sort : [sort]).filter((each) => typeof each === 'string')
  const paths = sorts.flatMap((each) => each.split(',')).map((each) => each.trim().replace(/^-/, ''))
  if (paths.length > most.columns) return `Sort by at most ${most.columns} fields.`
  return paths.some((path) => isElsewhere(fields, path)) ? otherDocuments : null
}
