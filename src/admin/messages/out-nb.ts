import type { outEn } from './out-en.js'

/** What is said of what is out before anybody looked, and of the start that comes before a decision, in Norwegian (bokmål). */
export const outNb: typeof outEn = {
  announcedOut: 'Meldt: {status} · {which}',
  outMore: 'og {n} til|og {n} til',
}
