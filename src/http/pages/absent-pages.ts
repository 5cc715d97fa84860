import { pageUrl, wordsIn, type Setting } from '../../feed/formats/setting.js'
import type { PageItem } from '../../feed/page-address.js'
import type { MunicipalityData } from '../../publication/public-data.js'
import { takenDownReason } from '../../publication/publication-labels.js'
import type { Presence } from '../../publication/visibility.js'
import { escapeHtml } from '../../publication/rich-text.js'
import { link, pageFrame } from '../page-frame.js'
import { bylineOf } from './post-page.js'
import { noticeOf, type PageSetting } from './page-parts.js'
import { pageWords } from './page-words.js'
import { spanInWords } from './times.js'

type Gone = Presence & { status: 410 }

/** What stands where something was, in plain words: that it is gone, and why as far as citizens were told. */
export function gonePage(
  { state, reason, explanation }: Gone,
  data: MunicipalityData | null,
  setting: PageSetting,
): string {
  const { language } = setting
  const words = pageWords[language]
  const what =
    state === 'closed'
      ? words.closedText
      : state === 'suspended'
        ? words.suspendedText
        : state === 'expired'
          ? words.expiredText
          : words.goneText
  const label = takenDownReason(reason, language)
  const why = label ? `<p>${words.why}: ${escapeHtml(label)}</p>` : ''
  const said = explanation ? `<p dir="auto">${escapeHtml(explanation)}</p>` : ''
  return plainPage(words.goneHeading, `<p>${what}</p>${why}${said}`, data, setting)
}

/** What stands where there is nothing and, as far as anyone may know, never was. */
export function missingPage(data: MunicipalityData, setting: PageSetting): string {
  const words = pageWords[setting.language]
  return plainPage(words.missingHeading, `<p>${words.missingText}</p>`, data, setting)
}

/** Where a short address names several: each with what tells it apart from the others. */
export function choicePage(items: PageItem[], here: Setting, setting: PageSetting): string {
  const { language } = setting
  const words = pageWords[language]
  const lines = items.map((item) => {
    const text = wordsIn(item.data, language)
    const apart =
      item.data.kind === 'event'
        ? escapeHtml(`${spanInWords(item.data, item.data, language)} · ${item.data.organisation.name}`)
        : bylineOf(item as PageItem & { data: typeof item.data }, here.municipality, language)
    return `<li>${link(`${pageUrl(here, item.data)}?lang=${language}`, text.title)}<br><span class="facts">${apart}</span></li>`
  })
  const body = `<p>${words.severalText}</p><ul class="list">${lines.join('')}</ul>`
  return plainPage(words.severalHeading, body, here.municipality, setting)
}

function plainPage(title: string, body: string, data: MunicipalityData | null, setting: PageSetting): string {
  const { baseUrl, language } = setting
  const words = pageWords[language]
  const home = data
    ? link(`${baseUrl}/${encodeURIComponent(data.id)}?lang=${language}`, `${words.all} · ${data.name}`)
    : link(`${baseUrl}/?lang=${language}`, words.back)
  return pageFrame(
    language,
    title,
    `<header><h1>${title}</h1></header><main>${body}<p>${home}</p></main><footer>${noticeOf(data, language)}</footer>`,
    '<meta name="robots" content="noindex">',
  )
}
