import { isMobile } from './find-contact-data.js'
import {
  isCertainCpr,
  isCpr,
  isFodselsnummer,
  isHetu,
  isPersonnummer,
  type Digits,
} from './identity-numbers.js'
import type { Hit, Kind } from './kinds.js'
import { joins, type Group, type Phrase, type Separator } from './number-phrases.js'
import { code, isDigit, isLetter, plainText } from './plain-characters.js'
import type { Reading } from './reading.js'
import { isStamp, mayBeStamp } from './stamps.js'
import { isInAddress, touchesLetters } from './words-nearby.js'

/** How people write them; another grouping needs a word that says what the number is. */
const usual: Record<number, readonly string[]> = {
  10: ['10', '6-4', '2-2-2-4'],
  11: ['11', '6-5', '2-2-2-5', '6-3-2', '2-2-2-3-2'],
  12: ['12', '8-4', '4-2-2-4', '2-6-4', '2-10'],
}
const longest = 12

/** How the digits of a possible number are written. */
interface Written {
  from: number
  to: number
  /** Lengths of the groups, as `6-4`. */
  shape: string
  /** What stands before the last group; null for one group. */
  mainSeparator: Separator | null
  /** Joined to further digits: part of something longer. */
  goesOn: boolean
}

function writtenAs({ groups, separators }: Phrase, first: number, last: number): Written {
  return {
    from: groups[first]!.from,
    to: groups[last]!.to,
    shape: groups
      .slice(first, last + 1)
      .map(({ from, to }) => to - from)
      .join('-'),
    mainSeparator: last > first ? separators[last - 1]! : null,
    goesOn: joins(separators[first - 1]) || joins(separators[last]),
  }
}

/** Whether a Danish number is told by its form: by a dash, or by its check digit where it is written otherwise. */
function tellsCpr(digits: Digits, { shape, mainSeparator }: Written): boolean {
  if (isCertainCpr(digits)) return true
  const dashed = mainSeparator === '-' || mainSeparator === ' - '
  return shape === '6-4' && dashed && !mayBeStamp(digits)
}

/** Whether a number that could be a person's is taken for one where no word says so. */
function standsAlone({ plain, today, near }: Reading, digits: Digits, written: Written): boolean {
  const { from, to, shape, goesOn, mainSeparator } = written
  // A full stop before the last four digits is that of a date: "16-07.04.2027".
  if (goesOn || mainSeparator === '.' || !usual[digits.length]!.includes(shape)) return false
  if (touchesLetters(plain, from, to) || (digits.length !== 11 && isStamp(digits, today))) return false
  if (mainSeparator !== null) return true
  // "Ring 0701740605": some ten digits in one piece may be dialled as well.
  const dialled = isMobile(plainText(plain, from, to)) && near('telephone', from, to, 14)
  return !dialled && !near('book', from, to, 12) && !isInAddress(plain, from)
}

/** Which country's number the digits are, by the digits alone. */
function fits(digits: Digits): Kind | null {
  if (digits.length === 11) return isFodselsnummer(digits) ? 'no-fodselsnummer' : null
  if (isPersonnummer(digits)) return 'se-personnummer'
  return isCpr(digits) ? 'dk-cpr' : null
}

/**
 * Swedish, Norwegian and Danish identity numbers: runs of neighbouring groups that make 10 to 12 digits. In a phrase that
 * holds together loosely a word must say that they are (`told`).
 */
export function findInPhrase(reading: Reading, phrase: Phrase, only: 'told' | null = null): Hit[] {
  const { groups } = phrase
  const { codes } = reading.plain
  const found: Hit[] = []
  const digits: number[] = []
  for (let first = 0; first < groups.length; first += 1) {
    digits.length = 0
    for (let last = first; last < groups.length; last += 1) {
      const { from, to } = groups[last]!
      if (digits.length + to - from > longest) break
      for (let at = from; at < to; at += 1) digits.push(codes[at]! - 0x30)
      if (digits.length < 10) continue
      const kind = fits(digits)
      if (!kind) continue
      const written = writtenAs(phrase, first, last)
      const told = kind !== 'dk-cpr' || tellsCpr(digits, written)
      const alone = only === null && told && standsAlone(reading, digits, written)
      if (!alone && !reading.near('person', written.from, written.to)) continue
      found.push({ kind, from: written.from, to: written.to })
      first = last
      break
    }
  }
  return found
}

const centuries = new Set([...'-+abcdefuvwxy'].map(code))
const blank = code(' ')

/**
 * A Finnish code that begins with this group of six digits: the sign of the century, three digits and a check character
 * follow it, with at most one blank around the sign.
 */
export function findHetu({ plain, today, near }: Reading, group: Group): Hit | null {
  const { codes, length } = plain
  if (group.to - group.from !== 6) return null
  let at = group.to
  const skipBlank = () => {
    if (codes[at] === blank) at += 1
  }
  skipBlank()
  const sign = codes[at]!
  if (at >= length || !centuries.has(sign)) return null
  at += 1
  skipBlank()
  const serial = at
  while (at < serial + 3 && at < length && isDigit(codes[at]!)) at += 1
  if (at !== serial + 3 || at >= length) return null
  const check = codes[at]!
  const to = at + 1
  if (!isDigit(check) && !isLetter(check)) return null
  if (to < length && (isDigit(codes[to]!) || isLetter(codes[to]!))) return null
  const digits = [...plainText(plain, group.from, group.to), ...plainText(plain, serial, at)].map(Number)
  if (!isHetu(digits, String.fromCharCode(sign), String.fromCharCode(check))) return null
  const looksLikeStamp = isDigit(check) && isStamp([...digits, check - 0x30], today)
  const alone = !looksLikeStamp && !touchesLetters(plain, group.from, length)
  return alone || near('person', group.from, to) ? { kind: 'fi-hetu', from: group.from, to } : null
}
