import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  clockText,
  dayNumber,
  dayText,
  instantNumber,
  offsetText,
  utcText,
  weekdayOf,
} from './time-numbers.js'
import { instantOf, isSkipped, offsetAt } from './zone-offsets.js'
import { dayAt, formatZoned, startOfDay } from './zoned-time.js'

// The North, both ways round the globe, half hours, a day that was skipped whole, clock changes at midnight.
const zones = [
  'Europe/Stockholm',
  'Europe/Oslo',
  'Europe/Helsinki',
  'Atlantic/Reykjavik',
  'America/St_Johns',
  'America/Santiago',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'UTC',
]
const zone = fc.constantFrom(...zones)
const [from, to] = [Date.UTC(1900, 0, 1), Date.UTC(2200, 0, 1)]
const second = fc.integer({ min: from / 1000, max: to / 1000 }).map((at) => at * 1000)
/** Near the clock changes of our time, where mistakes are made. */
const nearChange = fc
  .tuple(zone, fc.integer({ min: Date.UTC(1990, 0, 1), max: to }), fc.integer({ min: -130, max: 130 }))
  .map(([name, at, minutes]) => {
    const change = Temporal.Instant.fromEpochMilliseconds(at)
      .toZonedDateTimeISO(name)
      .getTimeZoneTransition('next')
    return { name, at: (change?.epochMilliseconds ?? at) + minutes * 60_000 }
  })
const moment = fc.oneof(fc.record({ name: zone, at: second }), nearChange)

describe('times as numbers', () => {
  it('agree with Temporal on every offset, day and wall time, near clock changes too', () => {
    let skipped = 0
    fc.assert(
      fc.property(moment, ({ name, at }) => {
        const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name)
        expect(offsetAt(at, name)).toBe(zoned.offsetNanoseconds / 1e6)
        expect(dayAt(new Date(at), name)).toBe(zoned.toPlainDate().toString())
        expect(formatZoned(utcText(at), name)).toBe(
          zoned.toString({ timeZoneName: 'never', smallestUnit: 'second' }),
        )
        const day = zoned.toPlainDate()
        expect(startOfDay(day.toString(), name).getTime()).toBe(day.toZonedDateTime(name).epochMilliseconds)
        // The same number read as a wall time.
        const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').toPlainDateTime()
        const there = wall.toZonedDateTime(name, { disambiguation: 'compatible' })
        expect(instantOf(at, name)).toBe(there.epochMilliseconds)
        expect(isSkipped(at, name)).toBe(!there.toPlainDateTime().equals(wall))
        if (isSkipped(at, name)) skipped += 1
      }),
      { numRuns: 3_000, seed: 20261025 },
    )
    expect(skipped).toBeGreaterThan(20)
  })

  it('read and write the same texts as Temporal', () => {
    fc.assert(
      fc.property(second, (at) => {
        const instant = Temporal.Instant.fromEpochMilliseconds(at)
        expect(utcText(at)).toBe(instant.toString({ smallestUnit: 'second' }))
        expect(instantNumber(utcText(at))).toBe(at)
        const date = instant.toZonedDateTimeISO('UTC').toPlainDate()
        expect(dayText(dayNumber(date.toString()))).toBe(date.toString())
        expect(weekdayOf(dayNumber(date.toString()))).toBe(date.dayOfWeek % 7)
      }),
      { numRuns: 1_000, seed: 7 },
    )
  })

  it.each([
    '2026-12-01T18:00:00+01:00',
    '2026-12-01T18:00:00.250Z',
    '2026-12-01T18:00:00.5000Z',
    '2026-12-01T18:00:00.999999999Z',
    '2026-12-01t18:00:00z',
    '2016-12-31T23:59:60Z',
    '1969-12-31T23:59:59.5Z',
  ])('read %s as Temporal does', (text) => {
    expect(instantNumber(text)).toBe(Temporal.Instant.from(text).epochMilliseconds)
  })

  it.each([
    '2026-02-29T00:00:00Z',
    '2026-12-01T24:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-12-01 18',
    '',
    '2026-1a-01T00:00:00Z',
    '2026-12-01T1x:00:00Z',
    '2026-12-01T18:00:00. 5Z',
    '2026-12-01T18:00:00.1e0Z',
  ])('refuse %j', (text) => {
    expect(() => instantNumber(text)).toThrow(RangeError)
  })

  it.each(['2026-02-30', '20261301', 'x', '2026-00-10'])('refuse the date %j', (text) => {
    expect(() => dayNumber(text)).toThrow(RangeError)
  })

  it('refuse a zone that does not exist, each time', () => {
    expect(() => offsetAt(0, 'Europe/Atlantis')).toThrow(RangeError)
    expect(() => offsetAt(0, 'Europe/Atlantis')).toThrow(RangeError)
  })

  it('write fractions cut off, and offsets of whole minutes only', () => {
    expect(clockText(-1)).toBe('1969-12-31T23:59:59')
    expect(offsetText(-12_600_000)).toBe('-03:30')
    expect(offsetText(4_332_000)).toBeNull()
  })
})
