import { describe, expect, it } from 'vitest'
import { appealMonths } from '../../moderation/statement.js'
import { ownPeriodFaults, ownPeriodsOf, periodIn, withPeriod } from './own-periods.js'
import { leastOf, lengthOf } from './period.js'
import { plan, type Candidate } from './plan.js'
import type { RetentionRow } from './retention-row.js'
import { nightlyCategories, retentionCategories, retentionTable, shortenable } from './retention-table.js'

describe('the table of what is kept', () => {
  it('keeps the promise: 24 months after it was last public, logs three years, applications 90 days', () => {
    const { content, drafts, history, log, applications } = retentionTable
    for (const row of [content, drafts, history]) expect(row.period).toEqual({ months: 24 })
    expect(log.period).toEqual({ months: 36 })
    expect(applications.period).toEqual({ days: 90 })
  })

  it('says of each for what, on what ground, from when and how in three languages', () => {
    for (const category of retentionCategories) {
      const { name, purpose, trigger, ground, doneBy } = retentionTable[category]
      for (const words of [name, purpose, trigger])
        expect(
          Object.values(words).every((each) => each.length > 3),
          category,
        ).toBe(true)
      expect(ground, category).toMatch(/^(public-task|legal-obligation|consent)$/)
      expect(doneBy === 'nightly-run').toBe(nightlyCategories.includes(category))
    }
  })
})

describe('a period of a municipality’s own', () => {
  it('is shorter than the table, and never longer', () => {
    for (const category of shortenable) {
      const most = lengthOf(retentionTable[category].period)
      const least = leastOf(retentionTable[category] as RetentionRow)
      for (const length of [least, most - 1, most, null])
        expect(ownPeriodFaults(category, length)).toEqual([])
      for (const length of [most + 1, least - 1, 0, -1, 1.5, '3', undefined])
        expect(ownPeriodFaults(category, length), `${category} ${length}`).toMatchObject([
          { field: 'length', code: 'range' },
        ])
      // What got past all checks still lengthens nothing.
      expect(lengthOf(periodIn(category, { [category]: most + 5 }))).toBe(most)
      expect(lengthOf(periodIn(category, { [category]: 1 }))).toBe(least)
      for (const length of [-3, 0, 0.5, '1', null] as never[])
        expect(lengthOf(periodIn(category, { [category]: length }))).toBe(most)
    }
  })

  it('leaves what was decided and why for as long as it can be appealed against', () => {
    for (const category of ['notices', 'history'] as const)
      expect(leastOf(retentionTable[category])).toBeGreaterThan(appealMonths)
  })

  it('is refused for what no municipality decides on', () => {
    for (const category of ['sessions', 'toString', null])
      expect(ownPeriodFaults(category, 1)).toMatchObject([{ field: 'category', code: 'unknown-code' }])
    expect(lengthOf(periodIn('runs', { runs: 1 }))).toBe(36)
  })

  it('is taken back, and forgotten where it is the table’s', () => {
    expect(withPeriod({ log: 6 }, 'content', 12)).toEqual({ log: 6, content: 12 })
    expect(withPeriod({ log: 6, content: 12 }, 'content', null)).toEqual({ log: 6 })
    expect(withPeriod({ content: 12 }, 'content', 24)).toEqual({})
  })

  it('is nothing where what is stored cannot be read', () => {
    for (const stored of [null, undefined, 'x', [{ category: 'log', length: 1 }]])
      expect(ownPeriodsOf(stored)).toEqual({})
  })
})

describe('what goes tonight', () => {
  const now = new Date('2026-06-01T00:00:00Z')
  const rules = () => ({ zone: 'UTC', period: () => ({ months: 24 }) })
  const one = (id: string, trigger: string, more: Partial<Candidate> = {}): Candidate => ({
    id,
    category: 'content',
    line: 'm',
    trigger: new Date(trigger),
    subject: id,
    ...more,
  })

  it('is what is over, but what is held or decided on', () => {
    const found = plan(
      [
        one('old', '2024-05-31T00:00:00Z'),
        one('young', '2024-06-02T00:00:00Z'),
        one('held', '2020-01-01T00:00:00Z', { subject: 'claimed' }),
        one('waits', '2020-01-01T00:00:00Z', { underDecision: true }),
      ],
      rules,
      new Set(['claimed']),
      now,
    )
    expect(found.due.map(({ id }) => id)).toEqual(['old'])
    expect(found.held.map(({ id }) => id)).toEqual(['held', 'waits'])
  })

  it('is what cannot be held, whatever a hold names', () => {
    const session = one('a', '2020-01-01T00:00:00Z', { category: 'sessions', subject: 'claimed' })
    expect(plan([session], rules, new Set(['claimed']), now).due).toHaveLength(1)
  })
})
