import { excerptIn, wordsIn, type Setting } from '../../feed/formats/setting.js'
import { postJsonLd } from '../../feed/formats/post-json-ld.js'
import type { Live } from '../../feed/municipality-index.js'
import type { MunicipalityData, PostData } from '../../publication/public-data.js'
import { escapeHtml } from '../../publication/rich-text.js'
import { inLanguage, itemPage } from './item-page.js'
import { labelIn, pictureOf, type PageSetting } from './page-parts.js'
import { pageWords, type PageLanguage } from './page-words.js'
import { localeOf } from './times.js'

/** What stands above a post that citizens should not miss. */
export function markOf({ importance, pinned }: PostData, language: PageLanguage): string {
  const words = pageWords[language]
  if (importance === 'urgent') return `<strong class="mark urgent">${words.urgentMark}</strong>`
  if (importance === 'important') return `<strong class="mark">${words.importantMark}</strong>`
  return pinned ? `<span class="mark">${words.pinnedMark}</span>` : ''
}

/** When and by whom, in words: `IF Hagen · 20 november 2026, ändrat 21 november 2026`. */
export function bylineOf(
  { data: post, published, modified }: Live<'post'>,
  data: MunicipalityData,
  language: PageLanguage,
): string {
  const words = pageWords[language]
  const day = (at: string): string =>
    new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: data.zone }).format(
      new Date(at),
    )
  const time = (at: string): string => `<time datetime="${escapeHtml(at)}">${escapeHtml(day(at))}</time>`
  const first = published ?? modified
  const changed = day(first) === day(modified) ? '' : `, ${words.updated} ${time(modified)}`
  return `${escapeHtml(post.organisation.name)} · ${time(first)}${changed}`
}

/** The page of a post: all that the feed tells of it. `here` carries the labels of categories. */
export function postPage(post: Live<'post'>, here: Setting, setting: PageSetting): string {
  const { language } = setting
  const words = pageWords[language]
  const { municipality } = here
  const { data } = post
  const text = wordsIn(data, here.lang)
  const labels = (codes: string[], terms: { code: string; labels: Record<string, string> }[]): string[] =>
    codes.map((code) => labelIn(terms.find((one) => one.code === code)?.labels, code, language, municipality))
  const facts: [string, string[]][] = [
    [words.audiences, labels(data.audiences, municipality.audiences)],
    [words.areas, labels(data.areas, municipality.areas)],
    [
      words.category,
      data.categories.map((code) => labelIn(here.categories?.get(code), code, language, municipality)),
    ],
  ]
  const told = facts
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => `<div><dt>${name}</dt><dd>${escapeHtml(values.join(', '))}</dd></div>`)
  const own = inLanguage(text.language)
  const address = data.link && /^https?:\/\//.test(data.link) ? escapeHtml(data.link) : null
  const article =
    `<article class="${data.importance}">${markOf(data, language)}<h1${own}>${escapeHtml(text.title)}</h1>` +
    `<p class="facts">${bylineOf(post, municipality, language)}</p>` +
    data.pictures
      .slice(0, 1)
      .map((one) => pictureOf(one, here, language, true))
      .join('') +
    `<div class="body"${own}>${text.body?.html ?? ''}</div>` +
    (address ? `<p><a href="${address}" rel="nofollow noopener noreferrer">${address}</a></p>` : '') +
    data.pictures
      .slice(1)
      .map((one) => pictureOf(one, here, language, false))
      .join('') +
    (told.length > 0 ? `<dl>${told.join('')}</dl>` : '') +
    `</article>`
  const description = excerptIn(data, here.lang) || text.title
  const shared = { title: text.title, description, language: text.language, jsonLd: postJsonLd(post, here) }
  return itemPage(post, shared, article, municipality, setting)
}
