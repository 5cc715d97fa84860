/**
 * Texts as a search compares them: upper and lower case are alike, and letters are alike with and without their marks,
 * so that `pa torget` finds `På torget`, and `malmo` finds `Malmö` and `Malmø`. Whoever spells exactly finds it too,
 * since both sides are folded. The letters that Unicode takes for letters of their own are named here.
 */
const letters: Record<string, string> = {
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
  ð: 'd',
  đ: 'd',
  þ: 'th',
  ł: 'l',
  ŋ: 'n',
  ŧ: 't',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
}

/** Punctuation of print, U+2000 to U+206F, as it is typed: dashes, quotation marks, marks that nobody sees, spaces. */
function typed(sign: string): string {
  if (/[\u2010-\u2015]/.test(sign)) return '-'
  if (/[\u2018-\u201b]/.test(sign)) return "'"
  if (/[\u201c-\u201f]/.test(sign)) return '"'
  return /[\u200b-\u200f\u202a-\u202e\u2060-\u206f]/.test(sign) ? '' : ' '
}

function foldSlowly(text: string): string {
  return text
    .replace(/[\u2000-\u206f\u00ad]/g, (sign) => (sign === '\u00ad' ? '' : typed(sign)))
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[æøœßðđþłŋŧħıς]/g, (letter) => letters[letter]!)
}

const [nothing, unknown] = [0xfffe, 0xffff]
/** What a character becomes: one ASCII character, two (the second in the upper byte), `nothing`, or `unknown` here. */
function entryOf(code: number): number {
  const folded = foldSlowly(String.fromCharCode(code))
  if (folded === '') return nothing
  if (!/^[\x01-\x7f]{1,2}$/.test(folded)) return unknown
  return folded.charCodeAt(0) | ((folded.charCodeAt(1) || 0) << 8)
}
const latin = Uint16Array.from({ length: 0x370 }, (_, code) => entryOf(code))
const signs = Uint16Array.from({ length: 0x70 }, (_, code) => entryOf(0x2000 + code))

const room = Buffer.alloc(64 * 1024)

export function fold(text: string): string {
  if (text.length * 2 > room.length) return foldSlowly(text)
  let length = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const folded =
      code < 0x370 ? latin[code]! : code >= 0x2000 && code <= 0x206f ? signs[code - 0x2000]! : unknown
    if (folded === unknown) return foldSlowly(text)
    if (folded === nothing) continue
    room[length++] = folded & 0xff
    if (folded > 0xff) room[length++] = folded >> 8
  }
  return room.toString('latin1', 0, length)
}

/** The words of a search, each once; all of them must be in a text that it finds. */
export function foldedWords(search: string): string[] {
  return [...new Set(fold(search).split(/\s+/).filter(Boolean))]
}

/** Whether a folded text holds all the words. */
export const holdsWords = (folded: string, words: readonly string[]): boolean =>
  words.every((word) => folded.includes(word))
