import { expandedDays } from '../calendar/last-end.js'
import { expandOccurrences, type Occurrence } from '../calendar/occurrences.js'
import { languagesOf, pageUrl, wordsIn, type Setting } from '../feed/formats/setting.js'
import type { Live, LiveOccurrence } from '../feed/municipality-index.js'
import type { EventData, MunicipalityData, PostData } from '../publication/public-data.js'
import { escapeHtml } from '../publication/rich-text.js'
import { daysOf } from './days-of-events.js'
import { link, pageFrame } from './page-frame.js'
import { pageLanguage, type PageLanguage } from './page-words.js'
import { eventPage, postPage, type PageSetting } from './pages.js'

const day = 86_400_000
const mostTimes = 20

export interface PreviewSetting {
  baseUrl: string
  now: Date
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
    const language = pageLanguage(lang) ?? pageLanguage(municipality.languages[0]) ?? 'en'
    const page: PageSetting = {
      baseUrl: setting.baseUrl,
      adminUrl: `${setting.baseUrl}/admin`,
      language,
      now: setting.now,
    }
    // The languages of a page are chosen by its words, so an item in a language that pages lack keeps its own.
    const said = inLanguage(data, lang)
    const framed = (html: string) => forFrame(html, setting)
    if (said.kind === 'post') {
      const post = asLive(said, municipality, setting.now)
      return {
        language: lang,
        card: framed(postCard(said, { ...page, municipality, lang })),
        page: framed(postPage(post, municipality, page)),
      }
    }
    const event = asLive(said, municipality, setting.now)
    const times = timesOf(said, setting.now).map((occurrence): LiveOccurrence => ({
      publication: event,
      occurrence,
    }))
    const card = daysOf(times.slice(0, 1), { baseUrl: setting.baseUrl, municipality, lang }, language)
    return {
      language: lang,
      card: framed(pageFrame(language, said.title, `<main>${card}</main>`)),
      page: framed(eventPage(event, times, municipality, page)),
    }
  })
}

function inLanguage<T extends EventData | PostData>(data: T, lang: string): T {
  const words = wordsIn(data, lang)
  return { ...data, title: words.title, body: words.body, language: words.language, translations: [] }
}

/** As it would be the moment it goes out. */
const asLive = <T extends EventData | PostData>(data: T, municipality: MunicipalityData, now: Date) =>
  ({
    id: data.id,
    kind: data.kind,
    municipality: municipality.id,
    organisation: data.organisation.id,
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
  }) as unknown as Live<T['kind']>

/** The coming times; of what is over those that there were. A repetition that cannot be worked out shows none. */
function timesOf(event: EventData, now: Date): Occurrence[] {
  const within = (from: Date) =>
    expandOccurrences(event, { from, to: new Date(from.getTime() + expandedDays * day), limit: mostTimes })
  try {
    const coming = within(now)
    return coming.length > 0 ? coming : within(new Date(Date.parse(event.start) - day))
  } catch {
    return []
  }
}

function postCard(post: PostData, here: Setting & { language: PageLanguage }): string {
  const line = `<li lang="${escapeHtml(post.language)}">${link(pageUrl(here, 'post', post.id), post.title)}<br>${escapeHtml(post.excerpt)}</li>`
  return pageFrame(here.language, post.title, `<main><ul class="list">${line}</ul></main>`)
}

/** What stands on every page (the municipality's name, its privacy notice) is not decided about and takes no room here. */
const style =
  '<style>header,footer{display:none}@media(min-width:30rem){html{zoom:.85}}main{padding-block:.5rem 1rem}h1,.day{margin-top:0}</style>'
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'"

/** For a frame: links open beside the admin, pictures come by the account's own door, other languages have tabs of ours. */
function forFrame(html: string, { pictureUrl }: PreviewSetting): string {
  const head = `<head><meta http-equiv="Content-Security-Policy" content="${policy}"><base target="_blank">`
  return html
    .replace('<head>', head)
    .replace('</head>', `${style}</head>`)
    .replace(/<nav\b[\s\S]*?<\/nav>/, '')
    .replace(/src="\/media\/([^"/]+)\/(\d+)\.webp"/g, (_, id: string, width: string) => {
      const url = pictureUrl(decodeURIComponent(id), Number(width))
      return `src="${url ? escapeHtml(url) : 'data:,'}"`
    })
}
