import { showable } from '../shared/characters.js'

/** A text as the check reads it: one code for each character that counts, and where it stood. */
export interface Plain {
  /** Small letters, digits 0–9, `-` for every dash, a blank for every space; other characters as they were. */
  codes: Uint16Array
  /** For each code its place in the text. */
  at: Uint32Array
  length: number
}

export const code = (sign: string): number => sign.charCodeAt(0)
const [zero, dash, blank, newline] = [code('0'), code('-'), code(' '), code('\n')]

/**
 * Every way to write a digit, a dash or a space that looks like one to a reader becomes that one. Left out is what
 * cannot be seen, and everything that is left out of what is published (`showable`). One pass.
 */
export function plainCharacters(text: string): Plain {
  const codes = new Uint16Array(text.length * 2)
  const at = new Uint32Array(text.length * 2)
  let length = 0
  let index = 0
  const add = (plain: number) => {
    codes[length] = plain
    at[length] = index
    length += 1
  }
  let footnote = false
  while (index < text.length) {
    const raw = text.codePointAt(index)!
    const plain = plainOf(raw)
    const raised = isRaised(raw)
    // A raised digit behind a digit is the mark of a footnote; by itself it is a digit.
    footnote =
      raised && (footnote || (length > 0 && isDigit(codes[length - 1]!) && !wasRaised(text, at[length - 1]!)))
    if (footnote) add(asterisk)
    else if (plain >= twoDigits) {
      add(zero + Math.floor((plain - twoDigits) / 10))
      add(zero + ((plain - twoDigits) % 10))
    } else if (plain !== dropped) add(plain)
    index += raw > 0xffff ? 2 : 1
  }
  return { codes, at, length }
}

const asterisk = code('*')
const dropped = 0
/** What one character stands for is at most U+FFFF, or this and a number of two digits, as of ⑫. */
const twoDigits = 0x10000

const isRaised = (raw: number): boolean =>
  raw === 0xb2 || raw === 0xb3 || raw === 0xb9 || (raw >= 0x2070 && raw <= 0x2079)
const wasRaised = (text: string, at: number) => isRaised(text.charCodeAt(at))

/** What has been worked out for the characters below U+10000; one more than the code, 0 where it has not been yet. */
const known = new Uint32Array(0x10000)

function plainOf(raw: number): number {
  if (raw > 0xffff) return workOut(raw)
  if (known[raw] === 0) known[raw] = workOut(raw) + 1
  return known[raw]! - 1
}

/** Marks that stand above, below or around others, what only directs programs, and what is meant not to be seen. */
const unseen = /[\p{Cf}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}]/u
/** Bars and minus signs that are no dashes by their category: hyphen bullet, raised and lowered, heavy, long sound. */
const likeDash = /[\p{Pd}\u2043\u207b\u208b\u2212\u2796\u30fc\uff70]/u
/** ①, ⑴, ⒈ and their like, also with two digits. */
const framedNumber = /^\(?(\d{1,2})[).,]?$/

function workOut(raw: number): number {
  const sign = String.fromCodePoint(raw)
  if (raw === 0x09) return blank
  if (raw === 0x0a || raw === 0x0d || raw === 0x2028 || raw === 0x2029) return newline
  if (showable(sign) === '' || unseen.test(sign)) return dropped
  // The blank of Braille is a symbol by its category.
  if (/\p{Zs}/u.test(sign) || raw === 0x2800) return blank
  if (likeDash.test(sign)) return dash
  if (/\p{Nd}/u.test(sign)) return zero + valueOf(raw)
  const same = sign.normalize('NFKC').toLowerCase()
  const number = raw >= 0x80 ? framedNumber.exec(same)?.[1] : undefined
  if (number?.length === 2) return twoDigits + Number(number)
  if (number) return zero + Number(number)
  if (same.length === 1) return same.charCodeAt(0)
  return raw > 0xffff ? other : raw
}

/** Stands for what is written with two units and is none of the others. */
const other = 0xfffd

/** The value of a decimal digit of any script: each has its ten in a row, zero first (Unicode, section 4.6). */
function valueOf(raw: number): number {
  let first = raw
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1
  return (raw - first) % 10
}

export const isDigit = (plain: number): boolean => plain >= 0x30 && plain <= 0x39
/** Letters of the Nordic languages, small as `plainCharacters` leaves them. */
export const isLetter = (plain: number): boolean =>
  (plain >= 0x61 && plain <= 0x7a) || (plain >= 0xdf && plain <= 0x17f && plain !== 0xf7)

/** A part of the text as a string of plain characters. */
export const plainText = ({ codes, length }: Plain, from: number, to: number): string =>
  String.fromCharCode(...codes.subarray(Math.max(0, from), Math.min(length, to)))
