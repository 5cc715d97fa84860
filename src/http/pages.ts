import { statusInWords } from '../calendar/event-status-labels.js'
import { findOccurrences } from '../feed/event-query.js'
import { feedUrl, pageUrl, pictureJson, wordsIn, type Setting } from '../feed/formats/setting.js'
import { endInWords, timeInWords } from '../feed/formats/syndication.js'
import type { Live, LiveOccurrence, MunicipalityIndex } from '../feed/municipality-index.js'
import { findPosts } from '../feed/post-query.js'
import type { EventData, MunicipalityData, PictureFacts } from '../publication/public-data.js'
import { announcedReason } from '../publication/publication-labels.js'
import { escapeHtml } from '../publication/rich-text.js'
import { daysOf } from './days-of-events.js'
import { link, pageFrame } from './page-frame.js'
import { languageNames, pageWords, type PageLanguage } from './page-words.js'

export interface PageSetting {
  baseUrl: string
  adminUrl: string
  language: PageLanguage
  now: Date
}
type Municipality = MunicipalityIndex & { data: MunicipalityData }

/** Where the choice of a language leads: the same page. */
function languageLinks(path: string, { language, baseUrl }: PageSetting): string {
  const choices = Object.entries(languageNames).map(([code, name]) =>
    code === language
      ? `<li><span aria-current="true">${name}</span></li>`
      : `<li><a href="${escapeHtml(`${baseUrl}${path}?lang=${code}`)}" lang="${code}" hreflang="${code}">${name}</a></li>`,
  )
  return `<nav aria-label="${pageWords[language].languages}"><ul>${choices.join('')}</ul></nav>`
}

const linksOf = (pairs: [string, string][]): string =>
  `<ul>${pairs.map(([url, words]) => `<li>${link(url, words)}</li>`).join('')}</ul>`

/** The start page: what this is, and the ways into each municipality. */
export function landingPage(municipalities: Municipality[], setting: PageSetting): string {
  const { baseUrl, language } = setting
  const words = pageWords[language]
  const sections = municipalities.map(({ data }) => {
    const here = { baseUrl, municipality: data }
    return (
      `<section><h3>${escapeHtml(data.name)}</h3>` +
      linksOf([
        [`${baseUrl}/${data.id}?lang=${language}`, words.coming],
        [feedUrl(here, 'calendar.ics'), words.subscribe],
        [feedUrl(here), words.feed],
      ]) +
      `</section>`
    )
  })
  const demo = municipalities.some(({ data }) => data.demo) ? `<p class="note">${words.demo}</p>` : ''
  return pageFrame(
    language,
    'Torg',
    `<header>${languageLinks('/', setting)}<h1>Torg</h1></header><main>${demo}<p>${words.what}</p><p>${words.privacy}</p>` +
      `<h2>${words.municipalities}</h2>${sections.length > 0 ? `<div class="cards">${sections.join('')}</div>` : `<p>${words.none}</p>`}` +
      `<h2>API</h2>${linksOf([
        [`${baseUrl}/feed/v1/docs`, words.documentation],
        [setting.adminUrl, words.admin],
      ])}</main>`,
  )
}

/** The next events and the posts of one municipality. */
export function municipalityPage(municipality: Municipality, setting: PageSetting): string {
  const { baseUrl, language, now } = setting
  const words = pageWords[language]
  const { data } = municipality
  const here: Setting = { baseUrl, municipality: data, lang: language }
  const events = daysOf(findOccurrences(municipality, { limit: 50 }, now).found, here, language)
  const posts = findPosts(municipality, { limit: 20 }, now).found.map((post) => {
    const text = wordsIn(post.data, language)
    const url = `${pageUrl(here, 'post', post.id)}?lang=${language}`
    return `<li lang="${escapeHtml(text.language)}">${link(url, text.title)}<br>${escapeHtml(post.data.excerpt)}</li>`
  })
  const more: [string, string][] = [
    [feedUrl(here, 'calendar.ics'), words.subscribe],
    [feedUrl(here), words.feed],
    [`${baseUrl}/feed/v1/docs`, words.documentation],
    [setting.adminUrl, words.admin],
  ]
  if (data.reportUrl && /^(https?:\/\/|mailto:)/.test(data.reportUrl))
    more.push([data.reportUrl, words.report])
  return pageFrame(
    language,
    `${words.coming} · ${data.name}`,
    `<header>${languageLinks(`/${data.id}`, setting)}<h1>${escapeHtml(data.name)}</h1></header><main>` +
      (data.demo ? `<p class="note">${words.demo}</p>` : '') +
      `<h2>${words.coming}</h2>${events || `<p>${words.noEvents}</p>`}` +
      (posts.length > 0 ? `<h2>${words.posts}</h2><ul class="list">${posts.join('')}</ul>` : '') +
      `</main><footer>${privacyOf(data, language)}${linksOf([...more, [`${baseUrl}/?lang=${language}`, words.back]])}</footer>`,
    `<link rel="alternate" type="application/feed+json" title="${escapeHtml(data.name)}" href="${escapeHtml(feedUrl(here, 'events.json'))}">`,
  )
}

