import { dayAt } from '../calendar/zoned-time.js'
import type { AdminLanguage } from './language.js'
import { dayWords, timeWords } from './time-words.js'

/**
 * When something takes place, as people write it: a day, or a time on the clock of the place. What lasts all day is kept
 * as the first instant of its day in its zone, which by the clock of Greenwich is still the day before.
 */
export const whenWords = (start: string, zone: string, language: AdminLanguage, allDay = false): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(start)
    ? dayWords(start, language)
    : allDay
      ? dayWords(dayAt(new Date(start), zone), language)
      : (timeWords(start, zone, language) ?? start)
