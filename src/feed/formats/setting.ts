import type { MunicipalityData, PictureFacts, RichText, Translation } from '../../publication/public-data.js'

/** What every answer is made with: where we are, whose content it is and which language is preferred. */
export interface Setting {
  /** Without a slash at the end. */
  baseUrl: string
  municipality: MunicipalityData
  lang?: string | undefined
}

/** Builds addresses under `/feed/v1/{m}`; each part is encoded. */
export function feedUrl({ baseUrl, municipality }: Setting, ...path: string[]): string {
  return [`${baseUrl}/feed/v1`, municipality.id, ...path]
    .map((part, at) => (at ? encodeURIComponent(part) : part))
    .join('/')
}

/** The page of an event or post for people. */
export function pageUrl({ baseUrl, municipality }: Setting, kind: 'event' | 'post', id: string): string {
  return `${baseUrl}/${encodeURIComponent(municipality.id)}/${kind}s/${encodeURIComponent(id)}`
}

export function pictureJson(picture: PictureFacts, { baseUrl }: Setting): Record<string, unknown> {
  const renditions = picture.renditions.map((width) => [
    String(width),
    `${baseUrl}/media/${encodeURIComponent(picture.id)}/${width}.webp`,
  ])
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
