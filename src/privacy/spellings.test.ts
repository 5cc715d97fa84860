import { describe, expect, it } from 'vitest'
import { findInFields } from './find-in-fields.js'
import { findPersonalData } from './find-personal-data.js'

const today = new Date('2026-11-25T12:00:00Z')
/** Of Skatteverket's test series, in its parts. */
const [date, serial] = ['900107', '2397']
const number = `${date}-${serial}`
const inOther = (zero: number) => number.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))
const circled = number.replace(/[0-9]/g, (digit) => '⓪①②③④⑤⑥⑦⑧⑨'[Number(digit)]!)
const raised = number.replace(/[0-9]/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]!)
const lowered = number.replace(/[0-9]/g, (digit) => String.fromCodePoint(0x2080 + Number(digit)))
const keycaps = number.replace(/\d/g, (digit) => `${digit}\ufe0f\u20e3`)

describe('other spellings of an identity number', () => {
  it.each([
    ['a name in front', `Anna${number}`],
    ['a word behind', `${number}och`],
    ['a letter that is not of a key', `på${number}`],
    ['something unseen behind a letter', `T\u200b${number}`],
    ['a slash', `Personnummer: ${date}/${serial}`],
    ['a comma', `Personnummer: ${date}, ${serial}`],
    ['an underscore', `Personnummer: ${date}_${serial}`],
    ['two dashes', `Personnummer: ${date}--${serial}`],
    ['slashes in the date', `Personnummer 90/01/07-${serial}`],
    ['circles', circled],
    ['two digits in one circle', `Pnr ${number.replace('10', '⑩')}`],
    ['raised digits', raised],
    ['lowered digits', lowered],
    ['keycaps', keycaps],
    ['Thai digits', inOther(0x0e50)],
    ['Bengali digits', inOther(0x09e6)],
    ['mathematical digits', inOther(0x1d7d8)],
    ['segmented digits', inOther(0x1fbf0)],
    ['a strike through each', [...number].join('\u0336')],
    ['a tag', [...number].join('\u{e0020}')],
    ['a filler', [...number].join('\u3164')],
    ['a footnote', `${number}²`],
  ])('with %s', (_, text) => {
    expect(findPersonalData(text, today).map(({ kind }) => kind)).toEqual(['se-personnummer'])
  })

  it.each([
    ['a key', `KS${number}`],
    ['a file', `bild_${number}`],
    ['no word that says so', `Se ${date}/${serial}, ${date}--${serial} och ${date}, ${serial}`],
  ])('are none with %s', (_, text) => {
    expect(findPersonalData(text, today)).toEqual([])
  })

  it('stand in links by their codes', () => {
    const url = `https://example.org/%C3%A5/${date}%2D${serial}`
    const link = { type: 'link', fields: { url }, children: [{ type: 'text', text: 'Mer' }] }
    const body = { root: { children: [link] } }
    const place = [{ node: [0], from: 0, to: url.length }]
    const found = (value: string | { root: unknown }) => findInFields([{ field: 'x', value }], today)
    expect(found(body)).toEqual([{ kind: 'se-personnummer', field: 'x', place }])
    expect(found(url)).toMatchObject([{ kind: 'se-personnummer' }])
    expect(found(`${url}%ff`)).toMatchObject([{ kind: 'se-personnummer' }])
  })
})
