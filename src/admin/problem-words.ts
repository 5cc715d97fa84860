import type { Problem } from './fetch-json.js'
import { wordsIn } from './language.js'
import type { Messages } from './messages/en.js'

/** Our sentence for each way in which Torg says no; what has none is told in the server's own words. */
const refusals: Record<string, keyof Messages> = {
  'not-logged-in': 'refusedNotLoggedIn',
  'not-allowed': 'refusedNotAllowed',
  'organisation-not-approved': 'refusedOrganisation',
  'municipality-closed': 'refusedMunicipality',
  'surface-not-allowed': 'refusedSurface',
  'four-eyes': 'refusedFourEyes',
  'not-found': 'refusedNotFound',
  'revision-conflict': 'refusedRevision',
  'not-possible-in-this-state': 'refusedState',
  'field-conflict': 'refusedFieldConflict',
  'already-appealed': 'refusedAppealed',
  duplicate: 'refusedDuplicate',
  'too-large': 'refusedTooLarge',
  'unsupported-media-type': 'refusedFileType',
  'invalid-input': 'refusedInput',
  incomplete: 'refusedIncomplete',
  'too-many-requests': 'refusedTooMany',
  unavailable: 'refusedUnavailable',
  internal: 'refusedInternal',
}

const faults: Record<string, keyof Messages> = {
  required: 'faultRequired',
  missing: 'faultMissing',
  'too-long': 'faultTooLong',
  format: 'faultFormat',
  range: 'faultRange',
  type: 'faultFormat',
  link: 'faultLink',
  'line-break': 'faultLineBreak',
  'before-start': 'faultBeforeStart',
  repeated: 'faultRepeated',
  currency: 'faultCurrency',
  contradiction: 'faultContradiction',
  'incomplete-pair': 'faultPair',
  'in-the-past': 'faultPast',
  'too-late': 'faultLate',
  'start-not-in-rule': 'faultStartNotInRule',
  'not-found': 'faultNotFound',
  'changed-in-both': 'faultBothChanged',
  'never-again': 'faultNeverAgain',
  'bad-times': 'faultRule',
  'not-a-picture': 'faultNotAPicture',
  damaged: 'faultNotAPicture',
  'too-many-pixels': 'faultTooManyPixels',
  'not-settable': 'faultNotSettable',
  'unknown-code': 'faultUnknownCode',
}

type SaidFault = { field: string; code: string; message: string }

/** One fault as a sentence, without the name of its field. */
export function faultSentence(fault: SaidFault, language: string): string {
  const key = faults[fault.code] ?? (fault.code.startsWith('rule-') ? 'faultRule' : undefined)
  return key ? String(wordsIn(language)[key]) : fault.message
}

/** Why something was refused, as one sentence. */
export function faultWords(problem: Problem, language: string): string {
  const key = problem.code ? refusals[problem.code] : undefined
  const words = wordsIn(language)
  return key ? String(words[key]) : (problem.detail ?? words.refusedInternal)
}
