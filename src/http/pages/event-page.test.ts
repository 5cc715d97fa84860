import { describe, expect, it } from 'vitest'
import { jsonLdFaults } from '../../../tests/support/readers/json-ld.js'
import {
  categoryData,
  changeOf,
  eventData,
  instant,
  municipalityData,
  organisationData,
  placeData,
  postData,
  publicationOf,
} from '../../feed/examples/publications.js'
import { createMunicipalityIndex, type Live } from '../../feed/municipality-index.js'
import type { EventData, PostData } from '../../publication/public-data.js'
import type { Publication } from '../../publication/publication.js'
import { eventPage } from './event-page.js'
import { priceInWords } from './event-facts.js'
import { postPage } from './post-page.js'

const hostile = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&amp;</title>\u2028<!--`
const categories = new Map([['sport', categoryData.labels]])
const setting = (lang?: string) =>
  ({
    baseUrl: 'https://torg.example',
    adminUrl: '/admin',
    language: lang === 'en' ? 'en' : 'sv',
    lang,
    now: instant,
  }) as const
const here = (lang?: string) => ({
  baseUrl: 'https://torg.example',
  municipality: municipalityData,
  lang,
  categories,
})

function indexOf(...rows: Publication[]) {
  const index = createMunicipalityIndex('hagby', (fault) => {
    throw fault
  })
  const website = {
    ...organisationData,
    contact: { email: null, phone: null, website: 'https://if.example/' },
  }
  const choir = { ...organisationData, id: 'o2', name: 'Kören' }
  for (const row of [municipalityData, website, choir, placeData, categoryData])
    index.apply(publicationOf(row))
  for (const row of rows) index.apply(row)
  return index
}
function page(more: Partial<EventData>, lang?: string, others: Publication[] = []): string {
  const index = indexOf(publicationOf({ ...eventData, ...more }), ...others)
  const event = index.find('event', more.id ?? 'e1') as Live<'event'>
  return eventPage(event, index, here(lang), setting(lang), new Map())
}
const words = (text: string): string =>
  text
    .replace(/^.*<main>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ')
const jsonLd = (text: string): Record<string, unknown> =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)![1]!) as Record<
    string,
    unknown
  >

describe('the page of an event', () => {
  it('tells all that the feed tells', () => {
    const told = page({
      price: { free: false, from: 50, to: 100.5, currency: 'SEK', note: 'Barn gratis' },
      booking: { url: 'https://biljett.example/?a=1&b=2', closes: '2026-11-24T10:00:00Z' },
      attendance: 'mixed',
      onlineUrl: 'https://mote.example/rum',
      capacityNote: '40 platser',
      areas: ['north'],
      contact: { name: 'Kansliet', email: 'info@if.example', phone: '0123-45 67' },
      coOrganisers: [{ id: 'o2', name: 'Kören' }],
      accessibility: ['hearing-loop'],
    })
    const said = words(told)
    for (const one of [
      'tisdag 24 november 2026 kl. 18:00–19:30',
      'Hagby sporthall, Idrottsvägen 1',
      '50,00–100,50 kr. Barn gratis',
      '40 platser',
      '7–12 år',
      'Barn',
      'Hörslinga, Stegfritt',
      'Norra',
      'Idrott',
      'IF Hagen',
      'if.example',
      'Kören',
      'Kansliet',
      'Kom och prova.',
      'välkomna',
      'Bild: Hagby',
      'Bokningen stänger tisdag 24 november 2026 kl. 11:00',
      'Inget lagras.',
      'Anmäl innehåll',
    ])
      expect(said).toContain(one)
    for (const url of [
      'href="https://biljett.example/?a=1&amp;b=2" rel="nofollow noopener noreferrer"',
      'href="https://mote.example/rum" rel="nofollow noopener noreferrer"',
      'href="mailto:info@if.example"',
      'href="tel:01234567"',
      'href="https://torg.example/feed/v1/hagby/events/e1.ics"',
      'href="https://hagby.example/anmal"',
      'src="/media/m1/800.webp"',
      'alt="En boll"',
    ])
      expect(told).toContain(url)
  })

  it('says why it is cancelled, and a booking that is over is no link', () => {
    const told = page({
      status: 'cancelled',
      statusReason: 'illness',
      booking: { url: 'https://biljett.example/', closes: '2026-11-20T10:00:00Z' },
    })
    expect(words(told)).toContain('Inställt: Sjukdom')
    expect(told).toMatch(/<dd class="said"><s><time/)
    expect(words(told)).toContain('Bokningen stängde fredag 20 november')
    expect(told).not.toContain('href="https://biljett.example/"')
  })

  it('says when it would have been, and where another part of a series takes place', () => {
    const moved = page({ status: 'rescheduled', previousStart: '2026-11-20T17:00:00Z' })
    expect(words(moved)).toMatch(/Ny tid Tidigare tid: fredag 20 november 2026 kl. 18:00/)
    const series = page({
      recurrence: { rule: 'FREQ=WEEKLY;COUNT=9', exceptions: [], additions: [] },
      overrides: [
        changeOf('2026-12-01T17:00:00Z', { status: 'cancelled', statusReason: 'weather' }),
        changeOf('2026-12-08T17:00:00Z', { start: '2026-12-09T17:00:00Z', note: 'Ta med lampa' }),
      ],
    })
    const said = words(series)
    expect(said).toContain('Återkommer varje vecka, 9 gånger')
    expect(said).toContain('tisdag 1 december 2026 kl. 18:00–19:30 Inställt: Vädret')
    expect(said).toContain(
      'onsdag 9 december 2026 kl. 18:00–19:30 Ny tid Tidigare tid: tisdag 8 december 2026 kl. 18:00 Ta med lampa',
    )
    expect(said).toContain('Fler tillfällen (3)')
  })

  it('leads to the larger event and to its parts, while these are public', () => {
    const part = publicationOf({ ...eventData, id: 'part', slug: 'del', title: 'Invigning', umbrella: 'e1' })
    const whole = page({ title: 'Höstmarknad' }, undefined, [part])
    expect(whole).toContain('href="https://torg.example/hagby/e/del-part?lang=sv"')
    expect(words(whole)).toContain('Det här ingår')
    const inside = page({ id: 'part', umbrella: 'big' }, undefined, [
      publicationOf({ ...eventData, id: 'big', slug: 'stort', title: 'Stort' }),
    ])
    expect(inside).toContain('href="https://torg.example/hagby/e/stort-big?lang=sv"')
    expect(page({ umbrella: 'unknown' })).not.toContain('Del av')
  })

  it('has one address in each language, and names its languages', () => {
    const own = page({})
    expect(own).toContain('<html lang="sv">')
    expect(own).toContain('<link rel="canonical" href="https://torg.example/hagby/e/oppen-traning-e1">')
    expect(own).toContain('hreflang="en" href="https://torg.example/hagby/e/oppen-traning-e1?lang=en"')
    expect(own).toContain('hreflang="x-default" href="https://torg.example/hagby/e/oppen-traning-e1"')
    const english = page({}, 'en')
    expect(english).toContain('<html lang="en">')
    expect(english).toContain(
      '<link rel="canonical" href="https://torg.example/hagby/e/oppen-traning-e1?lang=en">',
    )
    expect(english).toContain('<meta property="og:title" content="Open training">')
    expect(page({ translations: [] }, 'en')).toContain('Here it is in Swedish.')
  })

  it('carries linked data that others can read', async () => {
    expect(await jsonLdFaults(jsonLd(page({})))).toEqual([])
    expect(jsonLd(page({}))).toMatchObject({
      '@id': 'https://torg.example/hagby/e/e1',
      url: 'https://torg.example/hagby/e/oppen-traning-e1',
    })
  })
})

describe('what was typed', () => {
  const texts: Partial<EventData> & Partial<PostData> = {
    title: hostile,
    summary: hostile,
    excerpt: hostile,
    organisation: { id: 'o1', name: hostile },
    capacityNote: hostile,
    onlineUrl: 'javascript:alert(1)',
    link: 'javascript:alert(1)',
    attendance: 'mixed',
    booking: { url: 'data:text/html,x', closes: null },
    place: { id: null, name: hostile, address: hostile, latitude: null, longitude: null },
    price: { free: false, from: null, to: null, currency: null, note: hostile },
    contact: { name: hostile, email: hostile, phone: hostile },
    pictures: [{ id: 'm1', alt: hostile, credit: hostile, width: 1600, height: 900, renditions: [800] }],
    translations: [{ language: `en"><script>`, title: hostile, summary: hostile, body: null }],
  }
  it.each([
    ['event', () => page(texts as Partial<EventData>)],
    [
      'post',
      () =>
        postPage(
          publicationOf({ ...postData, ...texts, kind: 'post', language: 'sv' } as PostData) as Live<'post'>,
          here(),
          setting(),
        ),
    ],
  ])('in an %s stays text, in HTML, in attributes and in linked data', (_kind, made) => {
    const text = made()
    const { name, headline } = jsonLd(text)
    expect(name ?? headline).toBe(hostile)
    expect(text.match(/<script/g)).toHaveLength(1)
    expect(text.match(/<\/script>/g)).toHaveLength(1)
    expect(text.match(/<\/title>/g)).toHaveLength(1)
    expect(text.match(/<img/g)).toHaveLength(1)
    expect(text).not.toMatch(/<!--|href="(javascript|data):/)
    // Every tag is one that we write: its attributes are names with quoted values.
    const withoutScript = text.replace(/<script.*?<\/script>/s, '').replace(/<style>.*?<\/style>/s, '')
    for (const [tag] of withoutScript.matchAll(/<[^>]*>/g))
      expect(tag).toMatch(/^<\/?[a-z0-9]+( [a-z-]+(="[^"<>]*")?)*>$|^<!doctype html>$/)
  })
})

describe('prices in words', () => {
  const price = { free: false, from: null, to: null, currency: 'NOK', note: null }
  it.each([
    [{ ...price, free: true }, 'Gratis'],
    [{ ...price, from: 50 }, 'fra 50 kr'],
    [{ ...price, to: 80, note: 'Barn halv pris' }, 'høyst 80 kr. Barn halv pris'],
    [{ ...price, from: 50, to: 50 }, '50 kr'],
  ])('%j', (given, said) => expect(priceInWords(given, 'nb').replaceAll('\u00a0', ' ')).toBe(said))
})
