import { describe, expect, it } from 'vitest'
import { noFilters, filterParameters, readFilters, readParameters } from './queue-filters.js'
import { readPlace, writePlace } from './queue-place.js'
import {
  clockRuns,
  confirmedBefore,
  isFlag,
  keyWithin,
  queueKeys,
  waitsFor,
  type WaitingFacts,
} from './queue.js'

const idle: WaitingFacts = { state: 'approved', appeal: null, listedForReview: false }

describe('the clock of a decision', () => {
  it.each([
    ['runs for what was handed in', { state: 'in-review', appeal: null }, true],
    ['runs for an appeal, whatever else is decided', { state: 'rejected', appeal: 'open' }, true],
    [
      'runs for an organisation that applies, whose words an editor mends',
      { state: 'draft', appeal: null, life: 'applied' },
      true,
    ],
    ['has run out for one that was invited', { state: 'draft', appeal: null, life: 'invited' }, false],
    ['has run out for a draft', { state: 'draft', appeal: 'decided' }, false],
    ['has run out for what was erased', { state: 'erased', appeal: 'open', life: 'applied' }, false],
  ] as const)('%s', (_, facts, runs) => expect(clockRuns(facts)).toBe(runs))
})

describe('what waits for an editor', () => {
  it.each<[string, Partial<WaitingFacts>, string | null]>([
    ['what was sent in', { state: 'in-review' }, 'decision'],
    [
      'a change to what is public, whatever else it is listed for',
      { state: 'in-review', listedForReview: true },
      'decision',
    ],
    ['an appeal', { state: 'rejected', appeal: 'open' }, 'appeal'],
    ['not an appeal that was decided', { state: 'rejected', appeal: 'decided' }, null],
    ['an organisation that has applied', { state: 'draft', life: 'applied' }, 'application'],
    ['not one that was invited', { state: 'draft', life: 'invited' }, null],
    ['the changed profile of an approved one', { state: 'in-review', life: 'approved' }, 'decision'],
    ['what went out unreviewed', { listedForReview: true }, 'afterwards'],
    ['an announcement while its author writes on', { state: 'draft', listedForReview: true }, 'afterwards'],
    ['not a draft', { state: 'draft' }, null],
    ['nothing that was erased', { state: 'erased', listedForReview: true, appeal: 'open' }, null],
  ])('is %s', (_, facts, reason) => {
    expect(waitsFor({ ...idle, ...facts })).toBe(reason)
  })
})

describe('the order of the queue', () => {
  const now = new Date('2026-03-02T09:00:00Z')
  const start = (id: string, startsAt: string | null) =>
    queueKeys(id, startsAt, '2026-03-01T09:00:00Z').queueStart

  it('puts the soonest start first and what has none last, the past included', () => {
    const keys = [
      start('a', null),
      start('b', '2026-03-05T09:00:00Z'),
      start('c', '2026-02-01T09:00:00+01:00'),
    ]
    expect([...keys].sort().map((key) => key.split(' ')[1])).toEqual(['c', 'b', 'a'])
  })

  it('puts what has waited longest first', () => {
    const since = (id: string, at: string) => queueKeys(id, null, at).queueSince
    expect([since('a', '2026-03-02T08:00:00Z'), since('b', '2026-03-01T23:00:00Z')].sort()[0]).toContain('b')
  })

  it('tells two apart that start or were sent in at the same instant', () => {
    const at = '2026-03-05T09:00:00Z'
    expect(new Set([start('a', at), start('b', at)]).size).toBe(2)
  })

  it('takes a start at the very last instant for soon, and none after it', () => {
    const soon = keyWithin(now, 14)
    expect(start('f', '2026-03-16T09:00:00.000Z') <= soon).toBe(true)
    expect(start('0', '2026-03-16T09:00:00.001Z') <= soon).toBe(false)
    expect(start('0', null) <= soon).toBe(false)
  })

  it('finds a confirmation of more than a year ago overdue', () => {
    expect(confirmedBefore(now)).toBe('2025-03-02T09:00:00.000Z')
  })
})

describe('the place where a page ended', () => {
  it('comes back as it was', () => {
    const place = {
      part: 'rest',
      after: '2026-03-01T09:00:00.000Z 0198-a',
      soon: '2026-03-16T09:00:00.000Z ~',
    } as const
    expect(readPlace(writePlace(place))).toEqual(place)
  })

  it.each([
    '',
    'x',
    Buffer.from('soon|now|then').toString('base64url'),
    Buffer.from('all||').toString('base64url'),
  ])('is refused where it is none: %j', (cursor) => {
    expect(() => readPlace(cursor)).toThrow(/cursor/)
  })
})

describe('the filters in an address', () => {
  const read = (query: Record<string, string> | string) =>
    readFilters(readParameters(new URLSearchParams(query), [...Object.keys(noFilters), 'cursor']))
  const id = '0198c0de-0000-7000-8000-000000000000'

  it('come back as they were, and leave out what is not set', () => {
    const filters = { ...noFilters, surface: 'calendar', organisation: id, within: 7, mine: true } as const
    expect(filterParameters(filters)).toEqual({
      surface: 'calendar',
      organisation: id,
      within: '7',
      mine: '1',
    })
    expect(read(filterParameters(filters))).toEqual(filters)
    expect(read({ surface: '', flagged: '' })).toEqual(noFilters)
  })

  it.each([
    ['surface', 'radio'],
    ['reason', 'hunger'],
    ['organisation', "x' OR 1=1"],
    ['category', '%'],
    ['language', 'Swedish'],
    ['flagged', 'yes'],
    ['within', '0'],
    ['within', '366'],
    ['within', '1e3'],
  ])('refuse %s=%s by its name', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(
      expect.objectContaining({ code: 'bad-parameter', faults: [expect.objectContaining({ field: name })] }),
    )
  })

  it('refuse what is given twice, and a parameter that there is not', () => {
    expect(() => read('surface=calendar&surface=community')).toThrow(
      expect.objectContaining({ code: 'bad-parameter' }),
    )
    expect(() => read('within[greater_than]=3')).toThrow(
      expect.objectContaining({ code: 'unknown-parameter' }),
    )
    expect(() => read({ state: 'draft' })).toThrow(expect.objectContaining({ code: 'unknown-parameter' }))
  })
})

it('a finding that something is missing marks nothing; a late, past or personal one does', () => {
  expect(['missing', 'too-late', 'in-the-past', 'phone'].filter((code) => isFlag({ code }))).toEqual([
    'too-late',
    'in-the-past',
    'phone',
  ])
})
