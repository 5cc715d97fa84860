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

/** Letters that touch a number make it part of a longer name or key, such as `KS850101-1234`. */
export const touchesLetters = ({ codes, length }: Plain, from: number, to: number): boolean =>
  (from > 0 && isPartOfName(codes[from - 1]!)) || (to < length && isPartOfName(codes[to]!))
const isPartOfName = (plain: number) => isLetter(plain) || plain === 0x5f

/** Longer addresses than this are looked at from their end. */
const longestAddress = 200

/** Addresses are full of numbers that mean nothing to a reader. */
export function isInAddress(plain: Plain, at: number): boolean {
  let from = at
  while (from > 0 && at - from < longestAddress && plain.codes[from - 1]! > 0x20) from -= 1
  return from < at && /:\/\/|www\./.test(plainText(plain, from, at))
}
