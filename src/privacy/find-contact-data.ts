import type { Hit } from './kinds.js'
import { joins, type Phrase, type Separator } from './number-phrases.js'
import { isDigit, isLetter, plainText, type Plain } from './plain-characters.js'
import type { Reading } from './reading.js'
import { isInAddress, touchesLetters } from './words-nearby.js'

/** Digits after the code of the country, without the 0 of national numbers (ITU-T E.164 and the national plans). */
const abroad: readonly { code: string; least: number; most: number }[] = [
  { code: '46', least: 7, most: 9 },
  { code: '47', least: 8, most: 8 },
  { code: '45', least: 8, most: 8 },
  { code: '358', least: 5, most: 10 },
]
/** E.164 numbers of other countries have at most 15 digits; fewer than 8 are hardly anybody's. */
const elsewhere = { least: 8, most: 15 }

/** Some neighbouring groups of a phrase. */
interface Part {
  digits: string
  lengths: number[]
  separators: readonly Separator[]
  from: number
  to: number
  /** Joined to further digits: part of something longer. */
  goesOn: boolean
  /** More groups of two stand beside it: a row of numbers, such as of a lottery. */
  inRow: boolean
}

const mostGroups = 6
const mostDigits = elsewhere.most + 3
const fewestDigits = 8

function partOf(plain: Plain, { groups, separators }: Phrase, first: number, last: number): Part {
  const own = groups.slice(first, last + 1)
  const pair = (at: number, separator: Separator | undefined) =>
    separator === ' ' && groups[at] !== undefined && groups[at].to - groups[at].from === 2
  return {
    digits: own.map(({ from, to }) => plainText(plain, from, to)).join(''),
    lengths: own.map(({ from, to }) => to - from),
    separators: separators.slice(first, last),
    from: own[0]!.from,
    to: own.at(-1)!.to,
    goesOn: joins(separators[first - 1]) || joins(separators[last]),
    inRow: pair(first - 1, separators[first - 1]) || pair(last + 1, separators[last]),
  }
}

/** With `+` or `00` and the code of a country. */
function isInternational({ digits }: Part, plus: boolean): boolean {
  if (!plus && !digits.startsWith('00')) return false
  const number = plus ? digits : digits.slice(2)
  const country = abroad.find((each) => number.startsWith(each.code))
  if (!country) return plus && number.length >= elsewhere.least && number.length <= elsewhere.most
  // "+46 (0)70-123 45 67"
  const national = number.slice(country.code.length).replace(/^0/, '')
  return national.length >= country.least && national.length <= country.most
}

/** Swedish and Finnish mobile numbers in one piece, as they are dialled at home. */
export const isMobile = (digits: string): boolean =>
  /^07[02369]\d{7}$/.test(digits) || /^0(4\d|50)\d{6,7}$/.test(digits)

/** Swedish and Finnish numbers as they are dialled at home: 0, an area or network, and groups. */
function isNational({ digits, lengths, separators }: Part): boolean {
  if (!/^0[1-9]/.test(digits) || digits.length < 8 || digits.length > 11) return false
  if (lengths.length === 1) return isMobile(digits)
  const [area, ...rest] = lengths as [number, ...number[]]
  const areaFits = area >= 2 && area <= 4 && ['-', ' ', ' - '].includes(separators[0]!)
  const groupsFit = rest.every((each) => each >= 2 && (each <= 4 || (rest.length === 1 && each <= 8)))
  // "08-12 13-15" are hours: after one area digit the first group has three.
  const notHours = area > 2 || rest[0]! >= 3
  const oneDash = separators.slice(1).every((each) => each === ' ')
  return areaFits && groupsFit && notHours && oneDash && (!digits.startsWith('07') || isMobile(digits))
}

/** The check digit of a Danish company number (CVR), which has the eight digits of a telephone number. */
const isCompanyNumber = (digits: string) =>
  [2, 7, 6, 5, 4, 3, 2, 1].reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11 === 0
