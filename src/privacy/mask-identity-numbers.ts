import { findInFields, textFields } from './find-in-fields.js'
import { isIdentity, type Finding, type NodeSpan } from './kinds.js'

/** Stands for a digit or letter of an identity number in what Torg itself keeps beside the document. */
const cover = '•'

const covered = (text: string, { from, to }: NodeSpan) =>
  text.slice(0, from) + text.slice(from, to).replace(/[\p{L}\p{N}]/gu, cover) + text.slice(to)

type Row = Record<string, unknown>
const inside = (value: unknown, name: string | number): unknown =>
  typeof value === 'object' && value !== null ? (value as Row)[String(name)] : undefined

/** Covers one finding in a value that may be changed. */
function coverIn(value: unknown, { field, place }: Finding): void {
  const way = field.split('.')
  const last = way.pop()!
  const holder = way.reduce(inside, value) as Row
  for (const span of place) {
    if (typeof holder[last] === 'string') {
      holder[last] = covered(holder[last], span)
      continue
    }
    const node = span.node.reduce(
      (at: unknown, index) => inside(inside(at, 'children'), index),
      inside(holder[last], 'root'),
    )
    coverNode(node as Row, span)
  }
}

function coverNode(node: Row, span: NodeSpan): void {
  if (typeof node.text === 'string') node.text = covered(node.text, span)
  // A link: its address.
  else if (typeof node.url === 'string') node.url = covered(node.url, span)
  else {
    const fields = node.fields as Row
    fields.url = covered(String(fields.url), span)
  }
}

/**
 * A copy of a document's content with every identity number covered, for records that Torg makes by itself (history of
 * drafts, notices): what an author has not removed yet stands in the draft and nowhere else.
 */
export function withoutIdentityNumbers<T>(content: T, today: Date): T {
  const found = findInFields(textFields({ content }), today).filter(isIdentity)
  if (found.length === 0) return content
  const copy = { content: structuredClone(content) }
  for (const finding of found) coverIn(copy, finding)
  return copy.content
}
