import { hasLuhnDigit } from './identity-numbers.js'
import type { Hit } from './kinds.js'
import type { Phrase } from './number-phrases.js'
import { code, isDigit, isLetter, plainText, type Plain } from './plain-characters.js'
import type { Reading } from './reading.js'

/** Lengths of account numbers by country (SWIFT, IBAN registry): the countries of the Single Euro Payments Area. */
const lengths = new Map(
  (
    'ad24 at20 be16 bg22 ch21 cy28 cz24 de22 dk18 ee20 es24 fi18 fr27 gb22 gi23 gr27 hr21 hu28 ie22 is26 it27 ' +
    'li21 lt20 lu20 lv21 mc27 md24 me22 mk19 mt31 nl18 no15 pl28 pt25 ro24 rs22 se24 si19 sk24 sm27 va22'
  )
    .split(' ')
    .map((each): [string, number] => [each.slice(0, 2), Number(each.slice(2))]),
)
const [blank, dash] = [code(' '), code('-')]

/** ISO 13616: with the first four characters behind the others and letters as 10 to 35, the remainder by 97 is 1. */
function hasIbanDigits(iban: string): boolean {
  let rest = 0
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    const value = parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

/** An international account number whose country stands right before this place; null where there is none. */
export function findIban({ codes, length }: Plain, digits: number): Hit | null {
  const from = digits - 2
  if (from < 0 || !isLetter(codes[from]!) || !isLetter(codes[from + 1]!)) return null
  if (from > 0 && (isLetter(codes[from - 1]!) || isDigit(codes[from - 1]!))) return null
  const country = String.fromCharCode(codes[from]!, codes[from + 1]!)
  const wanted = lengths.get(country)
  if (!wanted) return null
  let iban = country
  let to = digits
  for (; to < length && iban.length < wanted; to += 1) {
    const plain = codes[to]!
    if (isDigit(plain) || isLetter(plain)) iban += String.fromCharCode(plain)
    else if (plain !== blank && plain !== dash) return null
    else if (codes[to - 1] === blank) return null
  }
  if (iban.length !== wanted || (to < length && (isDigit(codes[to]!) || isLetter(codes[to]!)))) return null
  return hasIbanDigits(iban) ? { kind: 'iban', from, to } : null
}

/** The check digit of a Norwegian account number: weights 5432765432, remainder by 11 (Bits, "Kontonummer"). */
const isNorwegianAccount = (digits: readonly number[]) =>
  [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1].reduce((sum, weight, at) => sum + weight * digits[at]!, 0) % 11 === 0

/** Norwegian account numbers by their form `1234.56.78903` or by a word; Swedish giro numbers by a word only. */
export function findAccounts({ plain, near }: Reading, { groups, separators }: Phrase): Hit[] {
  const found: Hit[] = []
  for (let first = 0; first < groups.length; first += 1) {
    const parts: number[] = []
    let text = ''
    for (let last = first; last < Math.min(groups.length, first + 4); last += 1) {
      const { from, to } = groups[last]!
      if (text.length + to - from > 11) break
      text += plainText(plain, from, to)
      parts.push(to - from)
      if (text.length < 6) continue
      const hit = { from: groups[first]!.from, to: groups[last]!.to }
      const digits = [...text].map(Number)
      const shape = parts.join('-')
      const dotted = shape === '4-2-5' && separators[first] === '.' && separators[first + 1] === '.'
      const norwegian = digits.length === 11 && (dotted || shape === '11' || shape === '4-2-5')
      if (norwegian && isNorwegianAccount(digits) && (dotted || near('account', hit.from, hit.to))) {
        found.push({ kind: 'no-account', ...hit })
        first = last
        break
      }
      const giro = digits.length >= 6 && digits.length <= 8 && hasLuhnDigit(digits)
      if (giro && giroShapes.test(shape) && near('giro', hit.from, hit.to)) {
        found.push({ kind: 'giro', ...hit })
        first = last
        break
      }
    }
  }
  return found
}

/** Bankgiro `123-4567` and `1234-5678`, plusgiro `12 34 56-7`, either in one piece. */
const giroShapes = /^([34]-4|[1-3]-2-2-1|[678])$/
