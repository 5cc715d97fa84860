import { mailChoiceLabels } from '../../mail/choices.js'
import type { Labels } from '../../moderation/reasons.js'
import type { Fact } from '../../privacy/extract/extract-parts.js'
import { roleLabels } from '../../tenancy/role-labels.js'
import { doneLabels, otherKindLabels } from './audit.js'
import { mailFaultLabels, namedAsLabels, ownCodeLabels } from './extract.js'
import { reasonOfDoing } from './log-reasons.js'
import { logWords } from './log-words.js'
import { holdReasonLabels } from './retention.js'

type Words = Record<string, Labels | undefined>
type Facts = Readonly<Record<string, Fact>>

const own = (code: string) => (ownCodeLabels as Words)[code]

/** A code as the server that took no e-mail answered it: `EENVELOPE 450`. */
const answered = (code: string): Labels | undefined => {
  if (!/^E[A-Z]+( \d{3})?$/.test(code)) return undefined
  const withCode = (words: string) => words.replace('{code}', code)
  const { sv, nb, en } = mailFaultLabels
  return { sv: withCode(sv), nb: withCode(nb), en: withCode(en) }
}

/** How what is stored as a code is said, by the name under which it stands in a row. */
const words: Record<string, (code: string, facts: Facts) => Labels | undefined> = {
  action: (code) => (doneLabels as Words)[code] ?? logWords.action?.[code],
  kind: (code) => (otherKindLabels as Words)[code] ?? logWords.kind?.[code] ?? own(code),
  language: own,
  noticeMail: (code) => (mailChoiceLabels as Words)[code],
  purpose: own,
  disabledBecause: own,
  role: (code) => (roleLabels as Words)[code],
  surfaces: own,
  state: (code) => logWords.fromState?.[code],
  publication: (code) => logWords.publication?.[code],
  // Deeper down the path says where: `pending.actor`, `outbox.voids.actor`.
  namedAs: (code) => (namedAsLabels as Words)[code] ?? (namedAsLabels as Words)[code.split('.')[0]!],
  // Of a hold nothing was done that it could be the reason of.
  reason: (code, { action }) =>
    typeof action === 'string' ? reasonOfDoing(action, code) : (holdReasonLabels as Words)[code],
  fault: (code) => own(code) ?? answered(code),
}

/** A code of an extract in words; undefined where it is none, or one of a municipality's own (a house rule). */
export const codeInWords = (name: string, code: string, facts: Facts): Labels | undefined =>
  words[name]?.(code, facts)
