import { describe, expect, it } from 'vitest'
import { findPersonalData } from './find-personal-data.js'

const today = new Date('2026-11-25T12:00:00Z')
const two = (value: number) => String(value).padStart(2, '0')

/** The same numbers in every run (a linear congruential generator). */
function numbers(seed: number) {
  let state = seed
  const below = (limit: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * limit)
  }
  return { below, digits: (count: number) => Array.from({ length: count }, () => below(10)).join('') }
}

const weighted = (text: string, weights: number[]) =>
  weights.reduce((sum, weight, at) => sum + weight * Number(text[at]), 0)
function withLuhn(text: string): string {
  const sum = [...text]
    .reverse()
    .map((digit, at) => Number(digit) * (at % 2 === 0 ? 2 : 1))
    .reduce((total, each) => total + (each > 9 ? each - 9 : each), 0)
  return text + String((10 - (sum % 10)) % 10)
}
/** With the check digit that makes the weighted sum divisible by 11; null where it would be 10. */
function withEleven(text: string, weights: number[]): string | null {
  const check = (11 - (weighted(text, weights) % 11)) % 11
  return check === 10 ? null : text + String(check)
}
const present = <T>(each: T | null): each is T => each !== null
const times = <T>(count: number, make: (at: number) => T[]): T[] =>
  Array.from({ length: count }, (_, at) => make(at)).flat()

/** Every quarter of an hour of a year, day and year in either order, with and without the century. */
const stamps = (year: number) =>
  times(366 * 96, (at) => {
    const date = new Date(Date.UTC(year, 0, 1) + at * 900_000)
    const [month, day] = [two(date.getUTCMonth() + 1), two(date.getUTCDate())]
    const time = two(date.getUTCHours()) + two(date.getUTCMinutes())
    const short = two(year % 100)
    return [
      `${short}${month}${day}-${time}`,
      `${year}${month}${day}-${time}`,
      `${day}${month}${short}-${time}`,
    ]
  })

function ranges() {
  const { below } = numbers(1)
  return times(2_000, () => {
    const first = new Date(Date.UTC(2026, 0, 1) + below(700) * 86_400_000)
    const last = new Date(first.getTime() + below(40) * 86_400_000)
    const parts = (date: Date) => [
      String(date.getUTCFullYear()),
      two(date.getUTCMonth() + 1),
      two(date.getUTCDate()),
    ]
    const [y, m, d] = parts(first) as [string, string, string]
    const [y2, m2, d2] = parts(last) as [string, string, string]
    return [
      `${y}${m}${d}-${y2}${m2}${d2}`,
      `${y.slice(2)}${m}${d}-${y2.slice(2)}${m2}${d2}`,
      `${y.slice(2)}${m}${d}-${m2}${d2}`,
      `${y}${m}${d}-${m2}${d2}`,
      `${y}-${m}-${d} – ${y2}-${m2}-${d2}`,
      `${y}-${m}-${d}–${m2}-${d2}`,
      `${d}.${m}.${y}-${d2}.${m2}.${y2}`,
      `${d}-${d2}.${m}.${y}`,
      `${d}${m}${y.slice(2)}-${d2}${m2}${y2.slice(2)}`,
      `${d}${m}${y.slice(2)}-${d2}${m2}`,
    ]
  })
}

const pairs = (text: string) => text.replace(/(..)(?=.)/g, '$1 ').trim()
const threes = (text: string) => text.replace(/(...)(?=.)/g, '$1 ').trim()

function organisationNumbers() {
  const { below, digits } = numbers(2)
  return times(3_000, () => {
    const swedish = withLuhn(`${[1, 2, 5, 7, 8, 9][below(6)]}${below(10)}${2 + below(8)}${digits(6)}`)
    const norwegian = withEleven(`${8 + below(2)}${digits(7)}`, [3, 2, 7, 6, 5, 4, 3, 2])
    const danish = withEleven(`${1 + below(9)}${digits(6)}`, [2, 7, 6, 5, 4, 3, 2])
    const finnish = withEleven(digits(7), [7, 9, 10, 5, 8, 4, 2])
    return [
      ...[swedish, `${swedish.slice(0, 6)}-${swedish.slice(6)}`, `16${swedish}`, `SE${swedish}01`],
      ...[norwegian].filter(present).flatMap((each) => [each, threes(each), `NO ${threes(each)} MVA`]),
      ...[danish].filter(present).flatMap((each) => [each, pairs(each), `DK${each}`]),
      ...[finnish].filter(present).map((each) => `${each.slice(0, 7)}-${each.slice(7)}`),
    ]
  })
}

