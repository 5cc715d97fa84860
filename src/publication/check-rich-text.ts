import type { FieldFault } from '../shared/errors.js'
import { asNode, deepest, linkOf, safeUrl, type EditorNode } from '../shared/editor-state.js'

export const largestText = { nodes: 5_000, characters: 50_000 } as const

const known = new Set([
  'root',
  'paragraph',
  'heading',
  'list',
  'listitem',
  'link',
  'autolink',
  'text',
  'tab',
  'linebreak',
])

/**
 * What the server refuses in a text, whatever sent it: kinds of content that are never published, links that are not
 * http, https, mailto or tel, and documents too deep or too large. An absent text is no fault here.
 */
export function checkRichText(value: unknown, field = 'body'): FieldFault[] {
  if (value === null || value === undefined) return []
  const root = asNode((value as { root?: unknown }).root)
  const fault = (code: string, message: string): FieldFault => ({ field, code, message })
  if (!root) return [fault('rich-text-form', 'The text must be a document of the editor, with a root.')]
  const found = new Map<string, FieldFault>()
  const report = (code: string, message: string): void => void found.set(code, fault(code, message))
  let nodes = 0
  let characters = 0
  // A list of work instead of recursion: a document nested ten thousand deep must not end the process.
  const work: { node: EditorNode; depth: number }[] = [{ node: root, depth: 0 }]
  for (let next = work.pop(); next; next = work.pop()) {
    nodes += 1
    characters += typeof next.node.text === 'string' ? next.node.text.length : 0
    if (nodes > largestText.nodes || characters > largestText.characters) {
      report('rich-text-too-large', 'The text is too long. Shorten it.')
      break
    }
    if (next.depth > deepest)
      report('rich-text-too-deep', 'The text is nested too deeply. Simplify its lists.')
    else work.push(...checkNode(next.node, next.depth, report))
  }
  return [...found.values()]
}

function checkNode(
  node: EditorNode,
  depth: number,
  report: (code: string, message: string) => void,
): { node: EditorNode; depth: number }[] {
  if (typeof node.type !== 'string' || !known.has(node.type))
    report('rich-text-kind', 'Use only paragraphs, headings, lists, links, bold and italic.')
  if (node.type === 'heading' && node.tag !== 'h2' && node.tag !== 'h3')
    report('rich-text-heading', 'Use headings of level 2 or 3.')
  const link = linkOf(node)
  if (link !== null && safeUrl(link) === null)
    report('rich-text-link', 'A link starts with https://, http://, mailto: or tel:.')
  if (node.text !== undefined && typeof node.text !== 'string')
    report('rich-text-form', 'The text holds something that is no text.')
  if (node.children === undefined) return []
  if (!Array.isArray(node.children)) {
    report('rich-text-form', 'The text is not a document of the editor.')
    return []
  }
  return node.children.flatMap((child) => {
    const one = asNode(child)
    if (!one) report('rich-text-form', 'The text is not a document of the editor.')
    return one ? [{ node: one, depth: depth + 1 }] : []
  })
}
