import type { RichText } from '../publication/public-data.js'
import { plainText } from '../publication/rich-text.js'

/** A heading or an entry of a list seldom ends with a mark; run together with the next one it would mean something else. */
const closed = /(?:[.!?:;,…–—-][”’"')»]?|https?:\/\/\S+|^)$/

/** The beginning of a post for lists: one line, at most `most` characters, cut between words. */
export function excerptOf(body: RichText | null, most = 200): string {
  const nodes = body?.nodes ?? []
  const line = nodes
    .flatMap((node, at) => {
      const lines = plainText({ html: '', nodes: [node] }).split('\n')
      return node.type === 'paragraph'
        ? lines
        : lines.map((each, entry) =>
            closed.test(each.trim()) || (at === nodes.length - 1 && entry === lines.length - 1)
              ? each
              : `${each.trim()}.`,
          )
    })
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length <= most) return line
  const cut = line.slice(0, most - 1)
  const blank = cut.lastIndexOf(' ')
  // A text without blanks is cut where it must be, but never within a surrogate pair.
  const kept = blank > most / 2 ? cut.slice(0, blank) : cut.replace(/[\uD800-\uDBFF]$/, '')
  return `${kept.replace(/[\s,.;:–-]+$/, '')}…`
}
