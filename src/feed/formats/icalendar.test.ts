import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { expandOccurrences } from '../../calendar/occurrences.js'
import { changeOf, eventData, municipalityData, publicationOf } from '../examples/publications.js'
import type { EventData } from '../../publication/public-data.js'
import type { Live } from '../municipality-index.js'
import { calendarText } from './icalendar.js'

const setting = { baseUrl: 'https://torg.example', municipality: municipalityData }
const facts = (name = 'Hagby kommun') => ({
  name,
  source: 'https://torg.example/feed/v1/hagby/calendar.ics',
  page: 'https://torg.example/hagby',
})
const textOf = (data: EventData, more = {}): string =>
  calendarText(facts(), [publicationOf(data, more) as Live<'event'>], setting)

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  return calendar
}
const eventsOf = (text: string) =>
  read(text)
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one))
const weekly: EventData = {
  ...eventData,
  start: '2026-10-20T16:00:00Z',
  end: '2026-10-20T17:30:00Z',
  recurrence: {
    rule: 'FREQ=WEEKLY;UNTIL=20261208T170000Z',
    exceptions: ['2026-11-03T17:00:00Z'],
    additions: ['2026-11-05T17:00:00Z'],
  },
}

describe('a calendar, read back by an independent parser', () => {
  it('leaves out what no calendar may hold, whoever stored it', () => {
    const text = textOf({ ...eventData, title: 'Öppet\u0007 hus\uffff \ud83eidag' })
    expect(eventsOf(text)[0]!.summary).toBe('Öppet hus \ufffdidag')
  })

  it('has a stable UID, the sequence of the publication, a zone with our name, and asks to be read hourly', () => {
    const calendar = read(textOf(eventData, { sequence: 7 }))
    const [event] = eventsOf(textOf(eventData, { sequence: 7 }))
    expect(event!.uid).toBe('event-e1@hagby.torg')
    expect(event!.sequence).toBe(7)
    expect(event!.summary).toBe(eventData.title)
    expect(event!.location).toBe('Hagby sporthall, Idrottsvägen 1')
    expect(event!.startDate.toJSDate().toISOString()).toBe('2026-11-24T17:00:00.000Z')
    expect(event!.endDate.toJSDate().toISOString()).toBe('2026-11-24T18:30:00.000Z')
    expect(event!.component.getFirstPropertyValue('status')).toBe('CONFIRMED')
    expect(event!.component.getFirstPropertyValue('dtstamp')!.toString()).toBe('2026-11-20T08:00:00Z')
    const zones = calendar.getAllSubcomponents('vtimezone').map((one) => one.getFirstPropertyValue('tzid'))
    expect(zones).toEqual(['Europe/Stockholm'])
    expect(calendar.getFirstPropertyValue('refresh-interval')!.toString()).toBe('PT1H')
  })

  it('takes place when the feed says so, across the clock change, with exceptions and additions', () => {
    const [event] = eventsOf(textOf(weekly))
    const iterator = new ICAL.RecurExpansion({ component: event!.component, dtstart: event!.startDate })
    const found: string[] = []
    for (let next = iterator.next(); next; next = iterator.next()) found.push(next.toJSDate().toISOString())
    const window = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2028-01-01T00:00:00Z') }
    const ours = expandOccurrences(weekly, window).map((one) => new Date(one.startsAt).toISOString())
    expect(found).toEqual(ours)
    expect(found).toHaveLength(8)
  })

  it('tells a moved and a cancelled occurrence apart from the series, under the same UID', () => {
    const overrides = [
      changeOf('2026-11-10T17:00:00Z', { start: '2026-11-11T18:00:00Z' }),
      changeOf('2026-11-17T17:00:00Z', {
        status: 'cancelled',
        statusReason: 'illness',
        note: 'Ledaren är sjuk',
      }),
      changeOf('2026-11-18T17:00:00Z', { note: 'Ingen sådan gång' }),
    ]
    const [series, moved, cancelled, ...more] = eventsOf(textOf({ ...weekly, overrides }))
    expect(more).toEqual([])
    expect(new Set([series!.uid, moved!.uid, cancelled!.uid]).size).toBe(1)
    expect(series!.isRecurring()).toBe(true)
    expect(moved!.recurrenceId.toJSDate().toISOString()).toBe('2026-11-10T17:00:00.000Z')
    expect(moved!.startDate.toJSDate().toISOString()).toBe('2026-11-11T18:00:00.000Z')
    expect(moved!.endDate.toJSDate().toISOString()).toBe('2026-11-11T19:30:00.000Z')
    expect(moved!.component.getFirstPropertyValue('status')).toBe('CONFIRMED')
    expect(cancelled!.recurrenceId.toJSDate().toISOString()).toBe('2026-11-17T17:00:00.000Z')
    expect(cancelled!.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(cancelled!.description).toContain('Ledaren är sjuk')
  })

  it('keeps a cancelled event, as cancelled', () => {
    const [event] = eventsOf(textOf({ ...eventData, status: 'cancelled' }))
    expect(event!.component.getFirstPropertyValue('status')).toBe('CANCELLED')
  })

  it('ends an all-day event on the day after its last, and names its occurrences by dates', () => {
    const fair: EventData = {
      ...eventData,
      allDay: true,
      start: '2026-10-24',
      end: '2026-10-25',
      recurrence: { rule: 'FREQ=YEARLY;COUNT=3', exceptions: ['2027-10-24'], additions: [] },
      overrides: [changeOf('2028-10-24', { status: 'cancelled' })],
    }
    const text = textOf(fair)
    const [series, cancelled] = eventsOf(text)
    expect(series!.startDate.toString()).toBe('2026-10-24')
    expect(series!.endDate.toString()).toBe('2026-10-26')
    expect(series!.component.getFirstProperty('exdate')!.getFirstValue()!.toString()).toBe('2027-10-24')
    expect(cancelled!.recurrenceId.toString()).toBe('2028-10-24')
    expect(cancelled!.recurrenceId.isDate).toBe(true)
  })

  it('shows an event that happens once and was moved at its new time', () => {
    const overrides = [changeOf(eventData.start, { start: '2026-11-26T17:00:00Z' })]
    const [event, ...more] = eventsOf(textOf({ ...eventData, overrides }))
    expect(more).toEqual([])
    expect(event!.startDate.toJSDate().toISOString()).toBe('2026-11-26T17:00:00.000Z')
    expect(event!.component.hasProperty('recurrence-id')).toBe(false)
  })

  it('shows the first time of an event whose rule cannot be read', () => {
    const recurrence = { rule: 'FREQ=NEVER\r\nATTACH:x', exceptions: [], additions: [] }
    const [event] = eventsOf(textOf({ ...eventData, recurrence, overrides: [changeOf(eventData.start, {})] }))
    expect(event!.isRecurring()).toBe(false)
    expect(event!.component.hasProperty('attach')).toBe(false)
  })

  it('cannot be broken by what somebody typed, and keeps lines within 75 octets', () => {
    const title = 'A\r\nEND:VEVENT\nBEGIN:VALARM; x, "y" \\ 🎉 '.repeat(10)
    const text = textOf({ ...eventData, title, summary: title, organisation: { id: 'o', name: title } })
    expect(eventsOf(text)).toHaveLength(1)
    expect(read(text).getAllSubcomponents('vevent')[0]!.getAllSubcomponents()).toHaveLength(0)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })
})
