import { pictureUrl, type Setting } from '../../feed/formats/setting.js'
import type { Labels, MunicipalityData, PictureFacts } from '../../publication/public-data.js'
import { escapeHtml } from '../../publication/rich-text.js'
import { link } from '../page-frame.js'
import { languageNames, pageWords, type PageLanguage } from './page-words.js'
import { privacyWords } from './privacy-words.js'

/** What a page is made with. `language` is that of its own words, `lang` what was asked for. */
export interface PageSetting {
  baseUrl: string
  adminUrl: string
  language: PageLanguage
  lang?: string | undefined
  now: Date
}

/** The name of a language in itself: `Soomaali`, `العربية`; its code where nobody knows it. */
export function languageName(code: string): string {
  if (code in languageNames) return languageNames[code as PageLanguage]
  try {
    return new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}

/** Where the choice of a language leads: the same page. `more`: languages that the item has beside ours. */
export function languageLinks(
  address: string,
  shown: string,
  language: PageLanguage,
  more: string[] = [],
): string {
  const codes = [...new Set([...Object.keys(languageNames), ...more])]
  const choices = codes.map((code) =>
    code === shown
      ? `<li><span aria-current="true" lang="${escapeHtml(code)}">${escapeHtml(languageName(code))}</span></li>`
      : `<li><a href="${escapeHtml(`${address}?lang=${code}`)}" lang="${escapeHtml(code)}" hreflang="${escapeHtml(code)}">${escapeHtml(languageName(code))}</a></li>`,
  )
  return `<nav aria-label="${pageWords[language].languages}"><ul>${choices.join('')}</ul></nav>`
}

/** A label in the language of the page, else in the municipality's first; its code where it has none. */
export function labelIn(
  labels: Labels | undefined,
  code: string,
  language: string,
  data: MunicipalityData,
): string {
  return labels?.[language] ?? labels?.[data.languages[0] ?? ''] ?? Object.values(labels ?? {})[0] ?? code
}

export const linksOf = (pairs: [string, string][]): string =>
  `<ul>${pairs.map(([url, words]) => `<li>${link(url, words)}</li>`).join('')}</ul>`

/** What everybody who reads is told: what happens to their data, and where to tell of what should not be there. `page`: where it says more. */
export function noticeOf(
  data: MunicipalityData | null,
  language: PageLanguage,
  page = data && `/${encodeURIComponent(data.id)}/privacy?lang=${language}`,
): string {
  const words = pageWords[language]
  const { text, url } = data?.privacyNotice ?? { text: {} as Labels, url: null }
  const own = text[language] ?? text[data?.languages[0] ?? '']
  const more = url && /^https?:\/\//.test(url) ? ` ${link(url, words.readMore)}` : ''
  const report = data?.reportUrl
  const door =
    report && /^(https?:\/\/|mailto:)/.test(report)
      ? `<p>${words.reportText} ${link(report, words.report)}</p>`
      : ''
  const how = page ? ` ${link(page, privacyWords[language].link)}` : ''
  return `<h2>${words.privacyHeading}</h2><p>${escapeHtml(own ?? words.privacy)}${more}${how}</p>${door}`
}

/** A picture with what it shows and who took it. The first is fetched at once, the others when they are near. */
export function pictureOf(
  picture: PictureFacts,
  here: Setting,
  language: PageLanguage,
  isFirst: boolean,
): string {
  const path = (width: number): string => new URL(pictureUrl(picture, width, here)!).pathname
  if (picture.renditions.length === 0) return ''
  const sizes = picture.renditions.map((width) => `${path(width)} ${width}w`).join(', ')
  const credit = picture.credit
    ? `<figcaption>${picture.credit.includes(':') ? '' : `${pageWords[language].picture}: `}${escapeHtml(picture.credit)}</figcaption>`
    : ''
  const when = isFirst ? ' fetchpriority="high"' : ' loading="lazy"'
  return (
    `<figure><img src="${escapeHtml(path(800))}" srcset="${escapeHtml(sizes)}" sizes="(min-width:48rem) 46rem, 100vw" ` +
    `width="${picture.width}" height="${picture.height}" alt="${escapeHtml(picture.alt)}"${when}>${credit}</figure>`
  )
}
