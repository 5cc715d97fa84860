import { findInAddress, findPersonalData } from './find-personal-data.js'
import type { Finding } from './kinds.js'
import { isRichText, placeOf, wordsOf } from './rich-text-words.js'

/**
 * Ids that Torg or its database gives (UUIDs, 24 hexadecimal digits): their digits mean nothing to a reader. Every other
 * text is read, whatever its field is called: a field of codes in one place is one of words in another.
 */
const isId = (text: string): boolean =>
  /^([0-9a-f]{24}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(text)

/** A text of a form or document, plain or rich, and the way to it with dots. */
export interface TextField {
  field: string
  value: string | { root: unknown }
}

/** Every text in a document's content, with its field: `translations.0.body`, `overrides.3.note`. */
export function textFields(value: unknown, field = ''): TextField[] {
  if (typeof value === 'string') return value === '' || isId(value) ? [] : [{ field, value }]
  if (typeof value !== 'object' || value === null) return []
  if (isRichText(value)) return [{ field, value }]
  return Object.entries(value).flatMap(([name, inner]) =>
    textFields(inner, field ? `${field}.${name}` : name),
  )
}

/** A field that holds one address and nothing else. */
const isAddress = (text: string) => /^\s*https?:\/\/\S+\s*$/i.test(text)

/** What stands in these texts: kind, field and place, never the value. */
export function findInFields(fields: readonly TextField[], today: Date): Finding[] {
  return fields.flatMap(({ field, value }): Finding[] => {
    if (typeof value === 'string')
      return (isAddress(value) ? findInAddress : findPersonalData)(value, today).map(
        ({ kind, from, to }) => ({
          kind,
          field,
          place: [{ node: [], from, to }],
        }),
      )
    const { text, pieces, links } = wordsOf(value)
    return [
      ...findPersonalData(text, today).map((hit) => ({ kind: hit.kind, field, place: placeOf(hit, pieces) })),
      ...links.flatMap(({ url, node }) =>
        findInAddress(url, today).map(({ kind, from, to }) => ({
          kind,
          field,
          place: [{ node, from, to }],
        })),
      ),
    ]
  })
}
