import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isPlain, plainStarts } from './plain-starts.js'
import { readRule } from './recurrence-rule.js'
import { libraryStarts } from './rule-starts.js'
import { dayMs, utcText } from './time-numbers.js'

const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const days = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 4 })
const numbered = fc
  .tuple(fc.constantFrom('', '1', '2', '3', '4', '5', '-1', '-2', '-5'), fc.constantFrom(...names))
  .map((parts) => parts.join(''))
const dates = fc.integer({ min: 1, max: 31 }).chain((date) => fc.constantFrom(date, -date))
const list = <T>(one: fc.Arbitrary<T>, name: string) =>
  fc.uniqueArray(one, { minLength: 1, maxLength: 3 }).map((all) => `;${name}=${all.join()}`)
const weekStart = fc.constantFrom('', ';WKST=MO', ';WKST=SU', ';WKST=WE')
const body = fc.oneof(
  fc.constant('FREQ=DAILY'),
  fc
    .tuple(fc.option(days), weekStart)
    .map(([some, start]) => `FREQ=WEEKLY${some ? `;BYDAY=${some.join()}` : ''}${start}`),
  fc.constant('FREQ=MONTHLY'),
  list(numbered, 'BYDAY').map((part) => `FREQ=MONTHLY${part}`),
  list(dates, 'BYMONTHDAY').map((part) => `FREQ=MONTHLY${part}`),
)
const day = fc.integer({ min: 0, max: 3_000 }).map((after) => Date.UTC(2020, 0, 1) + after * dayMs)

it('chooses the same times as a library for all of RFC 5545, whatever is asked of a plain rule', () => {
  let compared = 0
  const asked = fc.record({
    body,
    interval: fc.integer({ min: 1, max: 5 }),
    count: fc.option(fc.integer({ min: 1, max: 80 })),
    first: fc.tuple(day, fc.integer({ min: 0, max: 86_399 })).map(([at, seconds]) => at + seconds * 1_000),
    from: day,
    length: fc.integer({ min: 0, max: 500 }),
  })
  fc.assert(
    fc.property(asked, ({ body: text, interval, count, first, from, length }) => {
      const { rule } = readRule(`${text};INTERVAL=${interval}`, false)
      expect(rule && isPlain(rule)).toBe(true)
      const window = [Math.max(first, from), from + length * dayMs] as const
      const found = plainStarts(rule!, first, count, ...window).map(utcText)
      expect(found).toEqual(libraryStarts(rule!, first, count, ...window).map(utcText))
      compared += found.length
    }),
    { numRuns: 1_500, seed: 20261025 },
  )
  expect(compared).toBeGreaterThan(5_000)
})

it.each([
  'FREQ=YEARLY',
  'FREQ=HOURLY;INTERVAL=6',
  'FREQ=DAILY;BYHOUR=8,12',
  'FREQ=DAILY;BYDAY=MO',
  'FREQ=WEEKLY;BYMONTH=5',
  'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1',
  'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
])('leaves %s to the library', (text) => {
  expect(isPlain(readRule(text, false).rule!)).toBe(false)
})
