import { languagesOf, pageUrl, wordsIn, type Setting } from '../feed/formats/setting.js'
import { createMunicipalityIndex, type Live, type LiveOccurrence } from '../feed/municipality-index.js'
import type { EventData, MunicipalityData, PostData, PublicItem } from '../publication/public-data.js'
import type { Publication } from '../publication/publication.js'
import { escapeHtml } from '../publication/rich-text.js'
import { websitesFor, withCategories } from './calendar-routes.js'
import { link, pageFrame } from './page-frame.js'
import { daysOf } from './pages/days-of-events.js'
import { eventPage } from './pages/event-page.js'
import type { PageSetting } from './pages/page-parts.js'
import { pageLanguage, type PageLanguage } from './pages/page-words.js'
import { postPage } from './pages/post-page.js'

export interface PreviewSetting {
  baseUrl: string
  now: Date
  /** What is public of the municipality and named on the page: its categories, the larger event. */
  around: readonly Publication[]
  /** Where an account sees a picture that no citizen may see yet; null shows none. */
  pictureUrl: (id: string, width: number) => string | null
}

/**
 * What citizens would see of an event or post that is not public yet: made by the pages that they get, in each of its
 * languages. For a frame in the admin: no script runs in it and nothing is loaded but pictures from here.
 */
export function previewsOf(
  data: EventData | PostData,
  municipality: MunicipalityData,
  setting: PreviewSetting,
): { language: string; card: string; page: string }[] {
  return languagesOf(data).map((lang) => {
    const { card, page } = pagesIn(data, municipality, setting, lang)
    const framed = (html: string) => forFrame(html, setting)
    return { language: lang, card: framed(card()), page: framed(page()) }
  })
}

type Around = Pick<PreviewSetting, 'baseUrl' | 'now' | 'around'>

/** The line in a list and the whole page of an item in one of its languages, as citizens would get them. */
export function pagesIn(
  data: EventData | PostData,
  municipality: MunicipalityData,
  setting: Around,
  lang: string,
): { card: () => string; page: () => string } {
  const { baseUrl, now } = setting
  const language = pageLanguage(lang) ?? pageLanguage(municipality.languages[0]) ?? 'en'
  const page: PageSetting = { baseUrl, adminUrl: `${baseUrl}/admin`, language, lang, now }
  // The languages of a page are chosen by its words, so an item in a language that pages lack keeps its own.
  const said = inLanguage(data, lang)
  const index = indexOf([municipality, said], setting)
  const here = withCategories({ municipality: index, setting: { baseUrl, municipality, lang }, now })
  if (said.kind === 'post') {
    const post = index.find('post', said.id) as Live<'post'>
    return { card: () => postCard(said, { ...here, language }), page: () => postPage(post, here, page) }
  }
  const event = index.find('event', said.id) as Live<'event'>
  const times = index.occurrencesOf(said.id)
  const next = times.find(({ endsAt }) => endsAt > now.getTime()) ?? times.at(-1)
  const shown: LiveOccurrence[] = next ? [{ publication: event, occurrence: next }] : []
  const websites = websitesFor(event, { municipality: index, now })
  return {
    card: () => pageFrame(language, said.title, `<main>${daysOf(shown, here, language)}</main>`),
    page: () => eventPage(event, index, here, page, websites),
  }
}

/** A municipality of which only what the page shows is public. What cannot be worked out shows no times. */
function indexOf(items: readonly PublicItem[], { around, now }: Around) {
  const [municipality] = items as [MunicipalityData]
  const index = createMunicipalityIndex(municipality.id, () => {})
  const rows = [...around, ...items.map((data) => asLive(data, municipality.id, now))]
  rows.forEach((row, at) => index.apply({ ...row, number: at + 1 }))
  return index
}

function inLanguage<T extends EventData | PostData>(data: T, lang: string): T {
  const words = wordsIn(data, lang)
  return { ...data, title: words.title, body: words.body, language: words.language, translations: [] }
}

/** As it would be the moment it goes out. */
const asLive = (data: PublicItem, municipality: string, now: Date): Publication => ({
  id: data.id,
  kind: data.kind,
  municipality,
  organisation: null,
  number: 0,
  sequence: 0,
  state: 'live',
  active: true,
  hidden: null,
  data,
  pictures: [],
  visibleFrom: null,
  visibleUntil: null,
  published: now.toISOString(),
  modified: now.toISOString(),
  ended: null,
  reason: null,
  explanation: null,
})

function postCard(post: PostData, here: Setting & { language: PageLanguage }): string {
  const line = `<li lang="${escapeHtml(post.language)}">${link(pageUrl(here, post), post.title)}<br>${escapeHtml(post.excerpt)}</li>`
  return pageFrame(here.language, post.title, `<main><ul class="list">${line}</ul></main>`)
}

/** What stands on every page (the municipality's name, its privacy notice) is not decided about and takes no room here. */
const style =
  '<style>header,footer{display:none}@media(min-width:30rem){html{zoom:.85}}main{padding-block:.5rem 1rem}h1,.day{margin-top:0}</style>'
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'"

/** For a frame: links open beside the admin, pictures come by the account's own door, other languages have tabs of ours. */
function forFrame(html: string, { pictureUrl }: PreviewSetting): string {
  const head = `<head><meta http-equiv="Content-Security-Policy" content="${policy}"><base target="_blank">`
  return (
    html
      .replace('<head>', head)
      .replace('</head>', `${style}</head>`)
      .replace(/<nav\b[\s\S]*?<\/nav>/, '')
      // Linked data is for search engines, and the item has no address yet.
      .replace(/<script\b[\s\S]*?<\/script>/g, '')
      .replace(/ srcset="[^"]*" sizes="[^"]*"/g, '')
      .replace(/src="\/media\/([^"/]+)\/(\d+)\.webp"/g, (_, id: string, width: string) => {
        const url = pictureUrl(decodeURIComponent(id), Number(width))
        return `src="${url ? escapeHtml(url) : 'data:,'}"`
      })
  )
}
