'use client'

import { useEffect, useState } from 'react'
import type { RecordLanguage } from '../../privacy/processing/records.js'
import { fetchJson } from '../fetch-json.js'
import { labelIn } from '../language.js'
import { processingLabels } from '../messages/processing.js'

export type ProcessingWord = keyof typeof processingLabels

/** One of the records as it stands now. Null while it is asked for, `failed` where it could not be read. */
export function useRecord<T>(address: string | null): T | null | 'failed' {
  const [found, setFound] = useState<T | null | 'failed'>(null)
  useEffect(() => {
    let here = true
    setFound(null)
    if (address)
      void fetchJson<T>(address).then(({ ok, body }) => {
        if (here) setFound(ok ? body : 'failed')
      })
    return () => {
      here = false
    }
  }, [address])
  return found
}

/** The words of the records in the language that they are read in, with `{n}` and the like filled in. */
export const sayIn =
  (language: RecordLanguage) =>
  (word: ProcessingWord, facts: Record<string, string | number> = {}): string =>
    labelIn(processingLabels[word], language).replace(/\{(\w+)\}/g, (_, name: string) =>
      String(facts[name] ?? ''),
    )
