import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { calendarFaults } from '../../../tests/support/readers/icalendar.js'
import { expandOccurrences } from '../../calendar/occurrences.js'
import { changeOf, eventData, municipalityData, publicationOf } from '../examples/publications.js'
import type { EventData } from '../../publication/public-data.js'
import type { Live } from '../municipality-index.js'
import { calendarText } from './icalendar.js'
import { contentLine, escapedText } from './icalendar-lines.js'

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

  it('says where it is, what it is about, when it was made, and shows its picture', () => {
    const categories = new Map([['sport', { sv: 'Idrott', en: 'Sports' }]])
    const publication = publicationOf({ ...eventData, umbrella: 'festival' }) as Live<'event'>
    const text = calendarText(facts(), [publication], { ...setting, categories })
    const event = eventsOf(text)[0]!.component
    const value = (name: string) => String(event.getFirstPropertyValue(name))
    expect(value('geo')).toBe('59.1,17.2')
    expect(value('categories')).toBe('Idrott')
    expect(value('image')).toBe('https://torg.example/media/m1/800.webp')
    expect(event.getFirstProperty('image')!.getFirstParameter('display')).toBe('FULLSIZE')
    expect(value('url')).toBe('https://torg.example/hagby/e/oppen-traning-e1')
    expect(value('related-to')).toBe('event-festival@hagby.torg')
    expect(value('created')).toBe('2026-11-20T08:00:00Z')
    expect(event.getFirstProperty('summary')!.getFirstParameter('language')).toBe('sv')
    const calendar = read(text)
    expect(String(calendar.getFirstPropertyValue('source'))).toBe(
      'https://torg.example/feed/v1/hagby/calendar.ics',
    )
    expect(String(calendar.getFirstPropertyValue('last-modified'))).toBe('2026-11-20T08:00:00Z')
    expect(String(calendar.getFirstPropertyValue('x-apple-calendar-color'))).toBe('#0b5a73')
  })

  it('leads to the meeting of an event on the net', () => {
    const onlineUrl = 'https://mote.example/rum'
    const event = eventsOf(textOf({ ...eventData, attendance: 'online', place: null, onlineUrl }))[0]!
    expect(String(event.component.getFirstPropertyValue('conference'))).toBe(onlineUrl)
    expect(event.location).toBe(onlineUrl)
    expect(event.component.hasProperty('geo')).toBe(false)
  })

  it('has a position also where one of its numbers is nought', () => {
    const place = { ...eventData.place!, latitude: 0 }
    expect(textOf({ ...eventData, place })).toContain('GEO:0;17.2')
  })

  it('tells in words what is off and why, in the language of the calendar', () => {
    const data = { ...eventData, status: 'cancelled' as const, statusReason: 'illness' }
    expect(eventsOf(textOf(data))[0]!.description).toMatch(/^Inställt: /)
    const text = calendarText(facts(), [publicationOf(data) as Live<'event'>], { ...setting, lang: 'en' })
    expect(eventsOf(text)[0]!.description).toMatch(/^Cancelled: /)
  })

  it('folds within no character, whatever its octets', () => {
    for (const sign of ['å', '€', '🎉', 'e\u0301']) {
      const line = contentLine('SUMMARY', escapedText(sign.repeat(90)))
      for (const part of line.split('\r\n')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75)
      expect(line).not.toContain('\ufffd')
      expect(line.replaceAll('\r\n ', '')).toBe(`SUMMARY:${sign.repeat(90)}`)
    }
  })

  it('folds a long rule as any other line (RFC 5545, 3.1)', () => {
    const days = Array.from({ length: 28 }, (_, at) => at + 1).join()
    const rule = `FREQ=MONTHLY;BYMONTHDAY=${days}`
    const text = textOf({ ...eventData, recurrence: { rule, exceptions: [], additions: [] } })
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text.replaceAll('\r\n ', '')).toContain(`\r\nRRULE:${rule}\r\n`)
  })

  it('is accepted by the letter of the standard and by two parsers, and what is wrong in it is found', () => {
    const good = textOf({ ...weekly, overrides: [changeOf('2026-11-10T17:00:00Z', { status: 'cancelled' })] })
    expect(calendarFaults(good)).toEqual([])
    const spoilt: [string, string][] = [
      ['UID:', 'X-UID:'],
      ['\r\nSEQUENCE:1', ''],
      ['DTSTAMP:20261120T080000Z', 'DTSTAMP:20261120T080000'],
      ['STATUS:CONFIRMED', 'STATUS:OPEN'],
      ['TZID:Europe/Stockholm\r\n', 'TZID:Europe/Berlin\r\n'],
      ['UNTIL=20261208T170000Z', 'UNTIL=20261208'],
      ['\\; för', '; för'],
      ['\r\n', '\n'],
      ['RECURRENCE-ID;TZID=Europe/Stockholm:20261110T180000', 'X-RECURRENCE:1'],
    ]
    for (const [part, other] of spoilt) {
      expect(good).toContain(part)
      expect([part, calendarFaults(good.replace(part, other)).length > 0]).toEqual([part, true])
    }
  })
})
