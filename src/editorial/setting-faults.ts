import type { FlattenedField } from 'payload'
import type { FieldFault } from '../shared/errors.js'
import { isObject } from './field-shapes.js'

type Fields = readonly FlattenedField[]

const settings = ['select', 'radio', 'checkbox', 'number']

/** A setting that begins with something is changed and never emptied: programs rely on one of its values. */
function isEmptied(field: FlattenedField, value: unknown): boolean {
  if (value !== null && value !== '') return false
  const { defaultValue, hidden } = field as { defaultValue?: unknown; hidden?: boolean }
  const begins = defaultValue !== undefined && defaultValue !== null && typeof defaultValue !== 'function'
  return settings.includes(field.type) && begins && hidden !== true
}

/** The first value that stands in two rows under the name by which the rows are known: a code, or a language. */
function repeatedRow(fields: Fields, rows: readonly Record<string, unknown>[]): FieldFault | null {
  const by = ['code', 'language'].find((name) =>
    fields.some((field) => field.name === name && 'required' in field && field.required),
  )
  const seen = new Set<unknown>()
  for (const [index, row] of rows.entries()) {
    if (!by) break
    if (seen.has(row[by]))
      return { field: `${index}.${by}`, code: 'repeated', message: 'This names the same one twice' }
    seen.add(row[by])
  }
  return null
}

/**
 * What cannot be used of settings (everything but events and posts, whose content has rules of its own): emptied choices,
 * and lists that name the same code or language twice.
 */
export function settingFaults(fields: Fields, data: Record<string, unknown>, at = ''): FieldFault[] {
  return fields.flatMap((field): FieldFault[] => {
    const value = data[field.name]
    const path = `${at}${field.name}`
    if (isEmptied(field, value)) return [{ field: path, code: 'required', message: 'Choose a value' }]
    if ((field.type === 'group' || field.type === 'tab') && isObject(value))
      return settingFaults(field.flattenedFields, value, `${path}.`)
    if (field.type !== 'array' || !Array.isArray(value)) return []
    const rows = value.filter(isObject)
    const twice = repeatedRow(field.flattenedFields, rows)
    return [
      ...(twice ? [{ ...twice, field: `${path}.${twice.field}` }] : []),
      ...rows.flatMap((row, index) => settingFaults(field.flattenedFields, row, `${path}.${index}.`)),
    ]
  })
}
