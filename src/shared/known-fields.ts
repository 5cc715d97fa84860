import { holdsUnshowable } from './characters.js'
import { DomainError, mostFaults, type FieldFault } from './errors.js'

/** What a field of a body may be; `anything` is looked at by whoever reads it. */
export type FieldSort = 'text' | 'number' | 'switch' | 'list' | 'anything'

/** Longer is nothing that is typed into a field of a form: no password, code, name or id. */
const longestText = 1000

const sentences = {
  text: 'This is a text',
  number: 'This is a number',
  switch: 'true or false',
  list: 'This is a list',
} as const

function faultOf(field: string, sort: FieldSort, value: unknown): FieldFault | null {
  if (sort === 'anything' || value === null || value === undefined) return null
  const right = {
    text: typeof value === 'string',
    number: typeof value === 'number',
    switch: typeof value === 'boolean',
    list: Array.isArray(value),
  }[sort]
  if (!right) return { field, code: 'wrong-type', message: sentences[sort] }
  if (typeof value === 'string' && value.length > longestText)
    return { field, code: 'too-long', message: 'This is too long' }
  if (typeof value === 'string' && holdsUnshowable(value))
    return { field, code: 'characters', message: 'This holds characters that cannot be shown' }
  return null
}

/** Every fault of a body that is read field by field: a field that there is not, or one of another type. */
export const fieldFaults = (
  body: Record<string, unknown>,
  known: Readonly<Record<string, FieldSort>>,
): FieldFault[] =>
  Object.entries(body).flatMap(([field, value]) => {
    if (!Object.hasOwn(known, field))
      return [{ field, code: 'unknown-field', message: 'There is no such field' }]
    return faultOf(field, known[field]!, value) ?? []
  })

/** Refuses by name what is not known here, before anything makes sense of it: `[1]` would be taken for 1 otherwise. */
export function requireKnown(
  body: Record<string, unknown>,
  known: Readonly<Record<string, FieldSort>>,
): void {
  const faults = fieldFaults(body, known).slice(0, mostFaults)
  if (faults.length > 0)
    throw new DomainError('invalid-input', 'Some of what was sent cannot be understood.', { faults })
}
