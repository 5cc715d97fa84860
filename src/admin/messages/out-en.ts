/** What is said of what is out before anybody looked, and of the start that comes before a decision, in English. */
export const outEn = {
  announcedOut: 'Announced: {status} · {which}',
  outMore: 'and {n} more|and {n} more',
}
