import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Timetable } from './occurrences.js'
import { checkRecurrence } from './check-recurrence.js'
import { lastEnd } from './last-end.js'
import { checkRule } from './recurrence-rule.js'
import { recurrenceWords } from './recurrence-words.js'

const refused: [string, string][] = [
  ['', 'rule-syntax'],
  ['weekly', 'rule-syntax'],
  ['FREQ=WEEKLY;', 'rule-syntax'],
  ['FREQ=WEEKLY;FREQ=DAILY', 'rule-syntax'],
  ['RRULE:FREQ=WEEKLY', 'rule-unknown-part'],
  ['FREQ=WEEKLY\r\nDTSTART:20260101', 'rule-value'],
  ['BYDAY=TU', 'rule-without-frequency'],
  ['FREQ=FORTNIGHTLY', 'rule-value'],
  ['FREQ=MINUTELY', 'rule-too-frequent'],
  ['FREQ=SECONDLY', 'rule-too-frequent'],
  ['FREQ=HOURLY', 'rule-too-frequent'],
  ['FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7;BYMINUTE=0,30', 'rule-too-frequent'],
  ['FREQ=DAILY;BYSECOND=1', 'rule-too-frequent'],
  ['FREQ=DAILY;COUNT=0', 'rule-value'],
  ['FREQ=DAILY;COUNT=1001', 'rule-too-large'],
  ['FREQ=DAILY;COUNT=99999999999', 'rule-value'],
  ['FREQ=DAILY;INTERVAL=-1', 'rule-value'],
  ['FREQ=DAILY;INTERVAL=100000', 'rule-too-large'],
  ['FREQ=DAILY;COUNT=2;UNTIL=20261231T000000Z', 'rule-count-and-until'],
  ['FREQ=DAILY;UNTIL=20261231', 'rule-until'],
  ['FREQ=DAILY;UNTIL=20260230T000000Z', 'rule-until'],
  ['FREQ=DAILY;UNTIL=20261231T180000', 'rule-until'],
  ['FREQ=WEEKLY;BYDAY=2TU', 'rule-combination'],
  ['FREQ=WEEKLY;BYDAY=XX', 'rule-value'],
  ['FREQ=MONTHLY;BYMONTHDAY=32', 'rule-value'],
  ['FREQ=MONTHLY;BYMONTH=-1', 'rule-value'],
  ['FREQ=WEEKLY;BYMONTHDAY=1', 'rule-combination'],
  ['FREQ=MONTHLY;BYSETPOS=1', 'rule-combination'],
  ['FREQ=MONTHLY;BYWEEKNO=1', 'rule-combination'],
  [`FREQ=MONTHLY;BYDAY=${'MO,'.repeat(300)}MO`, 'rule-syntax'],
]

describe('a rule', () => {
  it.each(refused)('%j is refused as %s', (text, code) => {
    expect(checkRule(text, false).map((fault) => fault.code)).toContain(code)
  })

  it('of an all-day event ends on a date and knows no hours', () => {
    expect(checkRule('FREQ=DAILY;UNTIL=20261231', true)).toEqual([])
    expect(checkRule('FREQ=DAILY;UNTIL=20261231T000000Z', true)).toHaveLength(1)
    expect(checkRule('FREQ=HOURLY;INTERVAL=6', true)).toHaveLength(1)
  })

  it.each(['FREQ=WEEKLY;BYDAY=TU,TH', 'freq=monthly;byday=-1fr', 'FREQ=YEARLY;BYMONTH=6;BYDAY=3SA;COUNT=5'])(
    '%s is accepted',
    (text) => expect(checkRule(text, false)).toEqual([]),
  )

  it('comes to an end, whatever somebody types', () => {
    const list = (min: number, max: number, signed = false) => {
      const one = fc.integer({ min, max })
      const value = signed ? fc.tuple(one, fc.boolean()).map(([n, minus]) => (minus ? -n : n)) : one
      const some = fc.array(value, { minLength: 1, maxLength: 4 }).map((numbers) => numbers.join())
      return fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 1, arbitrary: some })
    }
    const parts = fc.record({
      FREQ: fc.constantFrom('YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY'),
      INTERVAL: fc.constantFrom('', '1', '7', '999'),
      COUNT: fc.constantFrom('', '', '1', '1000'),
      BYMONTH: list(1, 12),
      BYMONTHDAY: list(1, 31, true),
      BYYEARDAY: list(1, 366, true),
      BYWEEKNO: list(1, 53, true),
      BYHOUR: list(0, 23),
      BYSETPOS: list(1, 366, true),
      BYDAY: fc.constantFrom('', 'MO', 'SA,SU', '5MO', '-53SU'),
    })
    const start = fc.constantFrom('1900-01-01T10:00:00Z', '2026-02-28T10:00:00Z', '2024-02-29T23:59:59Z')
    let worked = 0
    fc.assert(
      fc.property(parts, start, (record, first) => {
        const rule = Object.entries(record)
          .filter(([, value]) => value)
          .map((part) => part.join('='))
          .join(';')
        if (checkRule(rule, false).length > 0) return
        const event: Timetable = {
          ...plain,
          start: first,
          recurrence: { rule, exceptions: [], additions: [] },
        }
        // A rule that costs too much together with its start is given up after a counted number of steps.
        const codes = checkRecurrence(event, new Date('2026-06-01T00:00:00Z')).map((fault) => fault.code)
        expect([[], ['rule-too-large'], ['never-again'], ['too-many-times']]).toContainEqual(codes)
        if (codes.length > 0) return
        // What passes here must not be refused later, when an editor approves it.
        lastEnd(event, new Date('2026-06-03T00:00:00Z'))
        worked += 1
      }),
      { numRuns: 500, seed: 5545 },
    )
    expect(worked).toBeGreaterThan(60)
  })
})

