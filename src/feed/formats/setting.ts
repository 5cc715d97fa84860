import { excerptOf } from '../../community/excerpt.js'
import type {
  Labels,
  MunicipalityData,
  PictureFacts,
  PostData,
  RichText,
  Translation,
} from '../../publication/public-data.js'
import { pageName, pagePart, type PageKind } from '../page-address.js'

/** What every answer is made with: where we are, whose content it is and which language is preferred. */
export interface Setting {
  /** Without a slash at the end. */
  baseUrl: string
  municipality: MunicipalityData
  lang?: string | undefined
  /** Labels of categories by code: for the formats that people read and that carry no vocabulary of their own. */
  categories?: ReadonlyMap<string, Labels>
}

/** Builds addresses under `/feed/v1/{m}`; each part is encoded. */
export function feedUrl({ baseUrl, municipality }: Setting, ...path: string[]): string {
  return [`${baseUrl}/feed/v1`, municipality.id, ...path]
    .map((part, at) => (at ? encodeURIComponent(part) : part))
    .join('/')
}

/** The page of an event or post for people. Its words follow the title; see `permanentUrl`. */
export function pageUrl(setting: Setting, item: { kind: PageKind; id: string; slug: string }): string {
  return permanentUrl(setting, item.kind, pageName(item))
}

/** Leads to the page of an event or post by its id alone, whatever its title becomes: its name in linked data. */
export function permanentUrl({ baseUrl, municipality }: Setting, kind: PageKind, id: string): string {
  return `${baseUrl}/${encodeURIComponent(municipality.id)}/${pagePart[kind]}/${encodeURIComponent(id)}`
}

/** The page that says what a municipality does with data of people. */
export const privacyUrl = ({ baseUrl, municipality }: Setting): string =>
  `${baseUrl}/${encodeURIComponent(municipality.id)}/privacy`

const renditionUrl = (picture: PictureFacts, width: number, { baseUrl }: Setting): string =>
  `${baseUrl}/media/${encodeURIComponent(picture.id)}/${width}.webp`

/** The rendition nearest to a width in pixels; nothing for a picture that has none. */
export function pictureUrl(picture: PictureFacts, wanted: number, setting: Setting): string | null {
  const off = (width: number): number => Math.abs(width - wanted)
  const width = [...picture.renditions].sort((a, b) => off(a) - off(b))[0]
  return width === undefined ? null : renditionUrl(picture, width, setting)
}

export function pictureJson(picture: PictureFacts, setting: Setting): Record<string, unknown> {
  const renditions = picture.renditions.map((width) => [String(width), renditionUrl(picture, width, setting)])
  const { id, alt, credit, width, height } = picture
  return {
    id,
    alt,
    credit,
    width,
    height,
    renditions: Object.fromEntries(renditions) as Record<string, string>,
  }
}

interface Worded {
  language: string
  title: string
  summary?: string | null
  body: RichText | null
  translations: Translation[]
}
/** The languages that an item has, its own first. */
export function languagesOf(text: Worded): string[] {
  return [...new Set([text.language, ...text.translations.map((one) => one.language)])]
}

/** The best of an item's languages for the one preferred: the same, the same without its region, else its own. */
export function bestLanguage(text: Worded, lang: string | undefined): string {
  if (!lang) return text.language
  const has = languagesOf(text)
  const base = (one: string): string => one.toLowerCase().split('-')[0]!
  // Norwegian readers ask for `no`, `nb` or `nn` and read each of them.
  const family = (one: string): string => (['no', 'nb', 'nn'].includes(base(one)) ? 'no' : base(one))
  return (
    has.find((one) => one.toLowerCase() === lang) ??
    has.find((one) => base(one) === base(lang)) ??
    has.find((one) => family(one) === family(lang)) ??
    text.language
  )
}

/** Title, summary and body in the best language, and which one it is. */
export function wordsIn(text: Worded, lang: string | undefined): Translation {
  const language = bestLanguage(text, lang)
  const translation = text.translations.find((one) => one.language === language)
  if (language !== text.language && translation) return translation
  return { language: text.language, title: text.title, summary: text.summary ?? null, body: text.body }
}

/** A category as readers call it: its label in their language, else in the municipality's first, else its code. */
export function termInWords({ categories, municipality }: Setting, code: string, language: string): string {
  const labels = categories?.get(code)
  if (!labels) return code
  const base = language.split('-')[0]!
  return labels[language] ?? labels[base] ?? labels[municipality.languages[0] ?? ''] ?? code
}

/** The beginning of a post in the best language: of its translated body where that is one. */
export function excerptIn(post: PostData, lang: string | undefined): string {
  const words = wordsIn(post, lang)
  if (words.language === post.language) return post.excerpt
  return words.summary ?? excerptOf(words.body)
}
