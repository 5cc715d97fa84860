import type { outEn } from './out-en.js'

/** The words of what is out before anybody looked, of what starts before it is decided, and of the way to the log, in Norwegian (bokmål). */
export const outNb: typeof outEn = {
  announcedOut: 'Meldt: {status} · {which}',
  clockByStart: 'Avgjøres før start, {at}',
  clockStarted: 'Har begynt uten avgjørelse',
  logEveryDocument: 'Vis alle saker',
  logHouseRule: 'Husregel: {code}',
  logOneDocument: 'Bare sak {id}',
  logOnlyDocument: 'Vis bare denne saken',
  outMore: 'og {n} til|og {n} til',
  showInLog: 'Vis i loggen',
}