const plain: Timetable = {
  start: '2026-01-01T10:00:00Z',
  end: null,
  zone: 'Europe/Stockholm',
  allDay: false,
  recurrence: null,
  overrides: [],
  status: 'scheduled',
  statusReason: null,
  previousStart: null,
}

describe('a repetition together with its start', () => {
  const codesOf = (more: Partial<Timetable>) =>
    checkRecurrence({ ...plain, ...more }, new Date('2026-06-01T00:00:00Z')).map((fault) => fault.code)
  const weekly = { rule: 'FREQ=WEEKLY', exceptions: [], additions: [] }

  it.each([
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', ['never-again']],
    ['FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31', ['never-again']],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', []],
    ['FREQ=YEARLY', []],
    ['FREQ=WEEKLY;COUNT=1', []],
    ['FREQ=WEEKLY;UNTIL=20260102T000000Z', []],
    ['FREQ=DAILY;BYHOUR=9,11,13,15', []],
    ['FREQ=DAILY;BYHOUR=9,11,13,15,17', ['too-many-times']],
    ['FREQ=HOURLY;INTERVAL=2;UNTIL=20361201T000000Z', ['too-many-times']],
    ['FREQ=HOURLY;INTERVAL=2;UNTIL=20260801T000000Z', []],
    ['FREQ=DAILY;COUNT=1000', []],
  ])('comes again, and not too often, or is refused: %s', (rule, codes) => {
    expect(codesOf({ recurrence: { rule, exceptions: [], additions: [] } })).toEqual(codes)
  })

  it('is refused where it has been counting for too long, or has times that cannot be read', () => {
    expect(codesOf({ recurrence: weekly })).toEqual([])
    expect(codesOf({ recurrence: null })).toEqual([])
    expect(codesOf({ recurrence: { ...weekly, rule: 'FREQ=NEVER' } })).toEqual(['rule-value'])
    const counting = { ...weekly, rule: 'FREQ=HOURLY;COUNT=1000;BYHOUR=0;BYSETPOS=2' }
    expect(codesOf({ recurrence: counting, start: '1900-01-01T10:00:00Z' })).toEqual(['rule-too-large'])
    expect(codesOf({ recurrence: { ...weekly, exceptions: ['2026-06-02'] } })).toEqual(['bad-times'])
  })
})

describe('a rule in words', () => {
  it.each([
    ['FREQ=WEEKLY;BYDAY=TU', 'sv', 'varje tisdag'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TH,TU', 'sv', 'varannan tisdag och torsdag'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'en', 'every weekday'],
    ['FREQ=WEEKLY;INTERVAL=3;BYDAY=MO', 'en', 'every 3 weeks on Monday'],
    ['FREQ=DAILY;COUNT=5', 'nb', 'hver dag, 5 ganger'],
    ['FREQ=YEARLY', 'nb', 'hvert år'],
    ['FREQ=MONTHLY;BYDAY=-1FR', 'sv', 'den sista fredagen, varje månad'],
    ['FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2', 'nb', 'den andre tirsdagen, hver måned'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,15', 'en', 'on day 1 and 15, every month'],
    ['FREQ=WEEKLY;BYDAY=TU;UNTIL=20261231T170000Z', 'sv', 'varje tisdag, till och med 31 december 2026'],
    ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', 'en', 'repeats on set dates'],
    ['FREQ=WEEKLY;BYDAY=TU', 'fi', 'every Tuesday'],
  ])('%s in %s is "%s"', (rule, language, words) => {
    expect(recurrenceWords(rule, language, 'Europe/Stockholm')).toBe(words)
  })

  it('is nothing where the rule cannot be read', () => expect(recurrenceWords('FREQ=NEVER', 'sv')).toBeNull())
})
