import type { outEn } from './out-en.js'

/** The words of what is out before anybody looked, of what starts before it is decided, and of the way to the log, in Swedish. */
export const outSv: typeof outEn = {
  announcedOut: 'Meddelat: {status} · {which}',
  clockByStart: 'Beslut före starten, {at}',
  clockStarted: 'Har börjat utan beslut',
  logEveryDocument: 'Visa alla ärenden',
  logHouseRule: 'Husregel: {code}',
  logOneDocument: 'Bara ärende {id}',
  logOnlyDocument: 'Visa bara det här ärendet',
  outMore: 'och {n} till|och {n} till',
  showInLog: 'Visa i loggen',
}
