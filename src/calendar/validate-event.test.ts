import { describe, expect, test } from 'vitest'
import type { EventContent } from './event-content.js'
import { lenientEvent } from './lenient-event.js'
import { eventFindings, strictEvent, namedBesideItself } from './validate-event.js'

const empty: EventContent = {
  title: null,
  summary: null,
  body: null,
  language: null,
  translations: [],
  categories: [],
  audiences: [],
  areas: [],
  ageFrom: null,
  ageTo: null,
  coOrganisers: [],
  place: null,
  address: { name: null, address: null, latitude: null, longitude: null },
  attendance: 'in-person',
  onlineUrl: null,
  accessibility: [],
  price: { free: false, from: null, to: null, currency: null, note: null },
  bookingUrl: null,
  bookingCloses: null,
  capacityNote: null,
  pictures: [],
  contact: { name: null, email: null, phone: null, consentReference: null, consentUntil: null },
  visibleFrom: null,
  visibleUntil: null,
  umbrella: null,
  allDay: false,
  start: null,
  end: null,
  startDate: null,
  endDate: null,
  zone: null,
  recurrenceRule: null,
  exceptions: [],
  additions: [],
  overrides: [],
}
const training: EventContent = {
  ...empty,
  title: 'Öppen träning',
  body: {
    root: { children: [{ type: 'paragraph', children: [{ type: 'text', text: 'Alla är välkomna.' }] }] },
  },
  language: 'sv',
  categories: ['sport'],
  start: '2026-12-01T17:00:00Z',
  end: '2026-12-01T18:30:00Z',
  zone: 'Europe/Stockholm',
  address: { name: 'Hagby sporthall', address: null, latitude: 59.1, longitude: 17.2 },
}
const now = new Date('2026-11-02T09:00:00Z')
const wrong = (changed: object): string[] =>
  lenientEvent({ ...training, ...changed } as EventContent).map(({ field, code }) => `${field} ${code}`)

describe('a submitted event', () => {
  test('is translated once into each language', () => {
    const into = (language: string) => ({ language, title: 'T', summary: null, body: null })
    const content = { ...training, translations: [into('en'), into('nb'), into('en')] }
    expect(strictEvent(content, { pictures: [], now: new Date('2026-11-01T00:00:00Z') })).toMatchObject([
      { field: 'translations.2.language', code: 'repeated' },
    ])
  })
  test('names nobody beside itself', () => {
    const content = { ...training, coOrganisers: ['o2'] }
    expect(namedBesideItself(content, 'o1')).toEqual([])
    expect(namedBesideItself(content, 'o2')).toMatchObject([{ field: 'coOrganisers', code: 'organiser' }])
  })
})

