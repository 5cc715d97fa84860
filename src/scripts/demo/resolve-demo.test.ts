import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { easterSunday, resolveDay } from './demo-days.js'
import { demos, resolveDemo, type DemoSlug } from './resolve-demo.js'
import { resolveWhen } from './resolve-when.js'

const today = '2026-11-23'
const slugs = Object.keys(demos) as DemoSlug[]

describe('the demo in time', () => {
  const wholeYear = Array.from({ length: 61 }, (_, index) =>
    Temporal.PlainDate.from(today)
      .add({ days: index * 6 })
      .toString(),
  )

  it.each(wholeYear)('lies ahead and within the twelve months after %s', (day) => {
    for (const slug of slugs) {
      const { municipality, events } = resolveDemo(slug, day)
      const seeded = Temporal.PlainDate.from(day)
      // A yearly feast whose day has just passed may return a little later in the year; the feed looks 400 days ahead.
      const last = seeded.add(day === today ? { years: 1 } : { days: 400 })
      for (const { key, content } of events) {
        const first = content.startDate
          ? Temporal.PlainDate.from(content.startDate)
          : Temporal.Instant.from(content.start ?? '')
              .toZonedDateTimeISO(municipality.zone)
              .toPlainDate()
        expect(Temporal.PlainDate.compare(first, seeded), `${key} starts too early`).toBe(1)
        expect(Temporal.PlainDate.compare(first, last), `${key} starts too late`).toBeLessThan(1)
        if (content.end) expect(content.end > (content.start ?? ''), key).toBe(true)
        if (content.bookingCloses)
          expect(content.bookingCloses < (content.start ?? `${content.startDate}T24`), key).toBe(true)
        for (const excluded of content.exceptions)
          expect(content.overrides.map(({ occurrence }) => occurrence)).not.toContain(excluded)
      }
    }
  })

  it('has an event in each municipality that lasts through the change of the clock', () => {
    for (const slug of slugs) {
      const { municipality, events } = resolveDemo(slug, today)
      const offset = (instant: string) =>
        Temporal.Instant.from(instant).toZonedDateTimeISO(municipality.zone).offset
      const across = events.filter(({ content: { start, end, recurrenceRule } }) =>
        Boolean(start && end && !recurrenceRule && offset(start) !== offset(end)),
      )
      expect(across).toHaveLength(1)
    }
  })

  it('keeps a weekly event at its hour across the change of the clock', () => {
    const when = {
      day: { weekday: 'TU' as const },
      from: '18:00',
      to: '19:00',
      repeat: { every: 'week' as const, interval: 1, weekdays: ['TU' as const], until: 200 },
    }
    const { occurrences, recurrenceRule } = resolveWhen(when, {
      today: Temporal.PlainDate.from(today),
      zone: 'Europe/Stockholm',
    })
    expect(occurrences[0]).toBe('2026-11-24T17:00:00Z')
    expect(occurrences.at(-1)).toBe('2027-06-08T16:00:00Z')
    expect(recurrenceRule).toBe('FREQ=WEEKLY;BYDAY=TU;UNTIL=20270611T215900Z')
  })

  it('shows cancelled, postponed and moved occurrences, all-day, online and umbrella events', () => {
    const resolved = slugs.flatMap((slug) => resolveDemo(slug, today).events)
    const announced = resolved.flatMap(({ announcements: { series, occurrences } }) => [
      ...(series ? [series] : []),
      ...Object.values(occurrences),
    ])
    expect(announced.filter(({ status }) => status === 'cancelled').length).toBeGreaterThan(2)
    expect(announced.find(({ status }) => status === 'postponed')?.previousStart).toMatch(/Z$/)
    expect(
      resolved.filter(({ content }) => content.overrides.some(({ start }) => start)).length,
    ).toBeGreaterThan(1)
    expect(resolved.filter(({ content }) => content.allDay).length).toBeGreaterThan(5)
    expect(resolved.filter(({ content }) => content.attendance === 'online').length).toBeGreaterThan(1)
    expect(resolved.filter(({ content }) => content.umbrella).length).toBeGreaterThan(8)
    expect(resolved.filter(({ content }) => content.recurrenceRule).length).toBeGreaterThan(30)
  })

  it('holds scheduled content back until a day that is still to come, and before the event', () => {
    const scheduled = slugs.flatMap((slug) => {
      const { events, posts } = resolveDemo(slug, today)
      return [...events, ...posts].filter(({ fate }) => fate.outcome === 'scheduled')
    })
    expect(scheduled.length).toBeGreaterThan(3)
    for (const { content } of scheduled) expect(String(content.visibleFrom) > `${today}T24`).toBe(true)
  })

  it('knows the days that the calendar moves', () => {
    expect([2025, 2026, 2027, 2028].map((year) => easterSunday(year).toString())).toEqual([
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
      '2028-04-16',
    ])
    const resolve = (day: Parameters<typeof resolveDay>[0], from = today) =>
      resolveDay(day, Temporal.PlainDate.from(from), 'Europe/Oslo').toString()
    expect(resolve({ on: '11-27', weekday: 'SU' })).toBe('2026-11-29')
    expect(resolve({ on: '11-23' })).toBe('2027-11-23')
    expect(resolve({ nth: 4, weekday: 'MO' })).toBe('2026-12-28')
    expect(resolve({ clockChange: -1 })).toBe('2027-03-27')
    expect(resolve({ clockChange: -1 }, '2027-03-27')).toBe('2027-10-30')
    expect(resolve({ weekday: 'MO' })).toBe('2026-11-30')
  })

  it('refuses a day that is none', () => {
    expect(() => resolveDemo('hagby', '2026-13-01')).toThrow(RangeError)
  })
})
