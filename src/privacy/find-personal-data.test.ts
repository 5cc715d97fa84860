import { getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { isValidIBAN } from 'ibantools'
import { describe, expect, it } from 'vitest'
import { findPersonalData } from './find-personal-data.js'
import { findAccounts } from './find-accounts.js'
import { findTelephones } from './find-contact-data.js'
import { findHetu, findInPhrase } from './find-identity-numbers.js'
import { loosePhrases, numberPhrases } from './number-phrases.js'
import { readText } from './reading.js'

const today = new Date('2026-11-25T12:00:00Z')
const found = (text: string) =>
  findPersonalData(text, today).map(({ kind, from, to }) => `${kind} ${text.slice(from, to)}`)

describe('contact data', () => {
  it.each([
    // Numbers that PTS, Nkom and Traficom keep for fiction, or that serve everybody.
    ['Ring 070-174 06 05.', 'SE', '070-174 06 05'],
    ['Tel: 0701740605', 'SE', '0701740605'],
    ['070 174 06 05', 'SE', '070 174 06 05'],
    ['08-465 004 23', 'SE', '08-465 004 23'],
    ['031-390 06 00', 'SE', '031-390 06 00'],
    ['+46 (0)70-174 06 05', 'SE', '+46 (0)70-174 06 05'],
    ['0046 70 174 06 05 efter 18', 'SE', '0046 70 174 06 05'],
    ['tlf. 21 49 80 00', 'NO', '21 49 80 00'],
    ['412 34 567', 'NO', '412 34 567'],
    ['Mobil 41234567', 'NO', '41234567'],
    ['+47 412 34 567, 2026', 'NO', '+47 412 34 567'],
    ['Ring 32 10 10 10', 'DK', '32 10 10 10'],
    ['+45 32101010', 'DK', '+45 32101010'],
    ['040 123 4567', 'FI', '040 123 4567'],
    ['+358 40 123 4567', 'FI', '+358 40 123 4567'],
  ] as const)('finds the telephone number in "%s"', (text, country, number) => {
    expect(found(text)).toEqual([`phone ${number}`])
    const national = number.replace(/^00/, '+')
    expect(parsePhoneNumberFromString(national, country)?.isValid()).toBe(true)
    expect(getCountryCallingCode(country)).toMatch(/^\d+$/)
  })

  it.each([
    ['Skriv till anna.svensson@example.se, tack.', 'anna.svensson@example.se'],
    ['<styrelsen@if-hagby.example.org>', 'styrelsen@if-hagby.example.org'],
    ['åsa.öberg@föreningen.example', 'åsa.öberg@föreningen.example'],
    ['anna＠example.se', 'anna＠example.se'],
    ['an\u200bna@exam\u00adple.se', 'an\u200bna@exam\u00adple.se'],
    ['mailto:kultur+1@hagby.example.', 'kultur+1@hagby.example'],
  ])('finds the address in "%s"', (text, address) => {
    expect(found(text)).toEqual([`email ${address}`])
  })

  it.each(['@', 'a@b', '@hagby på nätet', 'a@.se', 'a@b.', 'pris 5 @ 10.00', '.@a.se'])(
    'finds none in "%s"',
    (text) => {
      expect(found(text)).toEqual([])
    },
  )
})

describe('account numbers', () => {
  it.each([
    ['SE45 5000 0000 0583 9825 7466', true],
    ['NO93 8601 1117 947', true],
    ['DK5000400440116243', true],
    ['fi21 1234 5600 0007 85', true],
    ['DE89370400440532013000', true],
    ['SE4550000000058398257467', false],
  ])('tells whether %s is an international one', (iban, is) => {
    expect(found(`Betala till ${iban} senast i dag.`)).toEqual(is ? [`iban ${iban}`] : [])
    expect(isValidIBAN(iban.replace(/ /g, '').toUpperCase())).toBe(is)
  })

  it.each([
    ['1234.56.78903', 'no-account 1234.56.78903'],
    ['Konto: 12345678903', 'no-account 12345678903'],
    ['12345678903', null],
    ['1234.56.78904', null],
    ['Bankgiro 5050-1055', 'giro 5050-1055'],
    ['Bg: 991-2346', 'giro 991-2346'],
    ['plusgiro 90 20 03-3', 'giro 90 20 03-3'],
    ['5050-1055', null],
    ['Kontoret 12345678903', null],
  ])('knows Norwegian accounts and Swedish giros: %s', (text, hit) => {
    expect(found(text)).toEqual(hit ? [hit] : [])
  })
})

describe('identity numbers', () => {
  it.each([
    ['Anna (900107-2397), Bo 198001042392', ['se-personnummer 900107-2397', 'se-personnummer 198001042392']],
    ['1. 900107-2397\n2. 19900107-2397', ['se-personnummer 900107-2397', 'se-personnummer 19900107-2397']],
    ['pnr900107-2397', ['se-personnummer 900107-2397']],
    ['KS900107-2397', []],
    ['900107-2397-1', []],
    ['2026-900107-2397', []],
    ['Personnummer 90 01 07 23 97', ['se-personnummer 90 01 07 23 97']],
    ['90 01 07 23 97', []],
    ['90 01 07 23', ['phone 90 01 07 23']],
    ['１９９００１０７－２３９７', ['se-personnummer １９９００１０７－２３９７']],
    ['𝟭𝟵𝟵𝟬𝟬𝟭𝟬𝟳-𝟮𝟯𝟵𝟳', ['se-personnummer 𝟭𝟵𝟵𝟬𝟬𝟭𝟬𝟳-𝟮𝟯𝟵𝟳']],
    // It may be dialled as well: the words before it say what it is.
    ['0701012395', ['se-personnummer 0701012395']],
    ['Mobil 0701012395', ['phone 0701012395']],
    ['260101-2384 fyller 0 år', ['se-personnummer 260101-2384']],
  ])('are told from what is around them: %s', (text, hits) => {
    expect(found(text)).toEqual(hits)
  })
})

/** A reading that counts how often a character is looked at. */
function counted(text: string) {
  const reading = readText(text, today)
  let looks = 0
  const codes = new Proxy(reading.plain.codes, {
    get(target, key) {
      const value = Reflect.get(target, key, target) as unknown
      looks += 1
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => {
        const given = (value as (...all: unknown[]) => unknown).apply(target, args)
        if (given instanceof Uint16Array) looks += given.length
        return given
      }
    },
  })
  const plain = { ...reading.plain, codes }
  const counting = { ...reading, plain }
  for (const phrase of numberPhrases(plain)) {
    for (const group of phrase.groups) findHetu(counting, group)
    findInPhrase(counting, phrase)
    findAccounts(counting, phrase)
    findTelephones(counting, phrase)
  }
  for (const phrase of loosePhrases(plain)) findInPhrase(counting, phrase, 'told')
  return looks
}

describe('hostile texts', () => {
  const pieces = [
    '1',
    '1 ',
    '1-',
    '22 33 ',
    '900107-2397 ',
    '260102-1815 ',
    '0701740605 ',
    '010190-',
    '010190A123',
    '+46 ',
    '(0) ',
    '1.',
    '9\u200b',
    '1234567890',
    'se12 ',
    '90/',
    'pnr 900107, 2397 ',
    '9--',
    'abc900107-2397',
  ]
  it.each(pieces)('of %j cost twice as much when they are twice as long', (piece) => {
    const work = (length: number) => counted(piece.repeat(Math.ceil(length / piece.length)).slice(0, length))
    expect(work(16_000) / work(8_000)).toBeLessThan(2.1)
    // And a bounded number of looks for each character.
    expect(work(8_000) / 8_000).toBeLessThan(120)
  })

  it('end without a fault, whatever characters they hold', () => {
    const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join('1')
    expect(() => findPersonalData(all, today)).not.toThrow()
    expect(() => findPersonalData('@'.repeat(50_000), today)).not.toThrow()
    expect(() => findPersonalData('1'.repeat(1_000_000), today)).not.toThrow()
  })
})
