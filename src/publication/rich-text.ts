import { showable } from '../shared/characters.js'
import type { RichText, RichTextNode } from './public-data.js'
import {
  asNode,
  childrenOf,
  deepest,
  isBold,
  isInline,
  isItalic,
  linkOf,
  safeUrl,
  type EditorNode,
} from '../shared/editor-state.js'

export { checkRichText } from './check-rich-text.js'

type Block = RichTextNode & { type: 'paragraph' | 'heading' | 'list' }

/**
 * Projects the editor's document to the small safe one that is public: paragraphs, headings 2 and 3, lists, links to
 * http, https, mailto and tel, bold, italic and line breaks. Of anything else the text is kept and the markup is not.
 * Null when no text is left.
 */
export function toRichText(state: unknown): RichText | null {
  const root = asNode((state as { root?: unknown } | null)?.root)
  if (!root) return null
  const nodes = blocks(childrenOf(root), 1)
  return nodes.length > 0 ? { html: nodes.map(htmlOf).join(''), nodes } : null
}

/** The words alone, one line for each paragraph, heading and entry of a list. */
export function plainText(richText: RichText | null): string {
  return (richText?.nodes ?? [])
    .flatMap(lines)
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')
}

function blocks(nodes: EditorNode[], depth: number): Block[] {
  if (depth > deepest) return []
  const made: Block[] = []
  let loose: EditorNode[] = []
  const flush = (): void => {
    const children = inline(loose, depth)
    loose = []
    if (hasText(children)) made.push({ type: 'paragraph', children })
  }
  for (const node of nodes) {
    const block = isInline(node) ? null : blockOf(node, depth)
    if (block === null) loose.push(node)
    else {
      flush()
      made.push(...block)
    }
  }
  flush()
  return made
}

function blockOf(node: EditorNode, depth: number): Block[] {
  if (node.type === 'heading') {
    const children = inline(childrenOf(node), depth + 1)
    return hasText(children)
      ? [{ type: 'heading', level: node.tag === 'h1' || node.tag === 'h2' ? 2 : 3, children }]
      : []
  }
  if (node.type === 'list') return listOf(node, depth)
  // A paragraph, or a block that we do not know: what it holds is kept, its kind is not.
  return blocks(childrenOf(node), depth + 1)
}

function listOf(node: EditorNode, depth: number): Block[] {
  if (depth > deepest) return []
  const entries: RichTextNode[] = childrenOf(node).flatMap((entry): RichTextNode[] => {
    const inner = entry.type === 'listitem' ? childrenOf(entry) : [entry]
    const words = inline(
      inner.filter((one) => one.type !== 'list'),
      depth + 1,
    )
    const nested = inner.filter((one) => one.type === 'list').flatMap((one) => listOf(one, depth + 1))
    return hasText(words) || nested.length > 0 ? [{ type: 'listitem', children: [...words, ...nested] }] : []
  })
  const ordered = node.listType === 'number' || node.tag === 'ol'
  return entries.length > 0 ? [{ type: 'list', ordered, children: entries }] : []
}

function inline(nodes: EditorNode[], depth: number): RichTextNode[] {
  if (depth > deepest) return []
  return nodes.flatMap((node): RichTextNode[] => {
    if (node.type === 'linebreak') return [{ type: 'linebreak' }]
    if (typeof node.text === 'string') return textOf(node)
    const children = inline(childrenOf(node), depth + 1)
    const url = linkOf(node)
    if (url === null || !safeUrl(url)) return children
    // A link within a link is no HTML.
    const flat = children.flatMap((child) => (child.type === 'link' ? (child.children ?? []) : [child]))
    return hasText(flat) ? [{ type: 'link', url: safeUrl(url)!, children: flat }] : []
  })
}

function textOf(node: EditorNode): RichTextNode[] {
  if (!node.text) return []
  const text: RichTextNode = { type: 'text', text: showable(node.text) }
  if (isBold(node)) text.bold = true
  if (isItalic(node)) text.italic = true
  return [text]
}

function hasText(nodes: RichTextNode[]): boolean {
  return nodes.some((node) => (node.text ?? '').trim() !== '' || hasText(node.children ?? []))
}

export function escapeHtml(text: string): string {
  const names: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return showable(text).replace(/[&<>"']/g, (sign) => names[sign]!)
}

function htmlOf(node: RichTextNode): string {
  const inner = (): string => (node.children ?? []).map(htmlOf).join('')
  switch (node.type) {
    case 'text': {
      const words = escapeHtml(node.text ?? '')
      const italic = node.italic ? `<em>${words}</em>` : words
      return node.bold ? `<strong>${italic}</strong>` : italic
    }
    case 'linebreak':
      return '<br>'
    case 'link':
      return `<a href="${escapeHtml(node.url ?? '')}" rel="nofollow noopener">${inner()}</a>`
    case 'heading':
      return `<h${node.level}>${inner()}</h${node.level}>`
    case 'list':
      return node.ordered ? `<ol>${inner()}</ol>` : `<ul>${inner()}</ul>`
    case 'listitem':
      return `<li>${inner()}</li>`
    case 'paragraph':
      return `<p>${inner()}</p>`
  }
}

function lines(node: RichTextNode): string[] {
  if (node.type === 'list') return (node.children ?? []).flatMap(lines)
  const nested = (node.children ?? []).filter((child) => child.type === 'list')
  const own = (node.children ?? []).filter((child) => child.type !== 'list')
  return [own.map(wordsOf).join(''), ...nested.flatMap(lines)]
}

function wordsOf(node: RichTextNode): string {
  if (node.type === 'linebreak') return '\n'
  return node.text ?? (node.children ?? []).map(wordsOf).join('')
}
