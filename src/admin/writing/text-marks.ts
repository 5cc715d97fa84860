import type { Mark } from '../../privacy/marks.js'

/** The name under which the style sheet draws the marks (`::highlight`, CSS Custom Highlight API). */
const name = 'torg-found'

/** Where a mark stands in the editor's page; text nodes are counted as the editor writes them. */
function rangesOf(editor: Element, { at }: Mark): Range[] {
  const nodes = editor.querySelectorAll('[data-lexical-text]')
  return at.flatMap(({ node, from, to }) => {
    const text = nodes[node]?.firstChild
    // The page may be ahead of what was read: it is read again in a moment.
    if (!(text instanceof Text) || to > text.length) return []
    const range = new Range()
    range.setStart(text, from)
    range.setEnd(text, to)
    return [range]
  })
}

/** Marks places in a rich text without touching it. Answers how the marks are taken off again. */
export function markInText(editor: Element, marks: readonly Mark[]): () => void {
  // Browsers that do not know it show the places under the text only.
  if (typeof Highlight === 'undefined' || !CSS.highlights) return () => undefined
  const ranges = marks.flatMap((mark) => rangesOf(editor, mark))
  const shared = CSS.highlights.get(name) ?? new Highlight()
  ranges.forEach((range) => shared.add(range))
  CSS.highlights.set(name, shared)
  return () => ranges.forEach((range) => shared.delete(range))
}

/** Selects the place of a mark in its field and brings it before the reader's eyes. */
export function selectMark(field: Element, mark: Mark): void {
  const [first] = mark.at
  const input = field.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
  if (input && first) {
    input.focus()
    return input.setSelectionRange(first.from, first.to)
  }
  const editor = field.querySelector<HTMLElement>('[contenteditable]')
  const ranges = editor ? rangesOf(editor, mark) : []
  const last = ranges.at(-1)
  if (!editor || !ranges[0] || !last) return
  editor.focus()
  const whole = ranges[0].cloneRange()
  whole.setEnd(last.endContainer, last.endOffset)
  const selection = getSelection()
  selection?.removeAllRanges()
  selection?.addRange(whole)
  ranges[0].startContainer.parentElement?.scrollIntoView({ block: 'center' })
}
