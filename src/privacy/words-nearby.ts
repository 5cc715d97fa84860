import { isLetter, plainText, type Plain } from './plain-characters.js'

/** Words that say what a number is, in the languages of the four countries and in English. */
const words = {
  person:
    /person-? ?(?:nummer|nr(?![a-z]))|personbeteckning|personal identity|identity (?:number|code)|id-? ?(?:nummer|number|nr(?![a-z]))|\bp-?nr(?![a-z])|samordnings|f[øo]dsels-? ?(?:nummer|nr(?![a-z]))|\bf-?nr(?![a-z])|\bd-?nummer|\bcpr|henkil[öo]tunnus|\bhetu(?![a-z])|\bsotu|\bssn(?![a-z])|social security|\bf[öø]dd\b|\bf[öø]dt?\b|\bborn\b|\bsyntynyt|\bsynt\./g,
  telephone:
    /\btel\b|\btele(?:f|nr)|\btlf|\bmobil|\bmob\b|\bring[ae]?\b|\bsms|\bphone|\bcall\b|\bpuh|\bgsm\b|\bwhats|\bsignal\b/g,
  contact: /\bkontakt|\bcontact|\byhtey/g,
  account: /konto(?!r)|account|giro|\bbg\b|\bpg\b|\btili|\biban/g,
  giro: /giro|\bbg\b|\bpg\b/g,
  book: /isbn/g,
} as const
export type Word = keyof typeof words

/** Characters before and after a number within which a word counts. */
const reach = { before: 40, after: 20 }

/** Where the words of one text stand; each list is made when it is asked for first. */
export type WordsNearby = (word: Word, from: number, to: number, before?: number) => boolean

/** Tells whether a word stands shortly before a number, or (unless `before` says how near) shortly after it. */
export function wordsNearby(plain: Plain): WordsNearby {
  const known = new Map<Word, { from: number; to: number }[]>()
  let text: string | null = null
  const placesOf = (word: Word) => {
    const found = known.get(word)
    if (found) return found
    text ??= new TextDecoder('utf-16le').decode(plain.codes.subarray(0, plain.length))
    const places = [...text.matchAll(words[word])].map(({ index, 0: { length } }) => ({
      from: index,
      to: index + length,
    }))
    known.set(word, places)
    return places
  }
  return (word, from, to, before) => {
    const places = placesOf(word)
    let low = 0
    for (let high = places.length; low < high;) {
      const middle = (low + high) >> 1
      if (places[middle]!.to <= from) low = middle + 1
      else high = middle
    }
    const [last, next] = [places[low - 1], places[low]]
    if (last && last.to >= from - (before ?? reach.before)) return true
    return before === undefined && next !== undefined && next.from >= to && next.from <= to + reach.after
  }
}

/** More letters than these before a number are a word that somebody forgot to part from it. */
const longestKey = 3

/**
 * Whether one to three of the letters A to Z directly before a number make it part of a key, such as `KS850101-1234`, or
 * an underscore beside it part of a name of a file. A letter from which something unseen parts it is none of a key.
 */
export function touchesLetters({ codes, at, length }: Plain, from: number, to: number): boolean {
  if ((from > 0 && codes[from - 1] === underscore) || (to < length && codes[to] === underscore)) return true
  let letters = 0
  while (letters <= longestKey && letters < from && isAscii(codes[from - 1 - letters]!)) letters += 1
  const before = codes[from - 1 - letters]
  const inWord = letters < from && before !== undefined && isLetter(before)
  return letters > 0 && letters <= longestKey && !inWord && at[from]! - at[from - 1]! === 1
}
const isAscii = (plain: number) => plain >= 0x61 && plain <= 0x7a
const underscore = 0x5f

/** Longer addresses than this are looked at from their end. */
const longestAddress = 200

/** Addresses are full of numbers that mean nothing to a reader. */
export function isInAddress(plain: Plain, at: number): boolean {
  let from = at
  while (from > 0 && at - from < longestAddress && plain.codes[from - 1]! > 0x20) from -= 1
  return from < at && /:\/\/|www\./.test(plainText(plain, from, at))
}