export function eventPage(
  event: Live<'event'>,
  occurrences: LiveOccurrence[],
  data: MunicipalityData,
  setting: PageSetting,
): string {
  const { baseUrl, language } = setting
  const words = pageWords[language]
  const here: Setting = { baseUrl, municipality: data, lang: language }
  const text = wordsIn(event.data, language)
  const place = [event.data.place?.name, event.data.place?.address].filter(Boolean).join(', ')
  const times = occurrences.map(({ occurrence: one }) => {
    const status = [statusInWords(one.status, language), announcedReason(one.statusReason, language)]
      .filter(Boolean)
      .join(': ')
    const where = one.place ? ` · ${escapeHtml(one.place.name)}` : ''
    const note = one.note ? `<br>${escapeHtml(one.note)}` : ''
    return `<li>${timeOf(one.start, event.data, language, one.end)}${where}${status ? ` <span class="off">${status}</span>` : ''}${note}</li>`
  })
  const body =
    `<p>${escapeHtml(text.summary ?? '')}</p>${listOfTimes(times, words.allTimes)}` +
    (place ? `<p>${words.where}: ${escapeHtml(place)}</p>` : '') +
    `<p>${words.who}: ${escapeHtml(event.data.organisation.name)}</p>` +
    `${pictureOf(event.data.pictures[0], here)}${text.body?.html ?? ''}` +
    `<p>${link(feedUrl(here, 'events', `${event.id}.ics`), words.calendar)}</p>`
  return itemPage(
    text.title,
    text.language,
    body,
    `/${data.id}/events/${encodeURIComponent(event.id)}`,
    data,
    setting,
  )
}

export function postPage(post: Live<'post'>, data: MunicipalityData, setting: PageSetting): string {
  const here: Setting = { baseUrl: setting.baseUrl, municipality: data, lang: setting.language }
  const text = wordsIn(post.data, setting.language)
  const day = timeInWords(post.published ?? post.modified, data.zone, false, setting.language)
  const body =
    `<p>${escapeHtml(post.data.organisation.name)} · ${escapeHtml(day)}</p>` +
    `${pictureOf(post.data.pictures[0], here)}${text.body?.html ?? ''}` +
    (post.data.link && /^https?:\/\//.test(post.data.link)
      ? `<p>${link(post.data.link, post.data.link)}</p>`
      : '')
  return itemPage(
    text.title,
    text.language,
    body,
    `/${data.id}/posts/${encodeURIComponent(post.id)}`,
    data,
    setting,
  )
}

function itemPage(
  title: string,
  language: string,
  body: string,
  path: string,
  data: MunicipalityData,
  setting: PageSetting,
): string {
  const words = pageWords[setting.language]
  const all = `${setting.baseUrl}/${data.id}?lang=${setting.language}`
  return pageFrame(
    setting.language,
    `${title} · ${data.name}`,
    `<header>${languageLinks(path, setting)}<p>${link(all, data.name)}</p></header>` +
      `<main><article lang="${escapeHtml(language)}"><h1>${escapeHtml(title)}</h1>${body}</article></main>` +
      `<footer>${privacyOf(data, setting.language)}<p>${link(all, words.all)}</p></footer>`,
  )
}

/** What stands where something was: that it is gone, and the explanation that an editor gave for citizens. */
export function gonePage(explanation: string | null, setting: PageSetting): string {
  const words = pageWords[setting.language]
  const why = explanation ? `<p>${escapeHtml(explanation)}</p>` : ''
  return pageFrame(
    setting.language,
    words.gone,
    `<header><h1>${words.gone}</h1></header><main>${why}<p>${link(`${setting.baseUrl}/?lang=${setting.language}`, words.back)}</p></main>`,
  )
}

/** What the municipality tells those who read about personal data, in their language or its own. */
function privacyOf(data: MunicipalityData, language: PageLanguage): string {
  const { text, url } = data.privacyNotice
  const said = text[language] ?? text[data.languages[0] ?? ''] ?? pageWords[language].privacy
  return `<p>${escapeHtml(said)}${url ? ` ${link(url, pageWords[language].more)}` : ''}</p>`
}

/** The next few times; the rest of a long series is one press away. */
function listOfTimes(times: string[], more: string): string {
  const list = (some: string[]) => `<ul class="list">${some.join('')}</ul>`
  const shown = 5
  if (times.length <= shown + 1) return list(times)
  return `${list(times.slice(0, shown))}<details><summary>${escapeHtml(more)}</summary>${list(times.slice(shown))}</details>`
}

function timeOf(start: string, event: EventData, language: PageLanguage, end?: string | null): string {
  const until = end && !event.allDay ? `–${endInWords(start, end, event.zone, language)}` : ''
  const words = timeInWords(start, event.zone, event.allDay, language) + until
  return `<time datetime="${escapeHtml(start)}">${escapeHtml(words)}</time>${event.allDay ? ` (${pageWords[language].allDay})` : ''}`
}

function pictureOf(picture: PictureFacts | undefined, here: Setting): string {
  if (!picture) return ''
  const renditions = pictureJson(picture, here).renditions as Record<string, string>
  const url = renditions['800'] ?? Object.values(renditions)[0]
  const credit = picture.credit ? `<p><small>${escapeHtml(picture.credit)}</small></p>` : ''
  return url
    ? `<img src="${escapeHtml(new URL(url).pathname)}" alt="${escapeHtml(picture.alt)}">${credit}`
    : ''
}
