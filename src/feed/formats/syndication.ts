import { statusInWords } from '../../calendar/event-status-labels.js'
import { formatZoned } from '../../calendar/zoned-time.js'
import { escapeHtml } from '../../publication/rich-text.js'
import type { Live, LiveOccurrence } from '../municipality-index.js'
import { excerptIn, pageUrl, pictureUrl, termInWords, wordsIn, type Setting } from './setting.js'

/** One entry of a feed for readers: what JSON Feed, RSS and Atom have in common. */
export interface Entry {
  id: string
  url: string
  title: string
  summary: string
  html: string
  language: string
  author: string
  /** Categories, by code and in the language of the entry. */
  tags: { code: string; label: string }[]
  published: string
  modified: string
  image: string | null
}
export interface Syndication {
  title: string
  home: string
  self: string
  language: string
  entries: Entry[]
}

export function postEntry(publication: Live<'post'>, setting: Setting): Entry {
  const post = publication.data
  const { title, body, language } = wordsIn(post, setting.lang)
  const summary = excerptIn(post, setting.lang)
  return {
    ...sharedOf(publication, language, setting),
    url: pageUrl(setting, post),
    title,
    language,
    summary,
    html: pictureHtml(publication, setting) + (body?.html ?? `<p>${escapeHtml(summary)}</p>`),
  }
}

/**
 * An event at the time given. When, where and what has changed stand in the words, since the readers of feeds show no
 * other fields.
 */
export function eventEntry({ publication, occurrence }: LiveOccurrence, setting: Setting): Entry {
  const event = publication.data
  const { title, summary, body, language } = wordsIn(event, setting.lang)
  const status = statusInWords(occurrence.status, language)
  const when = timeInWords(occurrence.start, event.zone, event.allDay, language)
  const where = (occurrence.place ?? event.place)?.name ?? event.onlineUrl
  const line = [status, when, where].filter(Boolean).join(' · ')
  const note = occurrence.note ? `<p>${escapeHtml(occurrence.note)}</p>` : ''
  return {
    ...sharedOf(publication, language, setting),
    url: pageUrl(setting, event),
    title: status ? `${status}: ${title}` : title,
    language,
    summary: [line, summary].filter(Boolean).join('. '),
    html: `<p>${escapeHtml(line)}</p>${note}${pictureHtml(publication, setting)}${body?.html ?? `<p>${escapeHtml(summary ?? '')}</p>`}`,
  }
}

export function timeInWords(start: string, zone: string, allDay: boolean, language: string): string {
  const at = new Date(allDay ? `${start}T00:00:00Z` : start)
  const style = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' } as const
  const hours = { hour: '2-digit', minute: '2-digit' } as const
  const locale = /^[a-z]{2,3}(-|$)/i.test(language) ? language : 'en'
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    ...style,
    ...(allDay ? {} : hours),
    timeZone: allDay ? 'UTC' : zone,
  }).format(at)
}

/** When something that began at `start` ends: the hour alone where that is the same day. */
export function endInWords(start: string, end: string, zone: string, language: string): string {
  const locale = /^[a-z]{2,3}(-|$)/i.test(language) ? (language === 'en' ? 'en-GB' : language) : 'en-GB'
  const day = (at: string) => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(at))
  if (day(start) !== day(end)) return ` ${timeInWords(end, zone, false, language)}`
  const hour = { hour: '2-digit', minute: '2-digit', timeZone: zone } as const
  return new Intl.DateTimeFormat(locale, hour).format(new Date(end))
}

function sharedOf(publication: Live<'post'> | Live<'event'>, language: string, setting: Setting) {
  const { data } = publication
  const zone = setting.municipality.zone
  return {
    id: data.id,
    author: data.organisation.name,
    tags: data.categories.map((code) => ({ code, label: termInWords(setting, code, language) })),
    published: formatZoned(publication.published ?? publication.modified, zone),
    modified: formatZoned(publication.modified, zone),
    image: (data.pictures[0] && pictureUrl(data.pictures[0], 800, setting)) ?? null,
  }
}

function pictureHtml({ data }: Live<'post'> | Live<'event'>, setting: Setting): string {
  const [picture] = data.pictures
  const url = picture && pictureUrl(picture, 800, setting)
  return url ? `<p><img src="${escapeHtml(url)}" alt="${escapeHtml(picture.alt)}"></p>` : ''
}

/** JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/ */
export function jsonFeed(feed: Syndication): Record<string, unknown> {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    language: feed.language,
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      summary: entry.summary,
      content_html: entry.html,
      date_published: entry.published,
      date_modified: entry.modified,
      ...(entry.image && { image: entry.image }),
      tags: entry.tags.map(({ label }) => label),
      authors: [{ name: entry.author }],
      language: entry.language,
    })),
  }
}

const element = (name: string, text: string): string => `<${name}>${escapeHtml(text)}</${name}>`
const declaration = '<?xml version="1.0" encoding="utf-8"?>\n'

/** RSS 2.0, https://www.rssboard.org/rss-specification */
export function rss(feed: Syndication): string {
  const items = feed.entries.map(
    (entry) =>
      `<item>${element('title', entry.title)}${element('link', entry.url)}<guid isPermaLink="false">${escapeHtml(entry.id)}</guid>` +
      element('description', entry.html) +
      element('pubDate', new Date(entry.published).toUTCString()) +
      entry.tags.map(({ label }) => element('category', label)).join('') +
      `${element('dc:creator', entry.author)}</item>`,
  )
  return (
    `${declaration}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>` +
    `${element('title', feed.title)}${element('link', feed.home)}${element('description', feed.title)}${element('language', feed.language)}` +
    `<atom:link href="${escapeHtml(feed.self)}" rel="self" type="application/rss+xml"/>${items.join('')}</channel></rss>\n`
  )
}

/** Atom, RFC 4287. */
export function atom(feed: Syndication): string {
  const updated = feed.entries.map((entry) => entry.modified).sort((a, b) => Date.parse(b) - Date.parse(a))[0]
  const entries = feed.entries.map(
    (entry) =>
      `<entry xml:lang="${escapeHtml(entry.language)}">${element('id', `urn:torg:${encodeURIComponent(entry.id)}`)}${element('title', entry.title)}` +
      `<link rel="alternate" href="${escapeHtml(entry.url)}"/>${element('published', entry.published)}${element('updated', entry.modified)}` +
      `<author>${element('name', entry.author)}</author>` +
      entry.tags
        .map(({ code, label }) => `<category term="${escapeHtml(code)}" label="${escapeHtml(label)}"/>`)
        .join('') +
      `<summary>${escapeHtml(entry.summary)}</summary><content type="html">${escapeHtml(entry.html)}</content></entry>`,
  )
  return (
    `${declaration}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeHtml(feed.language)}">${element('id', feed.self)}${element('title', feed.title)}` +
    `<link rel="self" href="${escapeHtml(feed.self)}"/><link rel="alternate" href="${escapeHtml(feed.home)}"/>` +
    `${element('updated', updated ?? '1970-01-01T00:00:00Z')}${entries.join('')}</feed>\n`
  )
}
