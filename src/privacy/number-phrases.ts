import { code, isDigit, type Plain } from './plain-characters.js'

/**
 * What stands between two groups of digits: blanks, one dash, one plus or one full stop. A dash with blanks around it
 * divides more often than it joins, so it is told apart; a full stop before a blank ends something.
 */
export type Separator = ' ' | '-' | ' - ' | '.' | '+'

/** Groups of digits with nothing but separators between them, such as `850101-1234` or `+46 70-123 45 67`. */
export interface Phrase {
  /** Where each group begins and ends, in plain characters. */
  groups: readonly Group[]
  /** One fewer than groups. */
  separators: readonly Separator[]
}
export interface Group {
  from: number
  to: number
}

/** Longest separator: ` - `, ` (0) ` without its digit, and the like. */
const longest = 3
const [dash, stop, plus, blank] = [code('-'), code('.'), code('+'), code(' ')]
const marks = new Set([dash, stop, plus])
/** These part numbers more often than they join them. */
const looseMarks = new Set([...'/,_'].map(code))
const blanks = new Set([blank, ...['\n', '(', ')'].map(code)])

/** The separator that begins at a place, and its length; null where none leads to another digit. */
function separatorAt({ codes, length }: Plain, at: number): { sign: Separator; width: number } | null {
  let mark = 0
  for (let width = 0; width <= longest && at + width < length; width += 1) {
    const plain = codes[at + width]!
    if (isDigit(plain)) return width === 0 ? null : { sign: signOf(mark, width), width }
    if (marks.has(plain)) {
      if (mark !== 0) return null
      mark = plain
    } else if (!blanks.has(plain)) return null
  }
  return null
}

function signOf(mark: number, width: number): Separator {
  if (mark === dash) return width === 1 ? '-' : ' - '
  if (mark === plus) return '+'
  return mark === stop && width === 1 ? '.' : ' '
}

/** Whether a separator beside some groups makes them a part of something longer. */
export const joins = (separator: Separator | undefined): boolean =>
  separator !== undefined && separator !== ' ' && separator !== ' - '

/** Up to two dashes, or one of the loose marks, with at most one blank on either side. */
function looseSeparatorAt({ codes, length }: Plain, at: number): { sign: Separator; width: number } | null {
  let width = 0
  if (codes[at] === blank) width += 1
  const mark = codes[at + width]!
  if (mark === dash && codes[at + width + 1] === dash) width += 2
  else if (looseMarks.has(mark)) width += 1
  else return null
  if (codes[at + width] === blank) width += 1
  return at + width < length && isDigit(codes[at + width]!) ? { sign: ' ', width } : null
}

/** Phrases that only hold together by slashes, commas, underscores or two dashes: numbers where a word says so. */
export function* loosePhrases(plain: Plain): Generator<Phrase> {
  let loose = false
  const separator = (_: Plain, at: number) => {
    const strict = separatorAt(plain, at)
    if (strict) return strict
    const found = looseSeparatorAt(plain, at)
    loose ||= found !== null
    return found
  }
  for (const phrase of numberPhrases(plain, separator)) {
    if (loose) yield phrase
    loose = false
  }
}

/** All phrases of a text in their order; each character is looked at a bounded number of times. */
export function* numberPhrases(plain: Plain, separator = separatorAt): Generator<Phrase> {
  const { codes, length } = plain
  let at = 0
  while (at < length) {
    if (!isDigit(codes[at]!)) {
      at += 1
      continue
    }
    const groups: Group[] = []
    const separators: Separator[] = []
    for (;;) {
      const from = at
      while (at < length && isDigit(codes[at]!)) at += 1
      groups.push({ from, to: at })
      const next = separator(plain, at)
      if (!next) break
      separators.push(next.sign)
      at += next.width
    }
    yield { groups, separators }
  }
}
