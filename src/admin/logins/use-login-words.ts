'use client'

import { labelIn } from '../language.js'
import { loginLabels } from '../messages/logins.js'
import { timeWords } from '../time-words.js'
import { useWords } from '../use-words.js'

export type LoginWord = keyof typeof loginLabels

/** Our words about logins in the language of the admin; `{n}` and the like are filled in. */
export function useLoginWords() {
  const { language } = useWords()
  const say = (word: LoginWord, facts: Record<string, string | number> = {}): string =>
    labelIn(loginLabels[word], language).replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))
  // Where the reader is: codes and sessions belong to no municipality's clock.
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const when = (instant: string): string => timeWords(instant, timeZone, language) ?? ''
  return { say, when, language }
}
