import { isWebLink, isZoneName } from '../moderation/validation.js'
import type { FieldFault } from '../shared/errors.js'
import { reservedNames } from '../shared/reserved-names.js'

const mostLanguages = 20

type Check = (value: unknown) => FieldFault | null

const fault = (field: string, code: string, message: string): FieldFault => ({ field, code, message })
const nothing = (value: unknown) => value === null || value === ''

const line =
  (field: string, most: number): Check =>
  (value) =>
    typeof value === 'string' && value.length > most
      ? fault(field, 'too-long', `At most ${most} characters`)
      : null

/** What other programs rely on, by field. */
const checks: Record<string, Check> = {
  controller: line('controller', 200),
  dataProtectionContact: line('dataProtectionContact', 200),
  privacyNoticeVersion: line('privacyNoticeVersion', 40),
  slug: (value) =>
    typeof value === 'string' && /^[a-z][a-z0-9-]{1,39}$/.test(value) && !reservedNames.includes(value)
      ? null
      : fault(
          'slug',
          'format',
          'Two to forty small letters, digits and hyphens, and no name that Torg uses itself',
        ),
  zone: (value) =>
    typeof value === 'string' && isZoneName(value)
      ? null
      : fault('zone', 'unknown-zone', 'An IANA zone such as Europe/Stockholm'),
  colour: (value) =>
    nothing(value) || (typeof value === 'string' && /^#[0-9a-fA-F]{6}$/.test(value))
      ? null
      : fault('colour', 'format', 'A colour such as #1f5f8b'),
  languages: (value) => {
    if (!Array.isArray(value) || value.length === 0)
      return fault('languages', 'format', 'At least one language code such as sv')
    if (!value.every((each) => typeof each === 'string' && /^[a-z]{2,3}$/.test(each)))
      return fault('languages', 'format', 'Language codes such as sv, nb and en')
    if (value.length > mostLanguages)
      return fault('languages', 'too-many', `At most ${mostLanguages} languages`)
    return new Set(value).size === value.length
      ? null
      : fault('languages', 'repeated', 'This names the same language twice')
  },
  reportUrl: (value) =>
    nothing(value) ||
    (typeof value === 'string' && (isWebLink(value) || /^mailto:[^\s@]+@[^\s@]+$/.test(value)))
      ? null
      : fault('reportUrl', 'link', 'An https address or mailto:'),
  privacyNoticeUrl: (value) =>
    nothing(value) || (typeof value === 'string' && isWebLink(value))
      ? null
      : fault('privacyNoticeUrl', 'link', 'An https address'),
}

const isWord = (value: unknown) =>
  typeof (value as { text?: unknown } | null)?.text === 'string' &&
  (value as { text: string }).text.trim() !== ''

/** A rule is stated to whoever is refused by it: one without words would say nothing. Each by its place in the list. */
function houseRuleFaults(rules: unknown): FieldFault[] {
  if (!Array.isArray(rules)) return []
  return rules.flatMap((rule: { wording?: unknown } | null, index) =>
    Array.isArray(rule?.wording) && rule.wording.some(isWord)
      ? []
      : [fault(`houseRules.${index}.wording`, 'required', 'Write the rule in at least one language')],
  )
}

const neededAtFirst = ['slug', 'languages', 'zone']

/** Settings of a municipality that cannot be used; of a new one those that are missing too. */
export function municipalityFaults(data: Record<string, unknown>, isNew: boolean): FieldFault[] {
  const single = Object.entries(checks).flatMap(([field, check]) => {
    const given = field in data || (isNew && neededAtFirst.includes(field))
    const found = given ? check(data[field] ?? null) : null
    return found ? [found] : []
  })
  return [...single, ...houseRuleFaults(data.houseRules)]
}
