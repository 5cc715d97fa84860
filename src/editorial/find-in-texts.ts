import { findInFields, type TextField } from '../privacy/find-in-fields.js'
import { findPersonalData } from '../privacy/find-personal-data.js'
import type { Finding } from '../privacy/kinds.js'
import { wholePlace, wordsOf } from '../privacy/rich-text-words.js'
import { plainText, toRichText } from '../publication/rich-text.js'

/** What looks like personal data in these texts, read as they are written and once more as they would be published. */
export const findInTexts = (fields: readonly TextField[], today: Date): Finding[] =>
  fields.flatMap((field) => {
    const found = findInFields([field], today)
    return [...found, ...onlyPublished(field, found, today)]
  })

/** Kinds that only the published words hold, such as a number on two lines. They stand somewhere in the whole field. */
function onlyPublished({ field, value }: TextField, found: Finding[], today: Date): Finding[] {
  if (typeof value === 'string') return []
  const kinds = new Set(findPersonalData(plainText(toRichText(value)), today).map(({ kind }) => kind))
  for (const { kind } of found) kinds.delete(kind)
  return [...kinds].map((kind) => ({ kind, field, place: wholePlace(wordsOf(value)) }))
}
