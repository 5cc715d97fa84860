import type { RichText } from '../publication/public-data.js'
import { plainText } from '../publication/rich-text.js'

/** A heading or an entry of a list seldom ends with a mark; run together with the next one it would mean something else. */
const closed = /[.!?:;,…–—-][”’"')»]?$/

/** The beginning of a post for lists: one line, at most `most` characters, cut between words. */
export function excerptOf(body: RichText | null, most = 200): string {
  const line = plainText(body)
    .split('\n')
    .map((each) => each.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .map((each, at, all) => (at < all.length - 1 && !closed.test(each) ? `${each}.` : each))
    .join(' ')
  if (line.length <= most) return line
  const cut = line.slice(0, most - 1)
  const blank = cut.lastIndexOf(' ')
  // A text without blanks is cut where it must be, but never within a surrogate pair.
  const kept = blank > most / 2 ? cut.slice(0, blank) : cut.replace(/[\uD800-\uDBFF]$/, '')
  return `${kept.replace(/[\s,.;:–-]+$/, '')}…`
}