const isDate = (digits: string) => /^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(19|20)\d\d$/.test(digits)

/** Norwegian and Danish numbers have eight digits and no 0: their grouping tells them, or a word does. */
function isOfEightDigits({ digits, lengths, separators, inRow }: Part): boolean {
  if (!/^[2-9]\d{7}$/.test(digits) || separators.some((each) => each !== ' ')) return false
  const shape = lengths.join('-')
  if (shape === '3-2-3') return /^[49]/.test(digits)
  return shape === '2-2-2-2' && !inRow && !isCompanyNumber(digits) && !isDate(digits)
}

/** Any grouping will do where a word says that it is a telephone number. */
const couldBeDialled = ({ digits, separators }: Part) =>
  /^([2-9]\d{7}|0[1-9]\d{6,9})$/.test(digits) && separators.every((each) => each === ' ' || each === '-')

/** Telephone numbers in one phrase, the longest that fits at each place. */
export function findTelephones(reading: Reading, phrase: Phrase): Hit[] {
  const { groups, separators } = phrase
  const { codes } = reading.plain
  const found: Hit[] = []
  for (let first = 0; first < groups.length; first += 1) {
    const { from } = groups[first]!
    const plus = from > 0 && codes[from - 1] === plusSign && separators[first - 1] !== '+'
    // Numbers at home begin with 0, or with 2 to 9 and have eight digits.
    if (!plus && codes[from] === oneSign) continue
    const most = plus || codes[from] === zeroSign ? mostDigits : fewestDigits
    let best: Part | null = null
    let bestAt = first
    for (let last = first, count = 0; last < Math.min(groups.length, first + mostGroups); last += 1) {
      count += groups[last]!.to - groups[last]!.from
      if (count > most || (last > first && separators[last - 1] === '+')) break
      if (count < fewestDigits) continue
      const part = partOf(reading.plain, phrase, first, last)
      if (!isTelephone(reading, part, plus)) continue
      best = part
      bestAt = last
    }
    if (!best) continue
    found.push({ kind: 'phone', from: plus ? from - 1 : from, to: best.to })
    first = bestAt
  }
  return found
}

const [zeroSign, oneSign, plusSign] = [0x30, 0x31, 0x2b]

function isTelephone({ plain, near }: Reading, part: Part, plus: boolean): boolean {
  const { from, to, lengths, goesOn } = part
  if (!isInternational(part, plus) && !isNational(part) && !isOfEightDigits(part))
    return couldBeDialled(part) && (near('telephone', from, to) || near('contact', from, to))
  if (goesOn || touchesLetters(plain, from, to) || near('book', from, to, 12)) return false
  return lengths.length > 1 || !isInAddress(plain, from)
}

/** RFC 5321, 4.5.3.1: at most 64 characters before the @ and 255 after it. */
const most = { local: 64, domain: 255 }
const isLocal = (plain: number) =>
  isLetter(plain) || isDigit(plain) || plain === 0x2e || plain === 0x2b || plain === 0x2d || plain === 0x5f
const isDomain = (plain: number) => isLetter(plain) || isDigit(plain) || plain === 0x2e || plain === 0x2d

/** The e-mail address around an @; null where there is none. Looks a bounded way to both sides. */
export function findAddress({ codes, length }: Plain, at: number): Hit | null {
  let from = at
  while (from > 0 && at - from < most.local && isLocal(codes[from - 1]!)) from -= 1
  let to = at + 1
  while (to < length && to - at <= most.domain && isDomain(codes[to]!)) to += 1
  while (to > at && !isLetter(codes[to - 1]!)) to -= 1
  let lastDot = to
  while (lastDot > at && codes[lastDot - 1] !== 0x2e) lastDot -= 1
  const named = from < at && codes[at - 1] !== 0x2e
  return named && lastDot > at + 2 && to - lastDot >= 2 ? { kind: 'email', from, to } : null
}
