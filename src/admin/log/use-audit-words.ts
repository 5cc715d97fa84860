'use client'

import { labelIn } from '../language.js'
import { auditLabels, doneLabels, otherKindLabels } from '../messages/audit.js'
import { reasonOfDoing } from '../messages/log-reasons.js'
import { logWords } from '../messages/log-words.js'
import type { MunicipalitySettings } from '../use-municipality.js'
import { useWords } from '../use-words.js'
import { houseRuleWords } from './house-rule-words.js'

export type AuditWord = keyof typeof auditLabels

/** The words of the log's page, with `{n}` and the like filled in, and those for what it keeps as codes. */
export function useAuditWords() {
  const { language, label, w } = useWords()
  const say = (word: AuditWord, facts: Record<string, string | number> = {}): string =>
    labelIn(auditLabels[word], language).replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))
  const action = (code: string): string => label(doneLabels[code] ?? logWords.action?.[code]) || code
  const kind = (code: string): string => label(otherKindLabels[code] ?? logWords.kind?.[code]) || code
  const reason = (of: string, code: string, rules: MunicipalitySettings['houseRules'] = []): string =>
    label(reasonOfDoing(of, code)) || houseRuleWords(of, code, rules, language, w) || code
  return { say, action, kind, reason, language }
}
