import { showable } from '../shared/characters.js'
import { asNode, deepest, isInline, linkOf, safeUrl, type EditorNode } from '../shared/editor-state.js'
import type { Hit, NodeSpan, Span } from './kinds.js'

type Way = readonly number[]
/** A node of the text and the way to it through `children`. */
interface Placed {
  node: EditorNode
  way: Way
}

/** A piece of the joined words and the node that it stands in. */
interface Piece extends Span {
  node: Way
}

/** The words of a rich text as a reader sees them, in one string, and where each piece of it stands. */
export interface Words {
  text: string
  pieces: Piece[]
  /** Addresses of links, which a reader does not see; each is a text of its own. */
  links: { url: string; node: Way }[]
}

/** Between blocks nothing is joined: the end of one paragraph and the beginning of the next are two things. */
export const betweenBlocks = ' ; '

export const isRichText = (value: unknown): value is { root: unknown } =>
  asNode(value) !== null && 'root' in (value as object)

const childrenAt = ({ node, way }: Placed): Placed[] =>
  Array.isArray(node.children)
    ? node.children.flatMap((child: unknown, index) => {
        const inner = asNode(child)
        return inner ? [{ node: inner, way: [...way, index] }] : []
      })
    : []

/**
 * Joins the texts of a rich text where what is published of it joins them (`toRichText`), and parts them where that
 * parts them: a number half of which is bold is one number. What is not published at all comes last.
 */
export const wordsOf = (state: { root: unknown }): Words => new Joiner().join(state)

/** Mirrors the steps of `toRichText`; a property test holds the two together. */
class Joiner {
  private readonly words: Words = { text: '', pieces: [], links: [] }
  private parts: string[] = []
  private length = 0
  private readonly left: Placed[] = []

  join({ root }: { root: unknown }): Words {
    const node = asNode(root)
    if (node) {
      const top = { node, way: [] }
      if (typeof node.text === 'string') this.left.push({ node: { text: node.text }, way: [] })
      this.blocks(childrenAt(top), 1)
    }
    for (const each of this.left) this.leftOut(each)
    return { ...this.words, text: this.parts.join('') }
  }

  private add(text: string, way: Way | null) {
    if (way && text) this.words.pieces.push({ from: this.length, to: this.length + text.length, node: way })
    this.parts.push(text)
    this.length += text.length
  }

  private part() {
    if (this.length > 0 && this.parts.at(-1) !== betweenBlocks) this.add(betweenBlocks, null)
  }

  private blocks(nodes: Placed[], depth: number) {
    if (depth > deepest) return void this.left.push(...nodes)
    for (const each of nodes) {
      if (isInline(each.node)) this.inline([each], depth)
      else {
        this.part()
        if (each.node.type === 'heading') this.inline(childrenAt(each), depth + 1)
        else if (each.node.type === 'list') this.list(each, depth)
        else this.blocks(childrenAt(each), depth + 1)
        this.part()
      }
    }
  }

  private list(list: Placed, depth: number) {
    if (depth > deepest) return void this.left.push(list)
    for (const entry of childrenAt(list)) {
      const inner = entry.node.type === 'listitem' ? childrenAt(entry) : [entry]
      if (entry.node.type === 'listitem') this.keepText(entry)
      this.part()
      this.inline(
        inner.filter(({ node }) => node.type !== 'list'),
        depth + 1,
      )
      this.part()
      for (const one of inner) if (one.node.type === 'list') this.list(one, depth + 1)
    }
  }

  private inline(nodes: Placed[], depth: number) {
    if (depth > deepest) return void this.left.push(...nodes)
    for (const each of nodes) {
      const { node, way } = each
      if (node.type === 'linebreak') {
        this.add('\n', null)
        this.keepText(each)
        this.left.push(...childrenAt(each))
      } else if (typeof node.text === 'string') {
        this.add(node.text, way)
        this.keepLink(each)
        this.left.push(...childrenAt(each))
      } else this.link(each, depth)
    }
  }

  /** A link, or a node whose kind is not published and whose words are. A link without words is not published. */
  private link(each: Placed, depth: number) {
    const [parts, pieces, length] = [this.parts.length, this.words.pieces.length, this.length]
    this.keepLink(each)
    this.inline(childrenAt(each), depth + 1)
    const url = linkOf(each.node)
    if (url === null || safeUrl(url) === null) return
    if (this.parts.slice(parts).some((part) => showable(part).trim() !== '')) return
    this.parts.length = parts
    this.words.pieces.length = pieces
    this.length = length
  }

  private keepLink({ node, way }: Placed) {
    const url = linkOf(node)
    if (url) this.words.links.push({ url, node: way })
  }

  /** A text on a node of a kind that has none. */
  private keepText({ node, way }: Placed) {
    if (typeof node.text === 'string') this.left.push({ node: { text: node.text }, way })
  }

  /** Words that are not published as they stand. By a list of work, so that no depth ends the process. */
  private leftOut(top: Placed) {
    this.part()
    const work = [top]
    for (let next = work.pop(); next; next = work.pop()) {
      if (typeof next.node.text === 'string') this.add(next.node.text, next.way)
      this.keepLink(next)
      work.push(...childrenAt(next).reverse())
    }
  }
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

/** Every piece of the words from its beginning to its end. */
export const wholePlace = ({ pieces }: Words): NodeSpan[] =>
  pieces.map(({ node, from, to }) => ({ node, from: 0, to: to - from }))