function giros() {
  const { below, digits } = numbers(3)
  return times(3_000, () => {
    const bank = withLuhn(`${1 + below(9)}${digits(5 + below(2))}`)
    const plus = withLuhn(`${1 + below(9)}${digits(2 + below(5))}`)
    return [
      bank,
      `${bank.slice(0, -4)}-${bank.slice(-4)}`,
      `${plus.slice(0, -1).replace(/\B(?=(\d{2})+(?!\d))/g, ' ')}-${plus.slice(-1)}`,
    ]
  })
}

function caseNumbers() {
  const { below, digits } = numbers(4)
  return times(2_000, () => {
    const year = 2015 + below(13)
    const short = two(year % 100)
    return [
      ...[
        `KS ${year}-${digits(5)}`,
        `${year}/${digits(4)}`,
        `Dnr ${year}-${digits(6)}`,
        `${short}/${digits(5)}-${below(30)}`,
      ],
      ...[
        `${year}${digits(5)}`,
        `${year}${digits(6)}`,
        `SBN-${year}-${digits(4)}`,
        `BN ${year}-${digits(6)}-${below(20)}`,
      ],
      ...[`Sak ${year}${digits(5)}-${below(9)}`, `T ${digits(4)}-${short}`, `${year}:${digits(4)}`],
    ]
  })
}

function bookNumbers() {
  const { below, digits } = numbers(5)
  return times(3_000, () => {
    const group = ['91', '82', '87', '951', '952', '0', '1'][below(7)]!
    const nine = group + digits(9 - group.length)
    const rest = (11 - (weighted(nine, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11
    const ten = nine + (rest === 10 ? 'X' : String(rest))
    const publisher = group.length + 2 + below(4)
    const parted = `${group}-${nine.slice(group.length, publisher)}-${nine.slice(publisher)}-${ten.at(-1)}`
    const twelve = `978${nine}`
    const sum = weighted(twelve, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3])
    const check = String((10 - (sum % 10)) % 10)
    return [
      parted,
      `ISBN ${parted}`,
      `ISBN ${ten}`,
      `ISBN-10: ${ten}`,
      twelve + check,
      `978-${parted.slice(0, -1)}${check}`,
    ]
  })
}

const sets: [string, string[]][] = [
  ...[2024, 2026, 2027].map((year): [string, string[]] => [`quarters of an hour of ${year}`, stamps(year)]),
  ['date ranges', ranges()],
  ['organisation numbers', organisationNumbers()],
  ['bankgiro and plusgiro', giros()],
  ['case numbers', caseNumbers()],
  ['ISBN', bookNumbers()],
]

describe('what is nobody’s number', () => {
  it.each(sets)('%s: at most one in a thousand is flagged without a word that says more', (_, texts) => {
    const flagged = texts.filter((text) => findPersonalData(`Se ${text} i dag.`, today).length > 0)
    expect(flagged.length, flagged.slice(0, 5).join(', ')).toBeLessThanOrEqual(texts.length / 1_000)
  })

  it('is flagged where a word says that it is one', () => {
    // A coming date with a serial that reads as a time: only words tell it from an event. No authority publishes such a
    // number, and this one, whose check digit is wrong, stands nowhere in full.
    const evening = ['311226', '1815'].join('-')
    for (const text of ['Personnummer: 240229-2391', 'fødselsnr. 01914796756', `CPR ${evening}`])
      expect(findPersonalData(text, today), text).toHaveLength(1)
    expect(findPersonalData(`Start ${evening}`, today)).toEqual([])
  })

  it.each([
    'Öppet 08.30-16.00, lunch 12-13.',
    'Tipsraden 1 X 2 1 1 X 2 2 1 X 1 2 1.',
    'Kl 10 12 14 16 i sal 2.',
    'Vi ses 24.12.2026 eller 2026-12-24 kl. 15:00–17:00.',
    'Priser 100 200 300, 12 500 – 15 000 kr, 18+.',
    'https://example.org/a/8501011232?id=9001072397',
    'Koordinater 59.32930 18.06860',
    'Version 1.2.3-45678901',
    'Kulturhuset @ torget',
  ])('is no telephone number, address or identity number: %s', (text) => {
    expect(findPersonalData(text, today)).toEqual([])
  })
})