describe('every saved event', () => {
  test('may be empty, or complete', () => {
    expect(lenientEvent(empty)).toEqual([])
    expect(lenientEvent(training)).toEqual([])
  })
  test.each<[object, string]>([
    [{ title: 'x'.repeat(201) }, 'title too-long'],
    [{ title: 7 }, 'title type'],
    [{ title: 'Two\nlines' }, 'title line-break'],
    [{ title: 'Bell \u0007' }, 'title characters'],
    [{ summary: 'x'.repeat(301) }, 'summary too-long'],
    [{ body: 'text' }, 'body type'],
    [{ language: 'Swedish' }, 'language language'],
    [
      { translations: [{ language: 'sv', title: 'T', summary: null, body: null }] },
      'translations.0.language repeated',
    ],
    [{ translations: [null] }, 'translations type'],
    [{ categories: 'sport' }, 'categories type'],
    [{ categories: ['sport', 'sport'] }, 'categories repeated'],
    [{ ageFrom: 12, ageTo: 7 }, 'ageTo before-start'],
    [{ ageFrom: 1.5 }, 'ageFrom type'],
    [{ ageTo: 130 }, 'ageTo range'],
    [{ address: { ...training.address, latitude: 91 } }, 'address.latitude range'],
    [{ address: { ...training.address, longitude: Number.NaN } }, 'address.longitude type'],
    [{ address: { ...training.address, longitude: null } }, 'address.latitude incomplete-pair'],
    [{ attendance: 'hybrid' }, 'attendance unknown-code'],
    [{ onlineUrl: 'javascript:alert(1)' }, 'onlineUrl link'],
    [{ bookingUrl: 'https://user:word@example.org/' }, 'bookingUrl link'],
    [{ bookingUrl: '//example.org' }, 'bookingUrl link'],
    [{ bookingCloses: '2026-12-01' }, 'bookingCloses format'],
    [{ accessibility: ['stairs'] }, 'accessibility.0 unknown-code'],
    [{ price: { ...empty.price, from: 50, currency: 'KRO' } }, 'price.currency currency'],
    [{ price: { ...empty.price, from: 50, to: 20, currency: 'SEK' } }, 'price.to before-start'],
    [{ price: { ...empty.price, free: true, from: 50, currency: 'SEK' } }, 'price.free contradiction'],
    [{ contact: { ...empty.contact, email: 'nobody' } }, 'contact.email format'],
    [{ start: '2026-12-01 18:00' }, 'start format'],
    [{ start: '2026-12-01T18:00:00' }, 'start format'],
    [{ start: '2026-02-30T18:00:00Z' }, 'start format'],
    [{ end: '2026-12-01T16:59:59Z' }, 'end before-start'],
    [{ end: '9999-12-31T22:00:00Z' }, 'end year'],
    [{ start: '0001-01-01T10:00:00Z' }, 'start year'],
    [{ allDay: true, startDate: '2026-12-02', endDate: '9999-12-31' }, 'endDate year'],
    [{ recurrenceRule: 'FREQ=WEEKLY', end: '2028-01-01T17:00:00Z' }, 'end lasts-too-long'],
    [
      { allDay: true, startDate: '2026-01-01', endDate: '2028-01-01', recurrenceRule: 'FREQ=YEARLY' },
      'endDate lasts-too-long',
    ],
    [{ start: null, end: 'soon' }, 'end format'],
    [{ allDay: true, startDate: '2026-12-02', endDate: '2026-12-01' }, 'endDate before-start'],
    [{ startDate: '2026-13-01' }, 'startDate format'],
    [{ zone: '+01:00' }, 'zone zone'],
    [{ zone: 'Europe/Hagby' }, 'zone zone'],
    [{ recurrenceRule: 'FREQ=SECONDLY' }, 'recurrenceRule rule-too-frequent'],
    [{ exceptions: ['2026-12-08'] }, 'exceptions.0 format'],
    [{ allDay: true, additions: ['2026-12-08T17:00:00Z'] }, 'additions.0 format'],
    [
      { overrides: [{ occurrence: null, start: null, end: null, place: null, note: null }] },
      'overrides.0.occurrence required',
    ],
    [
      { visibleFrom: '2026-12-01T00:00:00Z', visibleUntil: '2026-11-01T00:00:00Z' },
      'visibleUntil before-start',
    ],
  ])('%o is refused', (changed, fault) => {
    expect(wrong(changed)).toEqual([fault])
  })
  test('an unused link may be an empty text, as forms send it', () => {
    expect(wrong({ onlineUrl: '', bookingUrl: '' })).toEqual([])
  })
})

