import type { FieldFault } from '../shared/errors.js'

/** Two translations into one language: a reader would get either, and nobody knows which. Each by its place in the list. */
export function translationFaults(
  translations: readonly { language?: string | null }[] | null | undefined,
): FieldFault[] {
  const seen = new Set<string>()
  return (translations ?? []).flatMap(({ language }, index): FieldFault[] => {
    if (!language) return []
    if (!seen.has(language)) {
      seen.add(language)
      return []
    }
    const message = 'There is a translation into this language already.'
    return [{ field: `translations.${index}.language`, code: 'repeated', message }]
  })
}
