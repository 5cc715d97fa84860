import { feedUrl } from '../../feed/formats/setting.js'
import { escapeHtml } from '../../publication/rich-text.js'
import { link, pageFrame } from '../page-frame.js'
import type { Municipality } from './municipality-page.js'
import { languageLinks, linksOf, noticeOf, type PageSetting } from './page-parts.js'
import { pageWords } from './page-words.js'

/** The start page: what this is, and the ways into each municipality. */
export function landingPage(municipalities: Municipality[], setting: PageSetting): string {
  const { baseUrl, language } = setting
  const words = pageWords[language]
  const sections = municipalities.map(({ data }) => {
    const here = { baseUrl, municipality: data }
    const { reportUrl } = data
    const report: [string, string][] =
      reportUrl && /^(https?:\/\/|mailto:)/.test(reportUrl) ? [[reportUrl, words.report]] : []
    return (
      `<section><h3>${link(`${baseUrl}/${encodeURIComponent(data.id)}?lang=${language}`, data.name)}</h3>` +
      linksOf([
        [`${baseUrl}/${encodeURIComponent(data.id)}?lang=${language}`, words.coming],
        [feedUrl(here, 'calendar.ics'), words.subscribe],
        [feedUrl(here), words.feed],
        ...report,
      ]) +
      `</section>`
    )
  })
  const demo = municipalities.some(({ data }) => data.demo) ? `<p class="note">${words.demo}</p>` : ''
  return pageFrame(
    language,
    'Torg',
    `<header>${languageLinks(`${baseUrl}/`, language, language)}<h1>Torg</h1></header><main>${demo}<p>${words.what}</p>` +
      `<h2>${words.municipalities}</h2>${sections.length > 0 ? `<div class="cards">${sections.join('')}</div>` : `<p>${words.none}</p>`}` +
      `<h2>API</h2>${linksOf([
        [`${baseUrl}/feed/v1/docs`, words.documentation],
        [setting.adminUrl, words.admin],
      ])}</main><footer>${noticeOf(null, language)}</footer>`,
    `<link rel="canonical" href="${escapeHtml(`${baseUrl}/`)}">`,
  )
}