describe('a submitted event', () => {
  const missing = (
    changed: Partial<EventContent>,
    pictures: Parameters<typeof strictEvent>[1]['pictures'] = [],
  ): string[] =>
    strictEvent({ ...training, ...changed }, { pictures, now }).map(({ field, code }) => `${field} ${code}`)

  test('needs title, language, start, zone and a category, and nothing else', () => {
    expect(strictEvent(empty, { pictures: [], now }).map(({ field }) => field)).toEqual([
      'title',
      'language',
      'start',
      'zone',
      'categories',
    ])
    expect(missing({ body: null, address: empty.address, summary: null })).toEqual([])
  })
  test('needs the day when it lasts all day', () => {
    expect(missing({ allDay: true })).toEqual(['startDate required'])
    expect(missing({ allDay: true, startDate: '2026-12-01', start: null, end: null })).toEqual([])
  })
  test('needs the currency of a price, which a draft may lack', () => {
    const price = (more: object) => ({ price: { ...empty.price, ...more } })
    expect(missing(price({ from: 50 }))).toEqual(['price.currency required'])
    expect(missing(price({ to: 80 }))).toEqual(['price.currency required'])
    expect(missing(price({ free: true, from: 0 }))).toEqual([])
    expect(missing(price({ from: 50, currency: 'SEK' }))).toEqual([])
    expect(lenientEvent({ ...training, ...price({ from: 50 }) })).toEqual([])
  })
  test('needs words for each picture that is not decorative', () => {
    const pictures = [
      { id: 'p1', alt: ' ', decorative: false },
      { id: 'p2', alt: null, decorative: true },
    ]
    expect(missing({ pictures: ['p1', 'p2', 'p3'] }, pictures)).toEqual([
      'pictures.0.alt required',
      'pictures.2 not-found',
    ])
  })
  test('names a person only under a recorded consent', () => {
    const contact = { ...empty.contact, name: 'A name' }
    expect(missing({ contact })).toEqual(['contact.consentReference required'])
    expect(missing({ contact: { ...contact, consentReference: 'F-12' } })).toEqual([])
    expect(missing({ contact: { ...empty.contact, email: 'info@if.example' } })).toEqual([])
    // A person, by name or by address: until a day, and the reference does not say who it is.
    const person = { ...empty.contact, name: 'Eva Påhittad', consentReference: 'F-12' }
    expect(missing({ contact: person })).toEqual(['contact.consentUntil required'])
    expect(missing({ contact: { ...person, consentUntil: '2027-06-30T22:00:00Z' } })).toEqual([])
    expect(missing({ contact: { ...empty.contact, email: 'eva.pahittad@if.example' } })).toEqual([
      'contact.consentReference required',
    ])
    const named = { ...contact, consentReference: 'Eva Påhittad' }
    expect(missing({ contact: named })).toEqual(['contact.consentReference names-person'])
  })
})

describe('what author and editor are told', () => {
  const context = {
    now: new Date('2026-11-02T09:00:00Z'),
    times: { leadDays: 5, decisionDays: 3, country: 'SE', zone: 'Europe/Stockholm' },
    personalData: [],
  } as const
  const told = (
    changed: Partial<EventContent>,
    now = '2026-11-02T09:00:00Z',
    lastStart?: Date | null,
  ): string[] =>
    eventFindings({ ...training, ...changed }, { ...context, now: new Date(now), lastStart }).map(
      ({ field, code }) => `${field} ${code}`,
    )

  test('nothing where all is well', () => expect(told({})).toEqual([]))
  test('a missing place, link and text', () => {
    expect(told({ address: empty.address, body: null, attendance: 'mixed' })).toEqual([
      'place missing',
      'onlineUrl missing',
      'body missing',
    ])
    expect(told({ address: empty.address, attendance: 'online', onlineUrl: 'https://example.org' })).toEqual(
      [],
    )
  })
  test('too late for the lead time, and past', () => {
    expect(told({}, '2026-11-27T09:00:00Z')).toEqual(['start too-late'])
    expect(told({}, '2026-12-01T18:00:00Z')).toEqual([])
    expect(told({}, '2026-12-01T18:30:00Z')).toEqual(['start in-the-past'])
  })
  test('a series that goes on is not past', () => {
    const weekly = { recurrenceRule: 'FREQ=WEEKLY' }
    expect(told(weekly, '2027-01-01T00:00:00Z', null)).toEqual([])
    expect(told(weekly, '2027-01-01T00:00:00Z', new Date('2026-12-08T17:00:00Z'))).toEqual([
      'start in-the-past',
    ])
  })
  test('an all-day event is past when its last day has ended in its zone', () => {
    const festival = { allDay: true, start: null, end: null, startDate: '2026-12-01', endDate: '2026-12-02' }
    expect(told(festival, '2026-12-02T22:59:59Z')).toEqual([])
    expect(told(festival, '2026-12-02T23:00:00Z')).toEqual(['start in-the-past'])
  })
  test('what the personal-data check found is handed on', () => {
    const personalData = [
      { field: 'body', code: 'personal-data', message: 'This looks like a personal identity number.' },
    ]
    expect(eventFindings(training, { ...context, personalData })).toEqual(personalData)
  })
})
