import { reasonLists, type Labels } from '../../moderation/reasons.js'
import { roleLabels } from '../../tenancy/role-labels.js'
import { howLabels } from './audit.js'
import { logWords, reasonWords } from './log-words.js'
import { categoryLabels, holdReasonLabels } from './retention.js'

type Words = Record<string, Labels | undefined>

/** Of what retention did or was told: what is kept, or why something is held back. */
function retained(of: string, code: string): Labels | undefined {
  if (of === 'end-of-time' || of === 'set-period') return categoryLabels[code]
  return of === 'hold-data' || of === 'lift-hold' ? (holdReasonLabels as Words)[code] : undefined
}

/** Number of the device that an entry names. */
function deviceWords(code: string): Labels | undefined {
  const number = /^device-(\d+)$/.exec(code)?.[1]
  return number === undefined
    ? undefined
    : { sv: `enhet ${number}`, nb: `enhet ${number}`, en: `device ${number}` }
}

/** What an entry of the log or a notice keeps as the code of its reason, in words; the same code says different things of different doings. */
export const reasonOfDoing = (of: string, code: string): Labels | undefined =>
  retained(of, code) ??
  (howLabels as Words)[code] ??
  deviceWords(code) ??
  (roleLabels as Words)[code] ??
  (reasonWords(of) as Words)[code] ??
  (logWords.rule as Words | undefined)?.[code] ??
  (reasonLists.override as Words)[code]
