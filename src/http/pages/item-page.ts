import { languagesOf, pageUrl, type Setting } from '../../feed/formats/setting.js'
import type { PageItem } from '../../feed/page-address.js'
import type { MunicipalityData } from '../../publication/public-data.js'
import { escapeHtml } from '../../publication/rich-text.js'
import { link, pageFrame } from '../page-frame.js'
import { itemHead, type Shared } from './item-head.js'
import { languageLinks, languageName, noticeOf, type PageSetting } from './page-parts.js'
import { pageLanguage, pageWords } from './page-words.js'

/** The page of an event or post around its article. The article's own words may be in another language than the page's. */
export function itemPage(
  item: PageItem,
  shared: Shared,
  article: string,
  data: MunicipalityData,
  setting: PageSetting,
): string {
  const { baseUrl, language, lang } = setting
  const words = pageWords[language]
  const here: Setting = { baseUrl, municipality: data, lang }
  const home = `${baseUrl}/${encodeURIComponent(data.id)}?lang=${language}`
  const asked = pageLanguage(lang)
  const elsewhere =
    asked && asked !== pageLanguage(shared.language)
      ? `<p class="note">${words.onlyIn} ${escapeHtml(nameIn(shared.language, language))}.</p>`
      : ''
  return pageFrame(
    language,
    `${shared.title} · ${data.name}`,
    `<header>${languageLinks(pageUrl(here, item.data), asked ?? ours(shared.language), language, languagesOf(item.data).map(ours))}` +
      `<p class="home">${link(home, data.name)}</p></header>` +
      `<main>${data.demo ? `<p class="note">${words.demo}</p>` : ''}${elsewhere}${article}</main>` +
      `<footer>${noticeOf(data, language)}<p>${link(home, words.all)}</p></footer>`,
    itemHead(item, shared, here),
  )
}

/** The code by which our pages choose a language, where they have it. */
const ours = (code: string): string => pageLanguage(code) ?? code

/** A language as the reader calls it: `finska`. */
function nameIn(code: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code
  } catch {
    return languageName(code)
  }
}

/** An attribute where the words of an item are in another language than the page, which readers aloud need to know. */
export const inLanguage = (language: string): string => ` lang="${escapeHtml(language)}" dir="auto"`
