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
const dropped = 0

/**
 * Every way to write a digit, a dash or a space that looks like one to a reader becomes that one; what cannot be seen
 * (zero-width characters, soft hyphens, joiners, marks of direction; Unicode general category Cf) is left out. One pass.
 */
export function plainCharacters(text: string): Plain {
  const codes = new Uint16Array(text.length)
  const at = new Uint32Array(text.length)
  let length = 0
  for (let index = 0; index < text.length; index += 1) {
    const raw = text.charCodeAt(index)
    let plain = raw < 0x80 ? ascii[raw]! : beyondAscii(raw)
    if (raw === 0xd835) {
      const digit = mathematicalDigit(text.charCodeAt(index + 1))
      if (digit !== null) {
        codes[length] = digit
        at[length] = index
        length += 1
        index += 1
        continue
      }
      plain = raw
    }
    if (plain === dropped) continue
    codes[length] = plain
    at[length] = index
    length += 1
  }
  return { codes, at, length }
}

const ascii = Uint16Array.from({ length: 0x80 }, (_, raw) => {
  if (raw >= 0x41 && raw <= 0x5a) return raw + 0x20
  if (raw === 0x09) return blank
  if (raw === 0x0d || raw === 0x0b || raw === 0x0c) return newline
  return raw < 0x20 && raw !== 0x0a ? dropped : raw
})

/** Digits of other scripts and widths, by their zero (Unicode general category Nd). */
const zeros = [0x0660, 0x06f0, 0x07c0, 0x0966, 0xff10]
const inRange = (raw: number, first: number, last: number) => raw >= first && raw <= last

function beyondAscii(raw: number): number {
  if (raw < 0x2000) {
    if (raw === 0xa0 || raw === 0x1680) return blank
    if (raw === 0xad || raw === 0x034f || raw === 0x061c || inRange(raw, 0x180b, 0x180e)) return dropped
    // Å Ä Ö Æ Ø and their like.
    if (inRange(raw, 0xc0, 0xde) && raw !== 0xd7) return raw + 0x20
    if (raw === 0x058a || raw === 0x05be || raw === 0x1806) return dash
    return digitOf(raw)
  }
  if (inRange(raw, 0x2000, 0x200a) || raw === 0x202f || raw === 0x205f || raw === 0x3000) return blank
  if (raw === 0x2028 || raw === 0x2029) return newline
  if (inRange(raw, 0x200b, 0x200f) || inRange(raw, 0x202a, 0x202e) || inRange(raw, 0x2060, 0x206f))
    return dropped
  // Hyphens, dashes, bars and minus signs (Pd, U+2212) and the hyphen bullet.
  if (inRange(raw, 0x2010, 0x2015) || raw === 0x2043 || raw === 0x207b || raw === 0x2212) return dash
  if (raw === 0x2796 || raw === 0x2e3a || raw === 0x2e3b || raw === 0x30fc) return dash
  if (raw === 0xfe58 || raw === 0xfe63 || raw === 0xff0d) return dash
  if (raw === 0xfeff || inRange(raw, 0xfe00, 0xfe0f) || raw === 0x3164 || raw === 0xffa0) return dropped
  if (inRange(raw, 0xff21, 0xff3a)) return raw - 0xff21 + 0x61
  if (inRange(raw, 0xff41, 0xff5a)) return raw - 0xff41 + 0x61
  // Full-width punctuation: plus, full stop, at and colon are read too.
  if (raw === 0xff0b || raw === 0xff0e || raw === 0xff20 || raw === 0xff1a) return raw - 0xfee0
  return digitOf(raw)
}

function digitOf(raw: number): number {
  if (raw < 0x0660) return raw
  const first = zeros.find((each) => inRange(raw, each, each + 9))
  return first === undefined ? raw : zero + raw - first
}

/** Mathematical digits (U+1D7CE–U+1D7FF) are pairs of surrogates: bold, double-struck, sans-serif, monospace. */
const mathematicalDigit = (low: number): number | null =>
  inRange(low, 0xdfce, 0xdfff) ? zero + ((low - 0xdfce) % 10) : null

export const isDigit = (plain: number): boolean => plain >= 0x30 && plain <= 0x39
/** Letters of the Nordic languages, small as `plainCharacters` leaves them. */
export const isLetter = (plain: number): boolean =>
  (plain >= 0x61 && plain <= 0x7a) || (plain >= 0xdf && plain <= 0x17f && plain !== 0xf7)

/** A part of the text as a string of plain characters. */
export const plainText = ({ codes, length }: Plain, from: number, to: number): string =>
  String.fromCharCode(...codes.subarray(Math.max(0, from), Math.min(length, to)))
