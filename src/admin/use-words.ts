'use client'

import { adminLanguage, labelIn, wordsIn } from './language.js'
import { useTranslation } from './ui-kit.js'

/** Our words, and labels of collections and concepts, in the language that the admin is shown in. */
export function useWords() {
  const { i18n } = useTranslation()
  const language = adminLanguage(i18n.language)
  return { language, w: wordsIn(language), label: (value: unknown) => labelIn(value, language) }
}
