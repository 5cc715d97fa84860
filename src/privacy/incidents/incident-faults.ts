import { holdsUnshowable } from '../../shared/characters.js'
import type { FieldFault } from '../../shared/errors.js'
import { incidentCategories, incidentKinds, reportings, type IncidentFacts } from './incident.js'
import { isReportedLate } from './incident-clock.js'

/** In characters. */
export const longestText = 4_000
export const mostPeople = 20_000_000

/** The fields of an entry, in the order of the form. */
export const incidentFields = [
  'kind',
  'discoveredAt',
  'categories',
  'people',
  'consequences',
  'measures',
  'authority',
  'authorityAt',
  'authorityReason',
  'told',
  'toldAt',
  'closed',
] as const satisfies readonly (keyof IncidentFacts)[]

/** Texts that people write, in which no one is to be named. */
export const incidentTexts = ['consequences', 'measures', 'authorityReason'] as const

type Sent = Readonly<Record<string, unknown>>
const fault = (field: string, code: string, message: string): FieldFault => ({ field, code, message })
const isEmpty = (value: unknown) => value === undefined || value === null || value === ''

function choiceFaults(sent: Sent, field: string, choices: readonly string[]): FieldFault[] {
  if (isEmpty(sent[field])) return [fault(field, 'required', `One of: ${choices.join(', ')}`)]
  return choices.includes(sent[field] as string)
    ? []
    : [fault(field, 'unknown-choice', `One of: ${choices.join(', ')}`)]
}

function textFaults(sent: Sent, field: string, needed: boolean): FieldFault[] {
  const value = sent[field]
  if (isEmpty(value) || (typeof value === 'string' && value.trim() === ''))
    return needed ? [fault(field, 'required', 'Write it in a few words, without names')] : []
  if (typeof value !== 'string') return [fault(field, 'wrong-type', 'This is a text')]
  if (value.length > longestText) return [fault(field, 'too-long', `At most ${longestText} characters`)]
  return holdsUnshowable(value)
    ? [fault(field, 'characters', 'This holds characters that cannot be shown')]
    : []
}

/** An instant with its zone, as `2026-03-27T12:00:00+01:00`. */
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/
export const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && instant.test(value) && !Number.isNaN(Date.parse(value))

function timeFaults(sent: Sent, field: string, needed: boolean, now: Date, after?: unknown): FieldFault[] {
  const value = sent[field]
  if (isEmpty(value)) return needed ? [fault(field, 'required', 'When that was')] : []
  if (!isInstant(value)) return [fault(field, 'format', 'An instant, as 2026-03-27T12:00:00+01:00')]
  if (Date.parse(value) > now.getTime()) return [fault(field, 'future', 'Not later than now')]
  return isInstant(after) && Date.parse(value) < Date.parse(after)
    ? [fault(field, 'before-discovery', 'Not before it was discovered')]
    : []
}

function categoryFaults({ categories }: Sent): FieldFault[] {
  const known: readonly unknown[] = incidentCategories
  if (isEmpty(categories)) return [fault('categories', 'required', 'Which data it concerns')]
  if (!Array.isArray(categories)) return [fault('categories', 'wrong-type', 'A list')]
  if (categories.length === 0) return [fault('categories', 'required', 'Which data it concerns')]
  if (categories.some((each) => !known.includes(each)))
    return [fault('categories', 'unknown-choice', `Of these: ${known.join(', ')}`)]
  return new Set(categories).size < categories.length ? [fault('categories', 'repeated', 'Each once')] : []
}

function peopleFaults({ people }: Sent): FieldFault[] {
  if (people === undefined || people === null) return []
  if (typeof people !== 'number') return [fault('people', 'wrong-type', 'This is a number')]
  return Number.isInteger(people) && people >= 0 && people <= mostPeople
    ? []
    : [fault('people', 'range', `A whole number up to ${mostPeople}`)]
}

/**
 * What keeps an entry from being added. A report after the 72 hours says why it is late; one that is not needed, why. An incident is
 * closed when report and telling are settled and what was done is written.
 */
export function incidentFaults(sent: Sent, now: Date): FieldFault[] {
  const known: readonly string[] = incidentFields
  const reported = sent.authority === 'done'
  const late =
    reported &&
    isInstant(sent.discoveredAt) &&
    isInstant(sent.authorityAt) &&
    isReportedLate(sent as unknown as IncidentFacts)
  const open = sent.authority === 'not-yet' || sent.told === 'not-yet'
  return [
    ...Object.keys(sent)
      .filter((field) => !known.includes(field))
      .map((field) => fault(field, 'unknown-field', 'There is no such field')),
    ...choiceFaults(sent, 'kind', incidentKinds),
    ...timeFaults(sent, 'discoveredAt', true, now),
    ...categoryFaults(sent),
    ...peopleFaults(sent),
    ...textFaults(sent, 'consequences', true),
    ...textFaults(sent, 'measures', sent.closed === true),
    ...choiceFaults(sent, 'authority', reportings),
    ...timeFaults(sent, 'authorityAt', reported, now, sent.discoveredAt),
    ...(!reported && !isEmpty(sent.authorityAt)
      ? [fault('authorityAt', 'contradiction', 'Only where it was reported')]
      : []),
    ...textFaults(sent, 'authorityReason', late || sent.authority === 'not-needed'),
    ...choiceFaults(sent, 'told', reportings),
    ...timeFaults(sent, 'toldAt', sent.told === 'done', now, sent.discoveredAt),
    ...(sent.told !== 'done' && !isEmpty(sent.toldAt)
      ? [fault('toldAt', 'contradiction', 'Only where they were told')]
      : []),
    ...(!isEmpty(sent.closed) && typeof sent.closed !== 'boolean'
      ? [fault('closed', 'wrong-type', 'true or false')]
      : []),
    ...(sent.closed === true && open
      ? [fault('closed', 'still-open', 'Report and telling are settled first')]
      : []),
  ]
}

const text = (value: unknown) => (typeof value === 'string' && value.trim() ? value.trim() : null)
const time = (value: unknown) => (isInstant(value) ? new Date(value).toISOString() : null)

/** The facts of what `incidentFaults` finds nothing wrong with: instants in UTC, texts without what stands around them. */
export const factsOf = (sent: Sent): IncidentFacts => ({
  kind: sent.kind as IncidentFacts['kind'],
  discoveredAt: time(sent.discoveredAt)!,
  categories: sent.categories as IncidentFacts['categories'],
  people: (sent.people as number | null | undefined) ?? null,
  consequences: text(sent.consequences) ?? '',
  measures: text(sent.measures) ?? '',
  authority: sent.authority as IncidentFacts['authority'],
  authorityAt: time(sent.authorityAt),
  authorityReason: text(sent.authorityReason),
  told: sent.told as IncidentFacts['told'],
  toldAt: time(sent.toldAt),
  closed: sent.closed === true,
})
