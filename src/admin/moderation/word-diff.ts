import { diffArrays } from 'diff'

/** A stretch of a text: as it was, taken out or put in. */
export interface Part {
  kind: 'same' | 'out' | 'in'
  text: string
}

/** Of what stayed the same, so many characters are shown on each side of a change. */
const around = 120
const gap = ' … '

/** Texts further apart than so many changed words are two texts; finding out more would take long. */
const mostChanges = 1_000

/** An address is one word: half of one leads nowhere. So is a run of blanks within a line. */
const words = /(?:https?:\/\/|mailto:|tel:)[^\s\])]+|[\p{L}\p{N}\p{M}_]+|\r?\n|[^\S\r\n]+|./gsu
const wordsOf = (text: string): string[] => text.match(words) ?? []

/**
 * Two texts word by word. What stayed the same far from any change is left out, so that a changed word in a long text is
 * found at once.
 */
export function wordDiff(before: string, after: string): Part[] {
  const found = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: mostChanges })
  if (!found) return [part('out', before), part('in', after)]
  const parts = found.map(({ value, added, removed }) =>
    part(added ? 'in' : removed ? 'out' : 'same', value.join('')),
  )
  return parts.map((each, index) =>
    each.kind === 'same' ? shortened(each, index === 0, index === parts.length - 1) : each,
  )
}

/** Blanks that came or went are marked by a sign: nobody sees a line through nothing. */
const part = (kind: Part['kind'], text: string): Part => ({
  kind,
  text:
    kind === 'same' || text.trim() !== '' ? text : text.replace(/[^\S\r\n]/g, '␣').replace(/\r?\n/g, '¶\n'),
})

function shortened({ kind, text }: Part, first: boolean, last: boolean): Part {
  if (text.length <= around * 2 + gap.length) return { kind, text }
  // Where nothing changed at all its beginning is shown, and never a mere gap.
  if (first && last) return { kind, text: `${text.slice(0, around * 2)}${gap}` }
  const head = first ? '' : text.slice(0, around)
  const tail = last ? '' : text.slice(-around)
  return { kind, text: `${head}${gap}${tail}` }
}

/** Whether so much stayed that the two are read as one text with changes, and not as two. */
export function isEdit(parts: readonly Part[]): boolean {
  const length = (kind: Part['kind']) =>
    parts.filter((each) => each.kind === kind).reduce((sum, { text }) => sum + text.trim().length, 0)
  return length('same') * 2 > Math.min(length('out'), length('in'))
}
