import { describe, expect, it } from 'vitest'
import { longestChange, longestPolicy, policyFaults } from './policy-faults.js'
import { comingVersions, mayPublishUnder, standingOf, versionInForce } from './policy-version.js'

const version = (number: number, validFrom: string) => ({ id: `v${number}`, number, validFrom })
const first = version(1, '2026-01-01')
const second = version(2, '2026-03-29')
const mended = version(3, '2026-03-29')
const all = [mended, first, second]

describe('the version in force', () => {
  it.each([
    ['2025-12-31', null],
    ['2026-01-01', 1],
    ['2026-03-28', 1],
    ['2026-03-29', 3],
    ['2030-01-01', 3],
  ])('on %s is %s', (today, number) => {
    expect(versionInForce(all, today)?.number ?? null).toBe(number)
  })

  it('is followed by those that are announced, the next one first', () => {
    expect(comingVersions(all, '2026-02-01').map(({ number }) => number)).toEqual([2, 3])
    expect(all.map((one) => standingOf(all, one, '2026-03-29'))).toEqual(['in-force', 'past', 'past'])
    expect(standingOf(all, second, '2026-02-01')).toBe('coming')
  })

  it('is what has to be accepted, neither an earlier nor a later one', () => {
    expect(mayPublishUnder([], new Set(), '2026-02-01')).toBe(true)
    expect(mayPublishUnder(all, new Set(), '2025-12-31')).toBe(true)
    expect(mayPublishUnder(all, new Set(['v2', 'v3']), '2026-02-01')).toBe(false)
    expect(mayPublishUnder(all, new Set(['v1']), '2026-02-01')).toBe(true)
    expect(mayPublishUnder(all, new Set(['v1', 'v2']), '2026-03-29')).toBe(false)
    expect(mayPublishUnder(all, new Set(['v3']), '2026-03-29')).toBe(true)
  })
})

describe('a version is published with', () => {
  const good = {
    validFrom: '2026-03-29',
    texts: { sv: 'Villkor.', en: 'Terms.' },
    changes: { sv: 'Nytt.', en: 'New.' },
  }
  const where = { languages: ['sv', 'en'], today: '2026-03-28', last: { validFrom: '2026-01-01' } }
  const faults = (more: object, there: object = {}) =>
    policyFaults({ ...good, ...more }, { ...where, ...there }).map(({ field, code }) => `${field} ${code}`)

  it('a day and a text for each language, and from the second on what has changed', () => {
    expect(faults({})).toEqual([])
    expect(faults({ changes: undefined }, { last: null })).toEqual([])
    expect(faults({ changes: undefined })).toEqual(['changes required'])
  })

  it.each([
    ['no day', { validFrom: '' }, 'validFrom required'],
    ['no real day', { validFrom: '2026-02-30' }, 'validFrom format'],
    ['a time', { validFrom: '2026-03-29T00:00:00Z' }, 'validFrom format'],
    ['a number', { validFrom: 20260329 }, 'validFrom format'],
    ['yesterday', { validFrom: '2026-03-27' }, 'validFrom past'],
    ['no texts', { texts: null }, 'texts required'],
    ['a list', { texts: ['x'] }, 'texts wrong-type'],
    ['one language left out', { texts: { sv: 'x' } }, 'texts.en required'],
    ['nothing but spaces', { texts: { sv: 'x', en: ' \n' } }, 'texts.en required'],
    ['another language', { texts: { ...good.texts, fi: 'x' } }, 'texts.fi unknown-field'],
    ['no text', { texts: { sv: 'x', en: 7 } }, 'texts.en wrong-type'],
    ['too long', { texts: { sv: 'x', en: 'x'.repeat(longestPolicy + 1) } }, 'texts.en too-long'],
    ['unshowable', { texts: { sv: 'x', en: 'a\u0000' } }, 'texts.en characters'],
    ['too much changed', { changes: { sv: 'x', en: 'x'.repeat(longestChange + 1) } }, 'changes.en too-long'],
  ])('never with %s', (_, more, fault) => {
    expect(faults(more)).toEqual([fault])
  })

  it('a day that is not before the version that it follows', () => {
    expect(faults({ validFrom: '2026-03-29' }, { last: { validFrom: '2026-04-01' } })).toEqual([
      'validFrom before-last',
    ])
    expect(faults({ validFrom: '2026-04-01' }, { last: { validFrom: '2026-04-01' } })).toEqual([])
  })
})
