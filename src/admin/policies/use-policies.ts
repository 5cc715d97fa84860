'use client'

import { useCallback, useEffect, useState } from 'react'
import type { DuePolicy, ShownPolicies } from '../../privacy/policies/policy-version.js'
import { fetchJson } from '../fetch-json.js'
import { labelIn } from '../language.js'
import { languageLabels, policyLabels } from '../messages/policies.js'
import { useWords } from '../use-words.js'

export type PolicyWord = keyof typeof policyLabels

/** The words of the terms, with `{n}` and the like filled in. */
export function usePolicyWords() {
  const { language, label } = useWords()
  const say = (word: PolicyWord, facts: Record<string, string | number> = {}): string =>
    labelIn(policyLabels[word], language).replace(/\{(\w+)\}/g, (_, name: string) =>
      String(facts[name] ?? ''),
    )
  const nameOfLanguage = (code: string): string => label(languageLabels[code]) || code
  return { say, label, language, nameOfLanguage }
}

/** What a municipality has published, and how to read it again. Null while it is asked for, `failed` where it could not be read. */
export function usePolicies(municipality: string) {
  const [found, setFound] = useState<ShownPolicies | null | 'failed'>(null)
  const read = useCallback(async () => {
    const { ok, body } = await fetchJson<ShownPolicies>(
      `/api/policies?${new URLSearchParams({ municipality })}`,
    )
    setFound(ok ? body : 'failed')
  }, [municipality])
  useEffect(() => void read(), [read])
  return { found, read }
}

/** What has to be accepted in a municipality before something is submitted there; null where nothing, or not known yet. */
export function useNeededPolicy(municipality: string | null) {
  const [due, setDue] = useState<DuePolicy | null>(null)
  const read = useCallback(async () => {
    if (!municipality) return
    const { ok, body } = await fetchJson<{ due: DuePolicy[] }>('/api/policies/due')
    if (!ok) return
    setDue(body.due.find((one) => one.needed && one.municipality.id === municipality) ?? null)
  }, [municipality])
  useEffect(() => void read(), [read])
  return { due, read }
}

/** The text in the reader's language, else in the first of the municipality's. */
export const textFor = (texts: Readonly<Record<string, string>>, language: string) => {
  const spoken = texts[language] ? language : Object.keys(texts)[0]
  return spoken === undefined ? null : { language: spoken, text: texts[spoken]! }
}
