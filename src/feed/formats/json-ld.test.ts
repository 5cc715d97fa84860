import { describe, expect, it } from 'vitest'
import { jsonLdFaults } from '../../../tests/support/readers/json-ld.js'
import { expandOccurrences } from '../../calendar/occurrences.js'
import type { EventData } from '../../publication/public-data.js'
import { changeOf, eventData, municipalityData, publicationOf } from '../examples/publications.js'
import type { Live } from '../municipality-index.js'
import { eventJsonLd } from './json-ld.js'

const setting = { baseUrl: 'https://torg.example', municipality: municipalityData }
const window = { from: new Date('2026-01-01'), to: new Date('2028-01-01') }
type Json = Record<string, unknown>
function written(more: Partial<EventData>, websites?: Map<string, string>): Json {
  const data = { ...eventData, ...more }
  return eventJsonLd(publicationOf(data) as Live<'event'>, expandOccurrences(data, window), setting, websites)
}
const former = '2026-11-20T17:00:00Z'
const price = { free: false, from: null, to: null, currency: null, note: null }

describe('an event for search engines', () => {
  it.each<[string, Partial<EventData>, Json]>([
    [
      'is at its place, with an address and a position',
      {},
      {
        '@type': 'Event',
        startDate: '2026-11-24T18:00:00+01:00',
        eventStatus: 'https://schema.org/EventScheduled',
        eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
        location: {
          '@type': 'Place',
          name: 'Hagby sporthall',
          address: { streetAddress: 'Idrottsvägen 1', addressCountry: 'SE' },
          geo: { latitude: 59.1, longitude: 17.2 },
        },
        image: ['https://torg.example/media/m1/1600.webp'],
        typicalAgeRange: '7-12',
      },
    ],
    [
      'keeps its start when it is cancelled, and names no former one',
      { status: 'cancelled', statusReason: 'illness', previousStart: eventData.start },
      { startDate: '2026-11-24T18:00:00+01:00', eventStatus: 'https://schema.org/EventCancelled' },
    ],
    [
      'keeps its start while it waits for a new one',
      { status: 'postponed', previousStart: eventData.start },
      { startDate: '2026-11-24T18:00:00+01:00', eventStatus: 'https://schema.org/EventPostponed' },
    ],
    [
      'names its former start when it has a new one',
      { status: 'rescheduled', previousStart: former },
      {
        eventStatus: 'https://schema.org/EventRescheduled',
        previousStartDate: '2026-11-20T18:00:00+01:00',
        startDate: '2026-11-24T18:00:00+01:00',
      },
    ],
    [
      'is on the net alone when it moved there, at its page where there is no other address',
      { status: 'moved-online' },
      {
        eventStatus: 'https://schema.org/EventMovedOnline',
        eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
        location: { '@type': 'VirtualLocation', url: 'https://torg.example/hagby/e/oppen-traning-e1' },
      },
    ],
    [
      'says both when it moved to the net and to another time',
      { status: 'moved-online', previousStart: former, onlineUrl: 'https://mote.example/' },
      {
        eventStatus: ['https://schema.org/EventRescheduled', 'https://schema.org/EventMovedOnline'],
        previousStartDate: '2026-11-20T18:00:00+01:00',
        location: { '@type': 'VirtualLocation', url: 'https://mote.example/' },
      },
    ],
    [
      'is at a place and on the net',
      { attendance: 'mixed', onlineUrl: 'https://mote.example/' },
      {
        eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
        location: [{ '@type': 'Place' }, { '@type': 'VirtualLocation', url: 'https://mote.example/' }],
      },
    ],
    [
      'is somewhere in the municipality when no place was said',
      { place: null },
      { location: { '@type': 'Place', name: 'Hagby kommun', address: { addressCountry: 'SE' } } },
    ],
    [
      'lasts whole days, the last one included',
      { allDay: true, start: '2026-12-01', end: '2026-12-02' },
      { startDate: '2026-12-01', endDate: '2026-12-02' },
    ],
    [
      'costs nothing, in the currency of the country',
      {},
      { offers: { '@type': 'Offer', price: 0, priceCurrency: 'SEK' } },
    ],
    [
      'costs from one price to another, and is booked at an address until a time',
      {
        price: { ...price, from: 80, to: 120, currency: 'NOK' },
        booking: { url: 'https://biljett.example/', closes: '2026-11-24T10:00:00Z' },
      },
      {
        offers: {
          '@type': 'AggregateOffer',
          price: 80,
          lowPrice: 80,
          highPrice: 120,
          priceCurrency: 'NOK',
          url: 'https://biljett.example/',
          availabilityEnds: '2026-11-24T11:00:00+01:00',
        },
        isAccessibleForFree: false,
      },
    ],
    [
      'names all who arrange it',
      { coOrganisers: [{ id: 'o2', name: 'Kören' }] },
      { organizer: [{ name: 'IF Hagen', url: 'https://if.example/' }, { name: 'Kören' }] },
    ],
    [
      'that happens once and was moved is at its new time',
      { overrides: [changeOf(eventData.start, { start: '2026-11-26T17:00:00Z' })] },
      {
        eventStatus: 'https://schema.org/EventRescheduled',
        startDate: '2026-11-26T18:00:00+01:00',
        previousStartDate: '2026-11-24T18:00:00+01:00',
      },
    ],
  ])('%s', async (_, more, expected) => {
    const body = written(more, new Map([['o1', 'https://if.example/']]))
    expect(body).toMatchObject(expected)
    expect('previousStartDate' in JSON.parse(JSON.stringify(body))).toBe('previousStartDate' in expected)
    expect(await jsonLdFaults(JSON.parse(JSON.stringify(body)) as Json)).toEqual([])
  })

  it('is a series of whole events, each with its own fate', async () => {
    const body = written({
      recurrence: { rule: 'FREQ=WEEKLY;COUNT=3', exceptions: [], additions: [] },
      overrides: [
        changeOf('2026-12-01T17:00:00Z', { status: 'cancelled' }),
        changeOf('2026-12-08T17:00:00Z', { start: '2026-12-09T17:00:00Z' }),
      ],
    })
    expect(body['@type']).toBe('EventSeries')
    expect(body.subEvent).toMatchObject([
      { '@type': 'Event', eventStatus: 'https://schema.org/EventScheduled', location: { '@type': 'Place' } },
      { eventStatus: 'https://schema.org/EventCancelled', startDate: '2026-12-01T18:00:00+01:00' },
      {
        eventStatus: 'https://schema.org/EventRescheduled',
        startDate: '2026-12-09T18:00:00+01:00',
        previousStartDate: '2026-12-08T18:00:00+01:00',
      },
    ])
    expect(await jsonLdFaults(JSON.parse(JSON.stringify(body)) as Json)).toEqual([])
  })

  it.each<[string, (body: Json) => void]>([
    ['a location', (body) => delete body.location],
    ['an address', (body) => delete (body.location as Json).address],
    ['a status', (body) => delete body.eventStatus],
    ['a currency', (body) => delete (body.offers as Json).priceCurrency],
    ['a former start without a new one', (body) => void (body.previousStartDate = body.startDate)],
    ['a term that nobody knows', (body) => void (body.startTime = body.startDate)],
  ])('is refused by its readers for want, or excess, of %s', async (_, spoil) => {
    const body = JSON.parse(JSON.stringify(written({}))) as Json
    spoil(body)
    expect(await jsonLdFaults(body)).not.toEqual([])
  })
})
