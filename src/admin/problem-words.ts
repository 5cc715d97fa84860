import type { ErrorCode } from '../shared/errors.js'
import type { Problem } from './fetch-json.js'
import { adminLanguage, labelIn } from './language.js'
import { dayWords } from './time-words.js'
import { faultLabels, refusalLabels } from './messages/problems.js'

type SaidFault = { field: string; code: string; message: string }

/** One fault as a sentence, without the name of its field; in the server's own words where we have none. */
export function faultSentence({ field, code, message }: SaidFault, language: string): string {
  const labels =
    faultLabels[`${field} ${code}`] ??
    faultLabels[code] ??
    (code.startsWith('rule-') ? faultLabels['bad-times'] : undefined)
  return labels ? withDates(labelIn(labels, language), message, language) : message
}

/** The days that the server names in its sentence, where ours names them. */
const withDates = (sentence: string, message: string, language: string): string =>
  sentence.replace('{dates}', () =>
    (message.match(/\d{4}-\d{2}-\d{2}/g) ?? [])
      .map((day) => dayWords(day, adminLanguage(language)))
      .join(', '),
  )

/** Why something was refused, as one sentence. The server itself speaks English, and often says more. */
export function faultWords(problem: Pick<Problem, 'code' | 'detail'>, language: string): string {
  const labels = refusalLabels[problem.code as ErrorCode] as (typeof refusalLabels)[ErrorCode] | undefined
  if (labels && !(language === 'en' && problem.detail)) return labelIn(labels, language)
  return problem.detail ?? labelIn(refusalLabels.internal, language)
}
