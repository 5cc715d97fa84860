/** The words of what is out before anybody looked, of what starts before it is decided, and of the way to the log, in English. */
export const outEn = {
  announcedOut: 'Announced: {status} · {which}',
  clockByStart: 'Decide before it starts, {at}',
  clockStarted: 'Has started without a decision',
  logEveryDocument: 'Show every item',
  logHouseRule: 'House rule: {code}',
  logOneDocument: 'Item {id} only',
  logOnlyDocument: 'Show this item only',
  outMore: 'and {n} more|and {n} more',
  showInLog: 'Show in the log',
}
