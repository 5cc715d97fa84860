import { createHash } from 'node:crypto'
import type { Blocks } from './demo-shape.js'

/** The part of Payload's Lexical state that the demo uses; field for field what its editor itself would save. */
export interface LexicalNode {
  type: string
  version: number
  [field: string]: unknown
}
export interface LexicalState {
  root: LexicalNode & { children: LexicalNode[] }
}

const element = { direction: 'ltr', format: '', indent: 0 }

const text = (words: string): LexicalNode => ({
  type: 'text',
  version: 1,
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
  text: words,
})

/** Derived from what it stands for, so that two seedings give the same document. */
const linkId = (words: string, url: string) =>
  createHash('sha256').update(`${words}\n${url}`).digest('hex').slice(0, 24)

const link = (words: string, url: string): LexicalNode => ({
  ...element,
  type: 'link',
  version: 3,
  id: linkId(words, url),
  fields: { linkType: 'custom', newTab: false, url },
  children: [text(words)],
})

function inline(line: string): LexicalNode[] {
  const nodes: LexicalNode[] = []
  let rest = 0
  for (const match of line.matchAll(/\[([^\]]+)\]\((https:\/\/[^)\s]+|mailto:[^)\s]+)\)/g)) {
    const [whole, words = '', url = ''] = match
    if (match.index > rest) nodes.push(text(line.slice(rest, match.index)))
    nodes.push(link(words, url))
    rest = match.index + whole.length
  }
  if (rest < line.length) nodes.push(text(line.slice(rest)))
  return nodes
}

const paragraph = (line: string): LexicalNode => ({
  ...element,
  type: 'paragraph',
  version: 1,
  textFormat: 0,
  textStyle: '',
  children: inline(line),
})

const heading = (tag: 'h2' | 'h3', line: string): LexicalNode => ({
  ...element,
  type: 'heading',
  version: 1,
  tag,
  children: inline(line),
})

const list = (lines: string[]): LexicalNode => ({
  ...element,
  type: 'list',
  version: 1,
  listType: 'bullet',
  tag: 'ul',
  start: 1,
  children: lines.map((line, index) => ({
    ...element,
    type: 'listitem',
    version: 1,
    value: index + 1,
    children: inline(line),
  })),
})

/** A body as its author wrote it, as the editor state that Payload stores; list points in a row become one list. */
export function toLexical(blocks: Blocks): LexicalState {
  const children: LexicalNode[] = []
  let points: string[] = []
  const closeList = () => {
    if (points.length > 0) children.push(list(points))
    points = []
  }
  for (const block of blocks) {
    if (block.startsWith('- ')) {
      points.push(block.slice(2))
      continue
    }
    closeList()
    if (block.startsWith('### ')) children.push(heading('h3', block.slice(4)))
    else if (block.startsWith('## ')) children.push(heading('h2', block.slice(3)))
    else children.push(paragraph(block))
  }
  closeList()
  return { root: { ...element, type: 'root', version: 1, children } }
}
