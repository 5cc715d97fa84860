import { en, type Messages } from './messages/en.js'
import { nb } from './messages/nb.js'
import { sv } from './messages/sv.js'

export const adminLanguages = ['sv', 'nb', 'en'] as const
export type AdminLanguage = (typeof adminLanguages)[number]

const all: Record<AdminLanguage, Messages> = { sv, nb, en }

export function adminLanguage(code: string | null | undefined): AdminLanguage {
  return adminLanguages.find((each) => each === code) ?? 'sv'
}

/** Our own words in the language of the admin. */
export const wordsIn = (code: string | null | undefined): Messages => all[adminLanguage(code)]

/** The label for this language out of one that holds all three, as collections and concepts write them. */
export function labelIn(label: unknown, code: string | null | undefined): string {
  if (typeof label === 'string') return label
  const one = (label as Partial<Record<AdminLanguage, string>> | null | undefined)?.[adminLanguage(code)]
  return typeof one === 'string' ? one : ''
}
