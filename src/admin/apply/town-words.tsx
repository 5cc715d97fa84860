'use client'

import { useWords } from '../use-words.js'

/** What the municipality says, in the language of the page, else in the one it has; a reader aloud is told which. */
export function InTownWords({ words }: { words: readonly { language: string; text: string }[] }) {
  const { language } = useWords()
  const said = words.find((one) => one.language === language) ?? words[0]
  if (!said) return null
  return <span lang={said.language === language ? undefined : said.language}>{said.text}</span>
}
