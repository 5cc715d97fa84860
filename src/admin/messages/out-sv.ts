import type { outEn } from './out-en.js'

/** What is said of what is out before anybody looked, and of the start that comes before a decision, in Swedish. */
export const outSv: typeof outEn = {
  announcedOut: 'Meddelat: {status} · {which}',
  outMore: 'och {n} till|och {n} till',
}
