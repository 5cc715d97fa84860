import type { ErrorCode } from '../shared/errors.js'
import type { Problem } from './fetch-json.js'
import { labelIn } from './language.js'
import { faultLabels, refusalLabels } from './messages/problems.js'

type SaidFault = { field: string; code: string; message: string }

/** One fault as a sentence, without the name of its field; in the server's own words where we have none. */
export function faultSentence({ field, code, message }: SaidFault, language: string): string {
  const labels =
    faultLabels[`${field} ${code}`] ??
    faultLabels[code] ??
    (code.startsWith('rule-') ? faultLabels['bad-times'] : undefined)
  return labels ? labelIn(labels, language) : message
}

/** Why something was refused, as one sentence. The server itself speaks English, and often says more. */
export function faultWords(problem: Pick<Problem, 'code' | 'detail'>, language: string): string {
  const labels = refusalLabels[problem.code as ErrorCode] as (typeof refusalLabels)[ErrorCode] | undefined
  if (labels && !(language === 'en' && problem.detail)) return labelIn(labels, language)
  return problem.detail ?? labelIn(refusalLabels.internal, language)
}
