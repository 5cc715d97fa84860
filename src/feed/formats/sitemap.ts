import { escapeHtml } from '../../publication/rich-text.js'
import type { MunicipalityData } from '../../publication/public-data.js'
import type { Publication } from '../../publication/publication.js'
import type { FeedIndex } from '../feed-index.js'
import type { PageItem } from '../page-address.js'
import { pageUrl } from './setting.js'

/** The most that one file may hold (https://www.sitemaps.org/protocol.html). */
export const mostUrls = 50_000

/** One page that search engines may know, `url` made only where it is written. */
export interface SitePage {
  url: () => string
  /** When it last changed, RFC 3339. */
  modified: string
}

/** Every page that is public now: the start page, those of the municipalities, and of each event and post. */
export function sitePages(index: FeedIndex, baseUrl: string, now: Date): SitePage[] {
  const open = index.municipalities().flatMap((one) => {
    const row = one.municipality()
    if (!row || !one.sees(row, now)) return []
    const municipality = row.data as MunicipalityData
    const items: PageItem[] = [...one.live('event', now), ...one.live('post', now)]
    const own = items.map((item) => ({
      url: () => pageUrl({ baseUrl, municipality }, item.data),
      modified: item.modified,
    }))
    // The page of a municipality lists all that is in it.
    const page = {
      url: () => `${baseUrl}/${encodeURIComponent(municipality.id)}`,
      modified: latest([row, ...items]),
    }
    return [{ row, pages: [page, ...own] }]
  })
  // Where every municipality is closed there is nothing to find, not even the start page.
  if (open.length === 0) return []
  const start = { url: () => `${baseUrl}/`, modified: latest(open.map(({ row }) => row)) }
  return [start, ...open.flatMap(({ pages }) => pages)]
}

/** Whether there may be a file of that number, told without looking at a single page: whoever guesses costs nothing. */
export function mayHaveFile(index: FeedIndex, number: number, most = mostUrls): boolean {
  const pages = index
    .municipalities()
    .reduce((sum, one) => sum + 1 + one.timelinePlaces() + one.posts().all().length, 1)
  return pages > most && (number - 1) * most < pages
}

const latest = (rows: Pick<Publication, 'modified'>[]): string =>
  rows.reduce(
    (last, { modified }) => (Date.parse(modified) > Date.parse(last) ? modified : last),
    rows[0]!.modified,
  )

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
const lines = (name: string, url: string, modified: string): string =>
  `<${name}><loc>${escapeHtml(url)}</loc><lastmod>${escapeHtml(modified)}</lastmod></${name}>\n`

/** The parts of a sitemap: one file of pages, or, where there are more than one may hold, the list of those files. */
export function sitemapParts(
  pages: SitePage[],
  baseUrl: string,
  most = mostUrls,
): (string | (() => Buffer))[] {
  if (pages.length <= most) return urlSet(pages)
  const files = Array.from({ length: Math.ceil(pages.length / most) }, (_, at) => {
    const its = pages.slice(at * most, (at + 1) * most)
    return lines('sitemap', `${baseUrl}/sitemap-${at + 1}.xml`, latest(its))
  })
  return [`${head}<sitemapindex ${space}>\n`, ...files, '</sitemapindex>\n']
}

/** The file of that number, counted from 1; null where there is none. */
export function sitemapFile(
  pages: SitePage[],
  number: number,
  most = mostUrls,
): (string | (() => Buffer))[] | null {
  const its = pages.slice((number - 1) * most, number * most)
  return pages.length > most && its.length > 0 ? urlSet(its) : null
}

const urlSet = (pages: SitePage[]): (string | (() => Buffer))[] => [
  `${head}<urlset ${space}>\n`,
  ...pages.map(
    ({ url, modified }) =>
      () =>
        Buffer.from(lines('url', url(), modified)),
  ),
  '</urlset>\n',
]

/** What robots are told: the pages are for them too; the admin and what programs read are not. */
export const robotsText = (baseUrl: string): string =>
  [
    'User-agent: *',
    'Disallow: /admin',
    'Disallow: /api',
    'Disallow: /feed/',
    'Allow: /feed/v1/docs',
    'Allow: /',
    '',
    `Sitemap: ${baseUrl}/sitemap.xml`,
    '',
  ].join('\n')
