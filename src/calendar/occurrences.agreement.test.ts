import fc from 'fast-check'
import ICAL from 'ical.js'
import { tzlib_get_ical_block } from 'timezones-ical-library'
import { expect, it } from 'vitest'
import { expandOccurrences } from './occurrences.js'
import { checkRule } from './recurrence-rule.js'
import { instantAt } from './zoned-time.js'
import { Temporal } from 'temporal-polyfill'

const zone = 'Europe/Stockholm'
const block = tzlib_get_ical_block(zone) as string[]
const timezone = new ICAL.Timezone(ICAL.Component.fromString(block[0]!))
const window = { from: new Date('2026-09-01T00:00:00Z'), to: new Date('2027-10-06T00:00:00Z') }

const days = fc.uniqueArray(fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'), {
  minLength: 1,
  maxLength: 3,
})
const end = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 1, max: 60 }).map((count) => `;COUNT=${count}`),
  fc.integer({ min: 1, max: 28 }).map((day) => `;UNTIL=202703${String(day).padStart(2, '0')}T120000Z`),
)
const interval = fc.integer({ min: 1, max: 4 }).map((n) => `;INTERVAL=${n}`)
const body = fc.oneof(
  fc.constant('FREQ=DAILY'),
  days.map((list) => `FREQ=WEEKLY;BYDAY=${list.join()}`),
  fc.tuple(fc.constantFrom(1, 2, 3, 4, -1), days).map(([n, [day]]) => `FREQ=MONTHLY;BYDAY=${n}${day}`),
  fc.integer({ min: 1, max: 31 }).map((day) => `FREQ=MONTHLY;BYMONTHDAY=${day}`),
  fc
    .tuple(days, fc.constantFrom(1, 2, -1))
    .map(([list, n]) => `FREQ=MONTHLY;BYDAY=${list.join()};BYSETPOS=${n}`),
  fc.integer({ min: 1, max: 12 }).map((month) => `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=15`),
)

/** What ical.js makes of the same rule, in milliseconds. It starts at the first time that the rule itself chooses. */
function independently(rule: string, wall: Temporal.PlainDateTime): number[] {
  const start = ICAL.Time.fromDateTimeString(wall.toString({ smallestUnit: 'second' }))
  start.zone = timezone
  const iterator = ICAL.Recur.fromString(rule).iterator(start)
  const found: number[] = []
  for (let next = iterator.next(); next && found.length < 2_000; next = iterator.next()) {
    const at = next.toUnixTime() * 1_000
    if (at >= window.to.getTime()) break
    if (at >= window.from.getTime()) found.push(at)
  }
  return found
}

it('expands generated rules to the same instants as an independent implementation', () => {
  const first = fc.record({
    day: fc.integer({ min: 0, max: 500 }),
    hour: fc.integer({ min: 4, max: 23 }),
    minute: fc.constantFrom(0, 15, 30),
  })
  let compared = 0
  fc.assert(
    fc.property(body, interval, end, first, (text, every, ending, { day, hour, minute }) => {
      const rule = text + every + ending
      expect(checkRule(rule, false)).toEqual([])
      const wall = Temporal.PlainDateTime.from('2026-01-01').add({ days: day }).with({ hour, minute })
      const start = instantAt(wall, zone).toString()
      const expected = independently(rule, wall)
      // A first start that the rule does not choose is left open by RFC 5545; ours is tested by hand.
      if (independentlyFirst(rule, wall) !== instantAt(wall, zone).epochMilliseconds) return
      const event = {
        start,
        end: null,
        zone,
        allDay: false,
        recurrence: { rule, exceptions: [], additions: [] },
        overrides: [],
        status: 'scheduled' as const,
        statusReason: null,
        previousStart: null,
      }
      expect(expandOccurrences(event, window).map((one) => one.startsAt)).toEqual(expected)
      compared += expected.length
    }),
    { numRuns: 600, seed: 20261025 },
  )
  expect(compared).toBeGreaterThan(2_000)
})

function independentlyFirst(rule: string, wall: Temporal.PlainDateTime): number | null {
  const start = ICAL.Time.fromDateTimeString(wall.toString({ smallestUnit: 'second' }))
  start.zone = timezone
  const next = ICAL.Recur.fromString(rule).iterator(start).next()
  return next ? next.toUnixTime() * 1_000 : null
}
