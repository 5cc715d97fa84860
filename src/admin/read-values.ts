import { adminLanguage, labelIn, wordsIn, type AdminLanguage } from './language.js'
import { richTextWords } from './rich-text-words.js'
import { dayWords, timeWords } from './time-words.js'
import { recurrenceWords } from '../calendar/recurrence-words.js'

/** A field of a collection as far as changes are told: its name, its label and what it holds. */
export interface ReadableField {
  name?: string
  type: string
  label?: unknown
  options?: unknown
  fields?: ReadableField[]
  tabs?: { name?: string; fields: ReadableField[] }[]
}

interface Reading {
  language: AdminLanguage
  zone: string
  /** Names of documents by id: places, categories, organisations, pictures. */
  names: ReadonlyMap<string, string>
  /** Of a text the words alone, without its form and where its links lead. */
  bare?: boolean
}

/** The field of that name, wherever in tabs and rows it stands. */
export function fieldNamed(fields: readonly ReadableField[], name: string): ReadableField | null {
  for (const field of fields) {
    if (field.name === name) return field
    const inside = [
      ...(field.name ? [] : (field.fields ?? [])),
      ...(field.tabs ?? []).flatMap((tab) => tab.fields),
    ]
    const found = inside.length > 0 ? fieldNamed(inside, name) : null
    if (found) return found
  }
  return null
}

/** The name of a field as the form says it; of one inside a group, both. */
export function fieldTitle(fields: readonly ReadableField[], path: string, language: string): string {
  const parts = path.split('.').filter((part) => !/^\d+$/.test(part))
  const field = fieldNamed(fields, parts[0] === 'recurrence' ? 'recurrenceRule' : (parts[0] ?? ''))
  const own = labelIn(field?.label, language) || path
  const inside = parts[1] && field?.fields ? fieldNamed(field.fields, parts[1]) : null
  const more = labelIn(inside?.label, language)
  return more ? `${own}: ${more}` : own
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value as people read it: times on the clock of the place, names for ids, words for codes. Empty is a dash. */
export function readValue(value: unknown, field: ReadableField | null, reading: Reading): string {
  const words = wordsIn(reading.language)
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (Array.isArray(value)) {
    if (value.length === 0) return '–'
    return value
      .map((each) => readValue(each, field?.type === 'array' ? { ...field, type: 'group' } : field, reading))
      .join('\n')
  }
  if (isObject(value)) {
    if ('root' in value) return richTextWords(value, reading.bare ? null : words) || '–'
    const parts = Object.entries(value)
      .filter(
        ([name, part]) =>
          name !== 'id' && part !== null && part !== '' && part !== undefined && part !== false,
      )
      .map(([name, part]) => {
        const inner = field?.fields ? fieldNamed(field.fields, name) : null
        return `${labelIn(inner?.label, reading.language) || name}: ${readValue(part, inner, reading)}`
      })
    return parts.join(' · ') || '–'
  }
  const text = String(value)
  if (field?.name === 'recurrenceRule') return recurrenceWords(text, reading.language, reading.zone) ?? text
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text))
    return timeWords(text, reading.zone, reading.language) ?? text
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return dayWords(text, reading.language)
  return optionLabel(field, text, adminLanguage(reading.language)) ?? reading.names.get(text) ?? text
}

function optionLabel(field: ReadableField | null, value: string, language: AdminLanguage): string | null {
  if (!Array.isArray(field?.options)) return null
  const option = (field.options as { value: string; label: unknown }[]).find((each) => each.value === value)
  return option ? labelIn(option.label, language) || value : null
}
