'use client'

import { roleLabels } from '../../tenancy/role-labels.js'
import { labelIn } from '../language.js'
import { auditLabels, doneLabels, howLabels, otherKindLabels } from '../messages/audit.js'
import { logWords, reasonWords } from '../messages/log-words.js'
import { categoryLabels, holdReasonLabels } from '../messages/retention.js'
import { useWords } from '../use-words.js'

/** Of what retention did or was told: what is kept, or why something is held back. */
function retained(of: string, code: string): unknown {
  if (of === 'end-of-time' || of === 'set-period') return categoryLabels[code]
  return of === 'hold-data' || of === 'lift-hold'
    ? (holdReasonLabels as Record<string, unknown>)[code]
    : undefined
}

export type AuditWord = keyof typeof auditLabels

/** The words of the log's page, with `{n}` and the like filled in, and those for what it keeps as codes. */
export function useAuditWords() {
  const { language, label } = useWords()
  const say = (word: AuditWord, facts: Record<string, string | number> = {}): string =>
    labelIn(auditLabels[word], language).replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))
  const action = (code: string): string => label(doneLabels[code] ?? logWords.action?.[code]) || code
  const kind = (code: string): string => label(otherKindLabels[code] ?? logWords.kind?.[code]) || code
  const reason = (of: string, code: string): string =>
    label(
      retained(of, code) ??
        howLabels[code] ??
        (roleLabels as Record<string, unknown>)[code] ??
        reasonWords(of)[code] ??
        logWords.rule?.[code],
    ) || code
  return { say, action, kind, reason, language }
}
