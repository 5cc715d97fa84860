import { findAccounts, findIban } from './find-accounts.js'
import { findAddress, findTelephones } from './find-contact-data.js'
import { findHetu, findInPhrase } from './find-identity-numbers.js'
import type { Hit } from './kinds.js'
import { loosePhrases, numberPhrases } from './number-phrases.js'
import type { Plain } from './plain-characters.js'
import { readText } from './reading.js'

/** What a text must hold for there to be anything to find; most texts of a form hold neither. */
const worthReading = /[\p{N}@\uff20\ufe6b]/u

/**
 * Finds identity numbers of Sweden, Norway, Denmark and Finland, telephone numbers, e-mail addresses and account numbers
 * in one text. `today` tells which dates are near: see `stamps.ts`. Linear in the length of the text. Hits stand in
 * their order and do not overlap.
 */
export function findPersonalData(text: string, today: Date): Hit[] {
  if (!worthReading.test(text)) return []
  const reading = readText(text, today)
  const { plain } = reading
  const identities: Hit[] = []
  const others: Hit[] = []
  for (const phrase of numberPhrases(plain)) {
    for (const group of phrase.groups) {
      keep(identities, findHetu(reading, group))
      keep(others, findIban(plain, group.from))
    }
    identities.push(...findInPhrase(reading, phrase))
    others.push(...findAccounts(reading, phrase), ...findTelephones(reading, phrase))
  }
  for (const phrase of loosePhrases(plain)) identities.push(...findInPhrase(reading, phrase, 'told'))
  for (let at = plain.codes.indexOf(atSign); at >= 0 && at < plain.length;) {
    keep(others, findAddress(plain, at))
    at = plain.codes.indexOf(atSign, at + 1)
  }
  // What is an identity number is nothing else.
  return beside(beside([], identities), others).map((hit) => inText(text, plain, hit))
}

const atSign = 0x40
const keep = (list: Hit[], hit: Hit | null) => hit && list.push(hit)

/** The hits that stand, and of the others those that overlap none of them nor each other, in the order of the text. */
function beside(standing: Hit[], more: Hit[]): Hit[] {
  const kept: Hit[] = []
  let next = 0
  for (const hit of more.sort((a, b) => a.from - b.from)) {
    while (next < standing.length && standing[next]!.to <= hit.from) kept.push(standing[next++]!)
    const after = standing[next]
    const free = hit.from >= (kept.at(-1)?.to ?? 0) && (!after || hit.to <= after.from)
    if (free) kept.push(hit)
  }
  return [...kept, ...standing.slice(next)]
}

/** The places in the text itself; what cannot be seen behind the last character is not counted to the hit. */
function inText(text: string, { at }: Plain, { kind, from, to }: Hit): Hit {
  const last = at[to - 1]!
  return { kind, from: at[from]!, to: last + (text.codePointAt(last)! > 0xffff ? 2 : 1) }
}

/**
 * The same in the address of a link, in which signs may be written by their codes (`%2D`; RFC 3986, section 2.1). What
 * only stands in it so stands in the whole of it.
 */
export function findInAddress(url: string, today: Date): Hit[] {
  const found = findPersonalData(url, today)
  const plain = decoded(url)
  if (plain === url) return found
  const kinds = new Set(findPersonalData(plain, today).map(({ kind }) => kind))
  for (const { kind } of found) kinds.delete(kind)
  return [...found, ...[...kinds].map((kind) => ({ kind, from: 0, to: url.length }))]
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    // Some of it is no text: only the signs of ASCII are read.
    return url.replace(/%[2-7][0-9a-f]/gi, (sign) => String.fromCharCode(parseInt(sign.slice(1), 16)))
  }
}
