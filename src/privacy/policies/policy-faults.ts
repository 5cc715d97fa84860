import { holdsUnshowable } from '../../shared/characters.js'
import type { FieldFault } from '../../shared/errors.js'
import { isDay } from '../identity-numbers.js'
import type { PolicyVersion } from './policy-version.js'

/** In characters. */
export const longestPolicy = 20_000
export const longestChange = 2_000

/** What is sent to publish a version, as it came. */
export interface PolicyWanted {
  validFrom: unknown
  texts: unknown
  changes: unknown
}

const fault = (field: string, code: string, message: string): FieldFault => ({ field, code, message })

/** Whether something is a day that exists, `YYYY-MM-DD`. */
export function isDate(value: unknown): value is string {
  const parts = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null
  return parts !== null && isDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

function textFaults(
  name: 'texts' | 'changes',
  value: unknown,
  { languages, longest, needed }: { languages: readonly string[]; longest: number; needed: boolean },
): FieldFault[] {
  if (value === undefined || value === null)
    return needed ? [fault(name, 'required', 'Write it in each language of the municipality')] : []
  if (typeof value !== 'object' || Array.isArray(value))
    return [fault(name, 'wrong-type', 'A text for each language, as {"sv": "…"}')]
  const texts = value as Record<string, unknown>
  const unknown = Object.keys(texts)
    .filter((language) => !languages.includes(language))
    .map((language) => fault(`${name}.${language}`, 'unknown-field', 'Not a language of the municipality'))
  const wrong = languages.flatMap((language): FieldFault[] => {
    const field = `${name}.${language}`
    const text = Object.hasOwn(texts, language) ? texts[language] : undefined
    const empty = text === undefined || text === null || (typeof text === 'string' && text.trim() === '')
    if (empty) return needed ? [fault(field, 'required', 'Write it in this language, too')] : []
    if (typeof text !== 'string') return [fault(field, 'wrong-type', 'This is a text')]
    if (text.length > longest) return [fault(field, 'too-long', `At most ${longest} characters`)]
    if (holdsUnshowable(text))
      return [fault(field, 'characters', 'This holds characters that cannot be shown')]
    return []
  })
  return [...unknown, ...wrong]
}

/**
 * What keeps a version from being published. `today`: the day in the municipality's zone. A version begins today at the
 * earliest and never before the one that it follows; from the second one on it says what has changed.
 */
export function policyFaults(
  { validFrom, texts, changes }: PolicyWanted,
  {
    languages,
    today,
    last,
  }: {
    languages: readonly string[]
    today: string
    last: Pick<PolicyVersion, 'validFrom'> | null
  },
): FieldFault[] {
  const day = !isDate(validFrom)
    ? [
        validFrom === undefined || validFrom === null || validFrom === ''
          ? fault('validFrom', 'required', 'The first day on which it is in force')
          : fault('validFrom', 'format', 'A day, as 2026-12-01'),
      ]
    : validFrom < today
      ? [fault('validFrom', 'past', `Today at the earliest: ${today}`)]
      : last && validFrom < last.validFrom
        ? [fault('validFrom', 'before-last', `Not before the version that it follows: ${last.validFrom}`)]
        : []
  return [
    ...day,
    ...textFaults('texts', texts, { languages, longest: longestPolicy, needed: true }),
    ...textFaults('changes', changes, { languages, longest: longestChange, needed: last !== null }),
  ]
}
