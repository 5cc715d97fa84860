import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { parseAtomFeed, parseRssFeed } from 'feedsmith'

const rfc822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/

/** RSS 2.0, https://www.rssboard.org/rss-specification, read by an XML parser and a feed parser that are not ours. */
export function rssFaults(text: string): string[] {
  const faults = xmlFaults(text, 'RSS')
  if (faults.length > 0) return faults
  const must = (holds: unknown, sentence: string): void => void (holds || faults.push(`RSS: ${sentence}`))
  const feed = parseRssFeed(text)
  must(feed.title && feed.link && feed.description, 'a channel has title, link and description')
  must(
    feed.atom?.links?.some((one) => one.rel === 'self'),
    'a channel says where it is read',
  )
  const ids = (feed.items ?? []).map((one) => one.guid?.value)
  must(new Set(ids).size === ids.length && !ids.includes(undefined), 'each item has a guid of its own')
  for (const item of feed.items ?? []) {
    must(item.title || item.description, 'an item has a title or a description')
    must(item.link && URL.canParse(item.link), 'the link of an item is a URL')
    must(rfc822.test(String(item.pubDate)), `pubDate is a date of RFC 822: ${String(item.pubDate)}`)
  }
  return faults
}

/** Atom, RFC 4287. */
export function atomFaults(text: string): string[] {
  const faults = xmlFaults(text, 'Atom')
  if (faults.length > 0) return faults
  const must = (holds: unknown, sentence: string): void => void (holds || faults.push(`Atom: ${sentence}`))
  const feed = parseAtomFeed(text)
  must(feed.id && URL.canParse(feed.id), 'the id of a feed is an IRI')
  must(feed.title, 'a feed has a title')
  must(rfc3339.test(String(feed.updated)), 'updated of a feed is a time of RFC 3339')
  must(
    feed.links?.some((one) => one.rel === 'self'),
    'a feed says where it is read',
  )
  const ids = (feed.entries ?? []).map((one) => one.id)
  must(new Set(ids).size === ids.length, 'each entry has an id of its own')
  for (const entry of feed.entries ?? []) {
    must(entry.id && URL.canParse(entry.id), 'the id of an entry is an IRI')
    must(entry.title !== undefined, 'an entry has a title')
    must(rfc3339.test(String(entry.updated)), 'updated of an entry is a time of RFC 3339')
    must(entry.authors?.every((one) => one.name) && entry.authors.length > 0, 'an entry has an author')
    must(
      entry.links?.some((one) => URL.canParse(String(one.href))),
      'an entry has a link',
    )
  }
  return faults
}

/** Well-formed, of UTF-8, and with the root element that its kind has. */
function xmlFaults(text: string, kind: 'RSS' | 'Atom'): string[] {
  const read = XMLValidator.validate(text)
  if (read !== true) return [`${kind}: not well-formed: ${read.err.msg} in line ${read.err.line}`]
  const root = new XMLParser({ ignoreAttributes: false }).parse(text) as Record<
    string,
    Record<string, unknown>
  >
  const right =
    kind === 'RSS'
      ? root.rss?.['@_version'] === '2.0'
      : root.feed?.['@_xmlns'] === 'http://www.w3.org/2005/Atom'
  return right ? [] : [`${kind}: another kind of document`]
}
