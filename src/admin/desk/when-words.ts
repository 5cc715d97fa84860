import type { AdminLanguage } from '../language.js'
import { dayWords, timeWords } from '../time-words.js'

/** When something takes place, as people write it: a day, or a time on the clock of the place. */
export const whenWords = (start: string, zone: string, language: AdminLanguage): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(start) ? dayWords(start, language) : (timeWords(start, zone, language) ?? start)
