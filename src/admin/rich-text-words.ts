import type { RichTextNode } from '../publication/public-data.js'
import { toRichText } from '../publication/rich-text.js'
import type { Messages } from './messages/en.js'
import { fill } from './moderation/fill.js'

/** What of the form is said; nothing of it where only the words are asked for. */
type FormWords = Pick<Messages, 'formBold' | 'formHeading' | 'formItalic' | 'formLink'>

/**
 * A rich text as citizens get it, a line for each paragraph, heading and entry of a list. With `form` it tells in words
 * what a reader of plain text would not see: where a link leads, levels of headings, lists and emphasis, each with what
 * it spans. So two texts that read alike and are not differ here, too.
 */
export function richTextWords(state: unknown, form: FormWords | null): string {
  return (toRichText(state)?.nodes ?? []).flatMap((node) => lines(node, form, 0)).join('\n')
}

function lines(node: RichTextNode, form: FormWords | null, depth: number): string[] {
  const children = node.children ?? []
  if (node.type === 'list') return children.flatMap((entry) => entryLines(entry, node, form, depth))
  const own = inlines(children, form)
  if (form && node.type === 'heading') return [`${fill(form.formHeading, { n: node.level ?? 2 })}: ${own}`]
  return [own]
}

function entryLines(
  entry: RichTextNode,
  { ordered }: RichTextNode,
  form: FormWords | null,
  depth: number,
): string[] {
  const children = entry.children ?? []
  const own = inlines(
    children.filter(({ type }) => type !== 'list'),
    form,
  )
  // No numbers that count: one more at the top would change every entry below it.
  const mark = form ? `${'– '.repeat(depth)}${ordered ? '№' : '•'} ` : ''
  const nested = children.filter(({ type }) => type === 'list')
  return [`${mark}${own}`, ...nested.flatMap((list) => lines(list, form, depth + 1))]
}

/** Neighbours of one form are one: where the editor parts them nobody sees. */
function inlines(nodes: readonly RichTextNode[], form: FormWords | null): string {
  const joined = nodes.reduce<RichTextNode[]>((known, node) => {
    const last = known.at(-1)
    const same = last?.type === 'text' && node.type === 'text' && last.bold === node.bold
    if (!same || last.italic !== node.italic) return [...known, node]
    return [...known.slice(0, -1), { ...last, text: `${last.text ?? ''}${node.text ?? ''}` }]
  }, [])
  return joined.map((node) => inline(node, form)).join('')
}

function inline(node: RichTextNode, form: FormWords | null): string {
  if (node.type === 'linebreak') return form ? ' ↵ ' : '\n'
  if (node.type === 'text') {
    const text = node.text ?? ''
    if (!form) return text
    // A bracket of the author's own is told from one that says where something begins or ends.
    const bold = marked(text.replace(/[\\[\]]/g, '\\$&'), node.bold === true && form.formBold)
    return marked(bold, node.italic === true && form.formItalic)
  }
  const inside = inlines(node.children ?? [], form)
  return form && node.type === 'link' ? `[${form.formLink}: ${inside} → ${node.url}]` : inside
}

const marked = (text: string, form: string | false): string => (form ? `[${form}: ${text}]` : text)
