import { isOfFeed, type FeedAnswer } from './feed-answer.js'
import { calendarFaults } from './icalendar.js'
import { jsonFeedFaults } from './json-feed.js'
import { jsonLdFaults } from './json-ld.js'
import { atomFaults, rssFaults } from './news-feed.js'
import { openApiFaults } from './openapi.js'
import { rpdePageFaults } from './rpde.js'

/**
 * Reads an answer of the feed as others would: by its description, by its standard, with parsers that are not ours.
 * Returns what is wrong with it; nothing for addresses that are not the feed's.
 */
export async function feedAnswerFaults(answer: FeedAnswer, base: string): Promise<string[]> {
  if (!isOfFeed(answer.path)) return []
  return [...openApiFaults(answer), ...headerFaults(answer), ...(await bodyFaults(answer, base))]
}

/** What every answer promises: no cookie, any origin, at most a minute in caches. */
function headerFaults({ method, path, status, headers }: FeedAnswer): string[] {
  if (status === 503) return []
  const faults: string[] = []
  const must = (holds: unknown, sentence: string): void =>
    void (holds || faults.push(`HTTP: ${method} ${path.slice(0, 200)} ${status}: ${sentence}`))
  must(headers['set-cookie'] === undefined, 'sets no cookie')
  must(headers['access-control-allow-origin'] === '*', 'is open to any origin')
  must(headers.vary === 'Accept-Encoding', `varies with the encoding only: ${headers.vary}`)
  const life = headers['cache-control'] ?? ''
  const seconds = [...life.matchAll(/=(\d+)/g)].reduce((sum, [, one]) => sum + Number(one), 0)
  if (status === 200 || status === 304) {
    const kept = life !== 'no-store'
    must(
      !kept || (seconds > 0 && seconds <= 60 && life.startsWith('public')),
      `is kept for a minute at most: ${life}`,
    )
    must(!kept || life === 'public, max-age=10' || /^"[^"]+"$/.test(headers.etag ?? ''), 'has a strong ETag')
  } else if (status === 404 || status === 410)
    must(life === 'no-store' || seconds <= 10, `is kept for ten seconds at most: ${life}`)
  else if (status !== 204) must(life === 'no-store', `is not kept: ${life}`)
  return faults
}

async function bodyFaults(
  { method, path, status, headers, text }: FeedAnswer,
  base: string,
): Promise<string[]> {
  if (status !== 200 || method === 'HEAD' || text === '') return []
  const type = headers['content-type'] ?? ''
  if (type.startsWith('text/calendar')) return calendarFaults(text)
  if (type.startsWith('application/rss')) return rssFaults(text)
  if (type.startsWith('application/atom')) return atomFaults(text)
  if (type.startsWith('application/feed+json')) return jsonFeedFaults(JSON.parse(text))
  if (type.startsWith('application/ld+json')) return jsonLdFaults(JSON.parse(text) as Record<string, unknown>)
  if (/^\/feed\/v1\/[^/]+\/changes(\?|$)/.test(path))
    return rpdePageFaults({ url: base + path, type, body: JSON.parse(text) })
  return []
}
