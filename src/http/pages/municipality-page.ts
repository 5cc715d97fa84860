import { dayAt } from '../../calendar/zoned-time.js'
import { findOccurrences } from '../../feed/event-query.js'
import { excerptIn, feedUrl, pageUrl, wordsIn, type Setting } from '../../feed/formats/setting.js'
import type { Live, MunicipalityIndex } from '../../feed/municipality-index.js'
import type { Query } from '../../feed/parameters.js'
import { findPosts } from '../../feed/post-query.js'
import type { MunicipalityData } from '../../publication/public-data.js'
import { escapeHtml } from '../../publication/rich-text.js'
import { link, pageFrame } from '../page-frame.js'
import { daysOf } from './days-of-events.js'
import { inLanguage } from './item-page.js'
import { languageLinks, linksOf, noticeOf, type PageSetting } from './page-parts.js'
import { pageWords, type PageLanguage } from './page-words.js'
import { bylineOf, markOf } from './post-page.js'

export type Municipality = MunicipalityIndex & { data: MunicipalityData }

/** How many posts stand on the page; older ones are found by their addresses and in the feed. */
const mostPosts = 50

/** The page of a municipality: what is urgent above all else, what is on, and the other posts. */
export function municipalityPage(municipality: Municipality, query: Query, setting: PageSetting): string {
  const { baseUrl, language, now } = setting
  const words = pageWords[language]
  const { data } = municipality
  const here: Setting = { baseUrl, municipality: data, lang: language }
  const address = `${baseUrl}/${encodeURIComponent(data.id)}`
  const from = query.from ?? dayAt(now, data.zone)
  const { found, cursor } = findOccurrences(municipality, { ...query, from, limit: 50 }, now)
  const posts = findPosts(municipality, { limit: mostPosts }, now).found
  const urgent = posts.filter((post) => post.data.importance === 'urgent')
  const others = posts.filter((post) => post.data.importance !== 'urgent')
  const next = cursor
    ? `<p><a class="button" href="${escapeHtml(`${address}?${new URLSearchParams({ lang: language, from, cursor }).toString()}`)}">${words.next}</a></p>`
    : ''
  const isLater = query.cursor !== undefined || query.from !== undefined
  const restart = isLater ? `<p>${link(`${address}?lang=${language}`, words.fromToday)}</p>` : ''
  const alert =
    urgent.length > 0
      ? `<section class="alert" aria-labelledby="urgent"><h2 id="urgent">${words.urgent}</h2>${postList(urgent, here, language)}</section>`
      : ''
  return pageFrame(
    language,
    `${words.coming} · ${data.name}`,
    `<header>${languageLinks(address, language, language)}<h1>${escapeHtml(data.name)}</h1></header><main>` +
      (data.demo ? `<p class="note">${words.demo}</p>` : '') +
      alert +
      `<h2>${words.coming}</h2>${restart}${daysOf(found, here, language) || `<p>${words.noEvents}</p>`}${next}` +
      (others.length > 0 ? `<h2>${words.posts}</h2>${postList(others, here, language)}` : '') +
      `</main><footer>${noticeOf(data, language)}${linksOf([
        [feedUrl(here, 'calendar.ics'), words.subscribe],
        [feedUrl(here), words.feed],
        [`${baseUrl}/feed/v1/docs`, words.documentation],
        [setting.adminUrl, words.admin],
        [`${baseUrl}/?lang=${language}`, words.back],
      ])}</footer>`,
    `<link rel="canonical" href="${escapeHtml(address)}">` +
      `<link rel="alternate" type="application/feed+json" title="${escapeHtml(data.name)}" href="${escapeHtml(feedUrl(here, 'events.json'))}">`,
  )
}

function postList(posts: Live<'post'>[], here: Setting, language: PageLanguage): string {
  const lines = posts.map((post) => {
    const text = wordsIn(post.data, language)
    const own = inLanguage(text.language)
    const mark = markOf(post.data, language)
    return (
      `<li class="post">${mark && `${mark} `}<span${own} class="title">${link(`${pageUrl(here, post.data)}?lang=${language}`, text.title)}</span>` +
      `<p${own}>${escapeHtml(excerptIn(post.data, language))}</p><p class="facts">${bylineOf(post, here.municipality, language)}</p></li>`
    )
  })
  return `<ul class="list">${lines.join('')}</ul>`
}
