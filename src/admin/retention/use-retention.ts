'use client'

import { useCallback, useEffect, useState } from 'react'
import type { Retention } from '../../privacy/retention/shown-retention.js'
import type { Period } from '../../privacy/retention/period.js'
import { fetchJson } from '../fetch-json.js'
import { labelIn } from '../language.js'
import { categoryLabels, retentionLabels } from '../messages/retention.js'
import { codeOf } from '../../privacy/retention/retention-table.js'
import { useWords } from '../use-words.js'

export type RetentionWord = keyof typeof retentionLabels

/** What is kept in a municipality, and how to read it again. Null while it is asked for, `failed` where it could not be read. */
export function useRetention(line: string) {
  const [found, setFound] = useState<Retention | null | 'failed'>(null)
  const read = useCallback(async () => {
    const { ok, body } = await fetchJson<Retention>(
      `/api/retention?${new URLSearchParams({ municipality: line })}`,
    )
    setFound(ok ? body : 'failed')
  }, [line])
  useEffect(() => {
    void read()
  }, [read])
  return { found, read }
}

/** The words of the page, with `{n}` and the like filled in. */
export function useRetentionWords() {
  const { language, label } = useWords()
  const say = (word: RetentionWord, facts: Record<string, string | number> = {}): string =>
    labelIn(retentionLabels[word], language).replace(/\{(\w+)\}/g, (_, name: string) =>
      String(facts[name] ?? ''),
    )
  const category = (name: string): string => label(categoryLabels[codeOf(name)])
  const period = (length: Period): string => {
    const [n, one, several] =
      'months' in length
        ? ([length.months, 'month', 'months'] as const)
        : ([length.days, 'day', 'days'] as const)
    return n === 0 ? say('untilNight') : n === 1 ? say(one) : say(several, { n })
  }
  return { say, category, period, label, language }
}
