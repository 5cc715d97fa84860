/** Deeper than this nobody writes; it bounds the work on hostile input. */
export const deepest = 24

/** One node of the editor's document (Lexical, as Payload stores it), of which nothing is trusted. */
export interface EditorNode {
  type?: unknown
  text?: string
  tag?: unknown
  listType?: unknown
  format?: unknown
  url?: unknown
  fields?: unknown
  children?: unknown
}

export function asNode(value: unknown): EditorNode | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
}

export function childrenOf(node: EditorNode): EditorNode[] {
  return Array.isArray(node.children) ? node.children.flatMap((child) => asNode(child) ?? []) : []
}

/** The address of a link node, as written: Payload keeps it in `fields`, Lexical itself in `url`. Null for others. */
export function linkOf(node: EditorNode): string | null {
  if (node.type !== 'link' && node.type !== 'autolink') return null
  const address = (asNode(node.fields) as { url?: unknown } | null)?.url ?? node.url
  return typeof address === 'string' ? address : ''
}

/** What stands within a paragraph and is none itself: words, a line break, a link. */
export const isInline = (node: EditorNode): boolean =>
  typeof node.text === 'string' || node.type === 'linebreak' || linkOf(node) !== null

const bold = 1
const italic = 2
export const isBold = (node: EditorNode): boolean =>
  typeof node.format === 'number' && (node.format & bold) > 0
export const isItalic = (node: EditorNode): boolean =>
  typeof node.format === 'number' && (node.format & italic) > 0

/**
 * The address in the form in which it may be published, or null: http, https, mailto and tel, written out, without
 * credentials. `//host` and relative addresses mean something else on every reader's site and are refused.
 */
export function safeUrl(address: string): string | null {
  const trimmed = address.trim()
  // Browsers drop control characters and blanks inside an address, so `java\nscript:` would become a script.
  if (trimmed.length > 2_000 || /[\u0000-\u0020\u007F\\]/.test(trimmed)) return null
  if (/^mailto:[^@\s]+@[^@\s]+$/i.test(trimmed) || /^tel:\+?[0-9().-]{3,30}$/i.test(trimmed)) return trimmed
  if (!/^https?:\/\/[^/]/i.test(trimmed)) return null
  try {
    const url = new URL(trimmed)
    return url.username || url.password || !url.hostname ? null : url.href
  } catch {
    return null
  }
}
