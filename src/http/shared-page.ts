import { languagesOf } from '../feed/formats/setting.js'
import type { EventData, MunicipalityData, PostData } from '../publication/public-data.js'
import type { Publication } from '../publication/publication.js'
import { escapeHtml } from '../publication/rich-text.js'
import { pagesIn } from './preview-page.js'
import { languageNames, pageLanguage, type PageLanguage } from './pages/page-words.js'
import { localeOf } from './pages/times.js'
import { shareWords } from './share-words.js'

/** What a link opens, ready to be shown. */
export interface SharedItemShown {
  data: EventData | PostData
  municipality: MunicipalityData
  standing: 'unpublished' | 'change' | 'published'
  /** When the link ends. */
  until: string
  around: readonly Publication[]
  now: Date
  baseUrl: string
}

const style = `
.shared{background:#fbf0cc;color:#3d2c00;border-bottom:3px solid #5b4300;padding:1rem max(1.25rem,calc((100% - 46rem)/2))}.shared p{margin:.25rem 0}.shared strong{font-size:1.15rem}.shared a{color:inherit}
header,footer{display:none}
`

/**
 * The page that citizens would get of an item, under a banner that says what it is. In the municipality's own language
 * where the item has it; the others are a press away. `address`: of this page, without the language.
 */
export function sharedPage(
  item: SharedItemShown,
  { address, asked }: { address: string; asked: string | null },
): string {
  const { data, municipality, standing, until } = item
  const languages = languagesOf(data)
  const [home] = municipality.languages
  const lang =
    languages.find((one) => one === asked) ?? languages.find((one) => one === home) ?? languages[0]!
  const language = pageLanguage(lang) ?? pageLanguage(home) ?? 'en'
  const words = shareWords[pageLanguage(home) ?? language]
  const at = new Intl.DateTimeFormat(localeOf(pageLanguage(home) ?? language), {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: municipality.zone,
  }).format(new Date(until))
  const banner = [
    `<aside class="shared" lang="${pageLanguage(home) ?? language}" aria-label="${escapeHtml(words[standing])}">`,
    `<p><strong>${escapeHtml(words[standing])}</strong></p>`,
    `<p>${escapeHtml(words.until.replace('{at}', at))} ${escapeHtml(words.keep)}</p>`,
    languages.length > 1
      ? `<p>${escapeHtml(words.otherLanguages)}: ${choice(languages, lang, address)}</p>`
      : '',
    '</aside>',
  ].join('')
  return withoutAddresses(pagesIn(data, municipality, item, lang).page())
    .replace(
      '</head>',
      `<meta name="robots" content="noindex, nofollow, noarchive"><style>${style}</style></head>`,
    )
    .replace('<body>', `<body>${banner}`)
    .replace(
      /src="\/media\/([^"/]+)\/(\d+)\.webp"/g,
      (_, id: string, width: string) => `src="${address}/${id}/${width}.webp"`,
    )
}

const choice = (languages: readonly string[], lang: string, address: string): string =>
  languages
    .map((one) => {
      const name = escapeHtml(languageNames[one as PageLanguage] ?? one)
      return one === lang
        ? `<strong>${name}</strong>`
        : `<a href="${address}?lang=${encodeURIComponent(one)}">${name}</a>`
    })
    .join(' · ')

/** Without what leads to, or tells search engines of, a public address that the item does not have. */
const withoutAddresses = (html: string): string =>
  html
    .replace(/<link\b[^>]*>/g, '')
    .replace(/<meta (property="(og|article):[^"]*"|name="description")[^>]*>/g, '')
    .replace(/<script\b[\s\S]*?<\/script>/g, '')
    .replace(/<nav\b[\s\S]*?<\/nav>/g, '')
    .replace(/ srcset="[^"]*" sizes="[^"]*"/g, '')
    // What is not public is in no calendar.
    .replace(/<p><a class="button" href="[^"]*\.ics">[^<]*<\/a><\/p>/, '')
