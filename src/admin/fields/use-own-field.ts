'use client'

import { useSaveFaults } from '../actions/save-faults.js'
import { faultSentence } from '../problem-words.js'
import { useDocumentInfo, useField } from '../ui-kit.js'
import { useWords } from '../use-words.js'

/**
 * A field of Payload's form, with what is wrong in it: what the form says, or what the last save was refused for, which
 * the form forgets as soon as it asks about itself again.
 */
export function useOwnField<Value>(path: string) {
  const { language } = useWords()
  const { id, collectionSlug } = useDocumentInfo()
  const refused = useSaveFaults(`${collectionSlug ?? ''}/${id ?? ''}`).find(({ field }) => field === path)
  const { value, setValue, showError, errorMessage, disabled } = useField<Value>({ path })
  const said = showError ? (errorMessage ?? null) : null
  return {
    value,
    setValue,
    disabled,
    error: refused ? faultSentence(refused, language) : said,
  }
}
