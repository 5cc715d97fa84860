import { plainCharacters, type Plain } from './plain-characters.js'
import { wordsNearby, type WordsNearby } from './words-nearby.js'

/** One text as it is being read: its characters, the day on which it is read, and the words that stand in it. */
export interface Reading {
  plain: Plain
  today: Date
  near: WordsNearby
}

export function readText(text: string, today: Date): Reading {
  const plain = plainCharacters(text)
  return { plain, today, near: wordsNearby(plain) }
}
