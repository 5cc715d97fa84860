'use client'

import { useEffect } from 'react'
import { useTranslation } from '../ui-kit.js'
import { useWords } from '../use-words.js'
import type { Town } from './apply-view.js'

/** The language of a public page: one of the municipality's, its first one unless another was chosen. */
export function useTownLanguage(town: Town | null): {
  language: string
  choose: (language: string) => void
} {
  const { switchLanguage } = useTranslation()
  const { language } = useWords()
  const first = town && !town.languages.includes(language) ? town.languages[0] : null
  useEffect(() => {
    if (first) void switchLanguage?.(first as never)
  }, [first, switchLanguage])
  return { language, choose: (wanted) => void switchLanguage?.(wanted as never) }
}
