import { findInAddress, findPersonalData } from './find-personal-data.js'
import { betweenBlocks, placeOf, wordsOf } from './rich-text-words.js'
import type { Kind, Span } from './kinds.js'

/** What a writer is shown of a finding: its kind, its words among their neighbours, and where they stand. */
export interface Mark {
  kind: Kind
  before: string
  found: string
  after: string
  /** In a plain text one span; in a rich text one for each text node, counted from 0. None where it is not seen. */
  at: (Span & { node: number })[]
}

/** Characters shown on either side. */
const neighbours = 24

function excerpt(text: string, { from, to }: Span): Pick<Mark, 'before' | 'found' | 'after'> {
  const start = Math.max(0, from - neighbours)
  const end = Math.min(text.length, to + neighbours)
  return {
    before: (start > 0 ? '…' : '') + text.slice(start, from),
    found: text.slice(from, to),
    after: text.slice(to, end) + (end < text.length ? '…' : ''),
  }
}

/** Without the signs that stand between paragraphs, or what a cut has left of them. */
const readable = ({ before, found, after }: Pick<Mark, 'before' | 'found' | 'after'>) => ({
  before: before.replaceAll(betweenBlocks, ' ').replace(/^…? ?; /, '…'),
  found,
  after: after.replaceAll(betweenBlocks, ' ').replace(/[ ;]+…?$/, (end) => (end.includes('…') ? '…' : '')),
})

/** The order in which the page shows the nodes; words are read in that in which they are published. */
function asTheyStand(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((index, depth) => index !== other[depth])
  return at < 0 ? one.length - other.length : one[at]! - (other[at] ?? -1)
}

/**
 * Marks what looks like personal data in one text, plain or rich, for the person who writes it. The marks hold the
 * words themselves and are for the page where the text is being written: they go nowhere else.
 */
export function marksIn(value: string | { root: unknown }, today: Date): Mark[] {
  if (typeof value === 'string')
    return findPersonalData(value, today).map((hit) => ({
      kind: hit.kind,
      ...excerpt(value, hit),
      at: [{ node: 0, from: hit.from, to: hit.to }],
    }))
  const { text, pieces, links } = wordsOf(value)
  const inOrder = pieces.map(({ node }) => node).sort(asTheyStand)
  const numbers = new Map(inOrder.map((node, index) => [node, index]))
  return [
    ...findPersonalData(text, today).map((hit) => ({
      kind: hit.kind,
      ...readable(excerpt(text, hit)),
      at: placeOf(hit, pieces).map(({ node, from, to }) => ({ node: numbers.get(node)!, from, to })),
    })),
    // The address of a link is not among the words.
    ...links.flatMap(({ url }) =>
      findInAddress(url, today).map((hit) => ({ kind: hit.kind, ...excerpt(url, hit), at: [] })),
    ),
  ]
}
