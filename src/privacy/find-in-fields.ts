import { findPersonalData } from './find-personal-data.js'
import type { Finding } from './kinds.js'
import { isRichText, placeOf, wordsOf } from './rich-text-words.js'

/**
 * Fields that hold no words of people but codes, ids, dates and settings of closed form, whose format has been checked.
 * Everything else is read: a new field is, unless it is named here.
 */
const wordless = new Set([
  'id',
  'language',
  'categories',
  'audiences',
  'areas',
  'coOrganisers',
  'place',
  'attendance',
  'accessibility',
  'currency',
  'bookingCloses',
  'pictures',
  'consentUntil',
  'validUntil',
  'visibleFrom',
  'visibleUntil',
  'umbrella',
  'start',
  'end',
  'startDate',
  'endDate',
  'zone',
  'recurrenceRule',
  'exceptions',
  'additions',
  'occurrence',
  'type',
  'importance',
  'logo',
])

/** A text of a form or document, plain or rich, and the way to it with dots. */
export interface TextField {
  field: string
  value: string | { root: unknown }
}

/** Every text in a document's content, with its field: `translations.0.body`, `overrides.3.note`. */
export function textFields(value: unknown, field = ''): TextField[] {
  if (typeof value === 'string') return value === '' ? [] : [{ field, value }]
  if (typeof value !== 'object' || value === null) return []
  if (isRichText(value)) return [{ field, value }]
  return Object.entries(value)
    .filter(([name]) => !wordless.has(name))
    .flatMap(([name, inner]) => textFields(inner, field ? `${field}.${name}` : name))
}

/** What stands in these texts: kind, field and place, never the value. */
export function findInFields(fields: readonly TextField[], today: Date): Finding[] {
  return fields.flatMap(({ field, value }): Finding[] => {
    if (typeof value === 'string')
      return findPersonalData(value, today).map(({ kind, from, to }) => ({
        kind,
        field,
        place: [{ node: [], from, to }],
      }))
    const { text, pieces, links } = wordsOf(value)
    return [
      ...findPersonalData(text, today).map((hit) => ({ kind: hit.kind, field, place: placeOf(hit, pieces) })),
      ...links.flatMap(({ url, node }) =>
        findPersonalData(url, today).map(({ kind, from, to }) => ({
          kind,
          field,
          place: [{ node, from, to }],
        })),
      ),
    ]
  })
}
