import { describe, expect, it } from 'vitest'
import { daysTaken, decisionFigures, firstWeek, type LoggedFact, mondayOf, queueAges } from './figures.js'

const times = { leadDays: 5, decisionDays: 3, country: 'SE', zone: 'Europe/Stockholm' } as const
/** A Wednesday. */
const now = new Date('2026-03-11T12:00:00Z')
const fact = (document: string, action: string, at: string, more: Partial<LoggedFact> = {}): LoggedFact => ({
  at,
  action,
  kind: 'event',
  document,
  reason: null,
  toState: null,
  automated: false,
  ...more,
})

describe('figures of decisions', () => {
  const facts = [
    fact('a', 'approve', '2026-03-09T10:00:00Z'),
    // The log gives the newest first.
    fact('a', 'submit', '2026-03-06T15:00:00Z'),
    fact('b', 'submit', '2026-03-02T08:00:00Z'),
    fact('b', 'request-changes', '2026-03-02T14:00:00Z'),
    fact('b', 'submit', '2026-03-03T08:00:00Z'),
    fact('b', 'reject', '2026-03-10T08:00:00Z', { reason: 'commercial' }),
    fact('c', 'remove', '2026-03-10T08:00:00Z', { reason: 'commercial' }),
    fact('d', 'remove', '2026-03-10T08:00:00Z', { reason: 'illegal' }),
    fact('e', 'submit', '2026-03-10T08:00:00Z', { automated: true, toState: 'approved' }),
    fact('e', 'look-over', '2026-03-11T08:00:00Z'),
    // Sent in before what was read.
    fact('f', 'approve', '2025-12-22T08:00:00Z'),
    fact('g', 'approve', '2025-12-21T08:00:00Z'),
  ]
  const figures = decisionFigures(facts, now, times)

  it('are told week by week, each from Monday, the empty ones too', () => {
    expect(figures.weeks).toHaveLength(12)
    expect(figures.weeks.at(-1)).toEqual({
      week: '2026-03-09',
      approved: 1,
      changes: 0,
      refused: 3,
      lookedOver: 1,
    })
    expect(figures.weeks.at(-2)).toMatchObject({ week: '2026-03-02', changes: 1 })
    expect(figures.weeks[0]).toMatchObject({ week: '2025-12-22', approved: 1 })
    expect(figures.weeks.map(({ approved }) => approved).reduce((a, b) => a + b)).toBe(2)
  })

  it('tell how many working days a decision took, each submission on its own', () => {
    // Friday to Monday is one, the same day none, Tuesday to Tuesday five.
    expect(figures.byDays.flatMap(({ days, count }) => Array<number>(count).fill(days))).toEqual([0, 1, 5])
    expect(figures.medianDays).toBe(1)
    expect([figures.inTime, figures.answered]).toEqual([2, 3])
  })

  it('tell why things were refused, the most frequent first', () => {
    expect(figures.byReason).toEqual([
      { reason: 'commercial', count: 2 },
      { reason: 'illegal', count: 1 },
    ])
  })

  it('take the middle of an even number of decisions between the two', () => {
    const two = [
      fact('a', 'submit', '2026-03-02T08:00:00Z'),
      fact('a', 'approve', '2026-03-02T09:00:00Z'),
      fact('b', 'submit', '2026-03-02T08:00:00Z'),
      fact('b', 'approve', '2026-03-05T09:00:00Z'),
    ]
    expect(decisionFigures(two, now, times).medianDays).toBe(1.5)
  })

  it('say nothing about times where nothing was decided or nothing is promised', () => {
    expect(decisionFigures([], now, times)).toMatchObject({
      medianDays: null,
      answered: 0,
      inTime: 0,
      byReason: [],
    })
    expect(decisionFigures(facts, now, { ...times, decisionDays: null }).inTime).toBe(null)
  })
})

it('a week begins on Monday by the clock of the municipality, over a change of year', () => {
  expect(mondayOf(new Date('2026-03-08T22:30:00Z'), 'Europe/Stockholm')).toBe('2026-03-02')
  expect(mondayOf(new Date('2026-03-08T23:30:00Z'), 'Europe/Stockholm')).toBe('2026-03-09')
  expect(mondayOf(new Date('2027-01-02T12:00:00Z'), 'Europe/Stockholm')).toBe('2026-12-28')
  expect(firstWeek(now, times.zone) < new Date('2025-12-21T23:00:00Z')).toBe(true)
})

it('days over a weekend or a holiday do not count', () => {
  const days = (from: string, to: string) => daysTaken(new Date(from), new Date(to), 'SE', times.zone)
  expect(days('2026-03-06T08:00:00Z', '2026-03-09T08:00:00Z')).toBe(1)
  // Maundy Thursday to the Tuesday after Easter.
  expect(days('2026-04-02T08:00:00Z', '2026-04-07T08:00:00Z')).toBe(1)
})

it('what waits is told by how long it has waited, and what of it is late', () => {
  const groups = queueAges(
    ['2026-03-11T08:00:00Z', '2026-03-10T08:00:00Z', '2026-02-01T08:00:00Z'],
    now,
    times,
  )
  expect(groups.filter(({ count }) => count > 0)).toEqual([
    { from: 0, count: 1, late: false },
    { from: 1, count: 1, late: false },
    { from: 11, count: 1, late: true },
  ])
})
