import { parseAtomFeed, parseRssFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { jsonFeedFaults } from '../../../tests/support/readers/json-feed.js'
import { atomFaults, rssFaults } from '../../../tests/support/readers/news-feed.js'
import { expandOccurrences } from '../../calendar/occurrences.js'
import type { EventData } from '../../publication/public-data.js'
import { changeOf, eventData, municipalityData, postData, publicationOf } from '../examples/publications.js'
import type { Live } from '../municipality-index.js'
import { atom, eventEntry, jsonFeed, postEntry, rss, type Entry } from './syndication.js'

const categories = new Map([['sport', { sv: 'Idrott', en: 'Sports' }]])
const setting = { baseUrl: 'https://torg.example', municipality: municipalityData, categories }
const feedOf = (entries: Entry[]) => ({
  title: 'Hagby',
  home: 'https://torg.example/hagby',
  self: 'https://torg.example/feed/v1/hagby/x',
  language: 'sv',
  entries,
})
function entryOf(more: Partial<EventData>, lang?: string): Entry {
  const publication = publicationOf({ ...eventData, ...more }) as Live<'event'>
  const window = { from: new Date('2026-01-01'), to: new Date('2028-01-01') }
  const [occurrence] = expandOccurrences(publication.data, window)
  return eventEntry({ publication, occurrence: occurrence! }, { ...setting, lang })
}

describe('an entry of a feed for readers', () => {
  it('says before the title what is off, in the language of the entry', () => {
    expect(entryOf({}).title).toBe(eventData.title)
    expect(entryOf({ status: 'cancelled' }).title).toBe(`Inställt: ${eventData.title}`)
    expect(entryOf({ status: 'postponed' }, 'en').title).toBe('Postponed: Open training')
    const moved = entryOf({
      overrides: [changeOf(eventData.start, { start: '2026-11-26T17:00:00Z', note: 'Ny <sal>' })],
    })
    expect(moved.title).toMatch(/^Ny tid: /)
    expect(moved.html).toContain('Ny &lt;sal&gt;')
  })

  it('begins with when and where, and shows the picture with its words', () => {
    const { html, summary } = entryOf({})
    expect(summary).toMatch(/^tis 24 november 2026.* · Hagby sporthall\. Kom och prova\.$/u)
    expect(html).toContain('<img src="https://torg.example/media/m1/800.webp" alt="En boll">')
    expect(
      entryOf({ place: null, attendance: 'online', onlineUrl: 'https://mote.example' }).summary,
    ).toContain('https://mote.example')
  })

  it('tells the beginning of a post in the language that it is told in', () => {
    const body = {
      html: '<p>Only on Tuesday</p>',
      nodes: [{ type: 'paragraph' as const, children: [{ type: 'text' as const, text: 'Only on Tuesday' }] }],
    }
    const translations = [{ language: 'en', title: 'Water', summary: null, body }]
    const publication = publicationOf({ ...postData, translations }) as Live<'post'>
    expect(postEntry(publication, { ...setting, lang: 'en' })).toMatchObject({
      title: 'Water',
      summary: 'Only on Tuesday',
      language: 'en',
    })
    expect(postEntry(publication, setting).summary).toBe('På tisdag.')
  })

  it('carries its categories as people call them, and by code where the format has room', () => {
    const feed = feedOf([entryOf({})])
    expect(parseRssFeed(rss(feed)).items?.[0]?.categories?.[0]?.name).toBe('Idrott')
    expect(parseAtomFeed(atom(feed)).entries?.[0]?.categories?.[0]).toMatchObject({
      term: 'sport',
      label: 'Idrott',
    })
    expect(jsonFeed(feed)).toMatchObject({ items: [{ tags: ['Idrott'] }] })
  })
})

describe('the readers of feeds', () => {
  const feed = feedOf([entryOf({}), { ...entryOf({}), id: 'e2' }])

  it('accept what is written, with nothing in it and with much', () => {
    for (const one of [feed, feedOf([])]) {
      expect(rssFaults(rss(one))).toEqual([])
      expect(atomFaults(atom(one))).toEqual([])
      expect(jsonFeedFaults(jsonFeed(one))).toEqual([])
    }
  })

  it('find what is wrong', () => {
    expect(rssFaults(rss(feed).replace('</item>', ''))).not.toEqual([])
    expect(rssFaults(rss(feed).replaceAll('e2', 'e1'))).not.toEqual([])
    expect(rssFaults(rss(feed).replace('version="2.0"', 'version="0.9"'))).not.toEqual([])
    expect(atomFaults(atom(feed).replace(/<author>.*?<\/author>/, ''))).not.toEqual([])
    expect(atomFaults(atom(feed).replace(/<updated>[^<]*/, '<updated>today'))).not.toEqual([])
    expect(jsonFeedFaults({ ...jsonFeed(feed), version: '1' })).not.toEqual([])
    expect(jsonFeedFaults({ ...jsonFeed(feed), items: [{ id: 'x' }] })).not.toEqual([])
    expect(jsonFeedFaults({ ...jsonFeed(feed), mine: 1 })).not.toEqual([])
  })
})
