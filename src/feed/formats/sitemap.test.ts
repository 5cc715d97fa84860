import { XMLParser } from 'fast-xml-parser'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  eventData,
  instant,
  municipalityData,
  oneOfEach,
  postData,
  publicationOf,
  readerOf,
} from '../examples/publications.js'
import { createFeedIndex } from '../feed-index.js'
import { mayHaveFile, robotsText, sitemapFile, sitemapParts, sitePages } from './sitemap.js'

const base = 'https://torg.example'
const ended = { data: null, ended: '2026-11-22T08:00:00Z' }
const closed = { ...municipalityData, id: 'stangd' }
const index = createFeedIndex({
  clock: { now: () => instant },
  reader: readerOf([
    ...oneOfEach(),
    publicationOf({ ...postData, id: 'n2', slug: 'nytt' }, { modified: '2026-11-22T09:30:00Z' }),
    publicationOf({ ...eventData, id: 'gone' }, { ...ended, state: 'withdrawn' }),
    publicationOf({ ...eventData, id: 'later' }, { visibleFrom: '2026-11-24T00:00:00Z' }),
    publicationOf({ ...eventData, id: 'hidden', organisation: { id: 'o9', name: 'Ingen' } }),
    publicationOf(closed, { municipality: 'stangd', active: false }),
    publicationOf({ ...eventData, id: 'inside' }, { municipality: 'stangd' }),
  ]),
})
beforeAll(async () => {
  await index.start()
  return () => index.stop()
})
interface Entry {
  loc: string
  lastmod: string
}
const text = (parts: (string | (() => Buffer))[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : part().toString())).join('')
const read = (parts: (string | (() => Buffer))[], root: string, each: string): Entry[] => {
  const parser = new XMLParser({ isArray: (name) => name === each })
  return (parser.parse(text(parts)) as Record<string, Record<string, Entry[]>>)[root]![each]!
}

describe('the sitemap', () => {
  it('has every page that is public, when it last changed, and nothing else', () => {
    const entries = read(sitemapParts(sitePages(index, base, instant), base), 'urlset', 'url')
    expect(entries).toEqual([
      { loc: `${base}/`, lastmod: '2026-11-20T08:00:00Z' },
      { loc: `${base}/hagby`, lastmod: '2026-11-22T09:30:00Z' },
      { loc: `${base}/hagby/e/oppen-traning-e1`, lastmod: '2026-11-20T08:00:00Z' },
      { loc: `${base}/hagby/p/vattnet-stangs-av-n1`, lastmod: '2026-11-20T08:00:00Z' },
      { loc: `${base}/hagby/p/nytt-n2`, lastmod: '2026-11-22T09:30:00Z' },
    ])
  })

  it('knows of most numbers that there is no such file without a look at the pages', () => {
    const pages = sitePages(index, base, instant)
    for (let most = 1; most <= pages.length + 1; most += 1)
      for (let number = 1; number <= pages.length + 1; number += 1)
        if (sitemapFile(pages, number, most)) expect(mayHaveFile(index, number, most)).toBe(true)
    expect([mayHaveFile(index, 1), mayHaveFile(index, 2)]).toEqual([false, false])
    expect([mayHaveFile(index, 20, 2), mayHaveFile(index, 999_999, 1)]).toEqual([false, false])
  })

  it('is a list of files where one cannot hold all', () => {
    const pages = sitePages(index, base, instant)
    expect(read(sitemapParts(pages, base, 2), 'sitemapindex', 'sitemap')).toEqual([
      { loc: `${base}/sitemap-1.xml`, lastmod: '2026-11-22T09:30:00Z' },
      { loc: `${base}/sitemap-2.xml`, lastmod: '2026-11-20T08:00:00Z' },
      { loc: `${base}/sitemap-3.xml`, lastmod: '2026-11-22T09:30:00Z' },
    ])
    const files = [1, 2, 3].flatMap((number) => read(sitemapFile(pages, number, 2)!, 'urlset', 'url'))
    expect(files).toEqual(read(sitemapParts(pages, base), 'urlset', 'url'))
    expect(sitemapFile(pages, 4, 2)).toBeNull()
    expect(sitemapFile(pages, 1)).toBeNull()
  })

  it('is named to robots, which are kept out of the admin', () => {
    expect(robotsText(base)).toContain('Sitemap: https://torg.example/sitemap.xml')
    expect(robotsText(base)).toContain('Disallow: /admin\n')
  })
})
