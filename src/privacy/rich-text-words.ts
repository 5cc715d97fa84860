import type { Hit, NodeSpan, Span } from './kinds.js'

interface Node {
  type?: unknown
  text?: unknown
  children?: unknown
  fields?: unknown
  url?: unknown
}

/** A piece of the joined words and the node that it stands in. `place` is the way there through `children`. */
interface Piece extends Span {
  node: readonly number[]
}

/** The words of a rich text as a reader sees them, in one string, and where each piece of it stands. */
export interface Words {
  text: string
  pieces: Piece[]
  /** Addresses of links, which a reader does not see; each is a text of its own. */
  links: { url: string; node: readonly number[] }[]
}

/** Between blocks nothing is joined: the end of one paragraph and the beginning of the next are two things. */
export const betweenBlocks = ' ; '
const inline = new Set(['link', 'autolink'])
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isRichText = (value: unknown): value is { root: unknown } => isNode(value) && 'root' in value

/**
 * Joins the texts of a rich text: a number half of which is bold is one number. A line break within a paragraph is one.
 * By a list of work and not by recursion, so that no depth ends the process.
 */
export function wordsOf(state: { root: unknown }): Words {
  const words: Words = { text: '', pieces: [], links: [] }
  const parts: string[] = []
  let length = 0
  const add = (text: string, node: readonly number[] | null) => {
    if (node && text) words.pieces.push({ from: length, to: length + text.length, node })
    parts.push(text)
    length += text.length
  }
  const work: { node: unknown; way: readonly number[]; after?: boolean }[] = [{ node: state.root, way: [] }]
  for (let next = work.pop(); next; next = work.pop()) {
    const { node, way, after } = next
    if (!isNode(node)) continue
    const isInline = inline.has(String(node.type))
    if (after) {
      if (!isInline) add(betweenBlocks, null)
      continue
    }
    if (typeof node.text === 'string') add(node.text, way)
    else if (node.type === 'linebreak') add('\n', null)
    else if (node.type === 'tab') add(' ', null)
    const url = isNode(node.fields) ? node.fields.url : node.url
    if (isInline && typeof url === 'string') words.links.push({ url, node: way })
    if (!Array.isArray(node.children)) continue
    work.push({ node, way, after: true })
    for (let index = node.children.length - 1; index >= 0; index -= 1)
      work.push({ node: node.children[index] as unknown, way: [...way, index] })
  }
  return { ...words, text: parts.join('') }
}

/** Where a hit in the joined words stands: one part for each node that it is spread over. */
export function placeOf({ from, to }: Hit, pieces: readonly Piece[]): NodeSpan[] {
  let first = 0
  // The first piece that ends behind the beginning of the hit.
  for (let low = 0, high = pieces.length; low < high;) {
    const middle = (low + high) >> 1
    if (pieces[middle]!.to <= from) low = middle + 1
    else high = middle
    first = low
  }
  const place: NodeSpan[] = []
  for (let at = first; at < pieces.length && pieces[at]!.from < to; at += 1) {
    const piece = pieces[at]!
    const start = Math.max(from, piece.from) - piece.from
    place.push({ node: piece.node, from: start, to: Math.min(to, piece.to) - piece.from })
  }
  return place
}
