import { languagesOf, pageUrl, pictureUrl, type Setting } from '../../feed/formats/setting.js'
import type { PageItem } from '../../feed/page-address.js'
import { showable } from '../../shared/characters.js'
import { escapeHtml } from '../../publication/rich-text.js'

/**
 * A value as JSON inside of a `<script>` element: nothing in it can end the element or begin a comment, whatever was
 * typed (https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements).
 */
export function jsonInHtml(value: unknown): string {
  const names: Record<string, string> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026' }
  const json = JSON.stringify(value, (_name, each: unknown) =>
    typeof each === 'string' ? showable(each) : each,
  )
  return json
    .replace(/[<>&]/g, (sign) => names[sign]!)
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
}

export interface Shared {
  title: string
  description: string
  /** The language of the words shown. */
  language: string
  jsonLd: unknown
}

const meta = (name: string, content: string): string =>
  `<meta name="${name}" content="${escapeHtml(content)}">`
const property = (name: string, content: string): string =>
  `<meta property="og:${name}" content="${escapeHtml(content)}">`

/** What search engines and those that show a shared link read: one address for each language, picture, linked data. */
export function itemHead(
  item: PageItem,
  { title, description, language, jsonLd }: Shared,
  here: Setting,
): string {
  const { data } = item
  const plain = pageUrl(here, data)
  const languages = languagesOf(data)
  const of = (code: string): string =>
    code === data.language ? plain : `${plain}?lang=${encodeURIComponent(code.toLowerCase())}`
  const alternates =
    languages.length > 1 ? [...languages.map((code) => [code, of(code)]), ['x-default', plain]] : []
  const locale = (code: string): string => locales[code] ?? code.replace('-', '_')
  return [
    `<link rel="canonical" href="${escapeHtml(of(language))}">`,
    ...alternates.map(
      ([code, url]) => `<link rel="alternate" hreflang="${escapeHtml(code!)}" href="${escapeHtml(url!)}">`,
    ),
    meta('description', description),
    property('type', data.kind === 'post' ? 'article' : 'website'),
    property('title', title),
    property('description', description),
    property('url', of(language)),
    property('site_name', here.municipality.name),
    property('locale', locale(language)),
    ...languages
      .filter((code) => code !== language)
      .map((code) => property('locale:alternate', locale(code))),
    ...pictureTags(item, here),
    ...(data.kind === 'post'
      ? [`<meta property="article:published_time" content="${escapeHtml(item.published ?? item.modified)}">`]
      : []),
    `<script type="application/ld+json">${jsonInHtml(jsonLd)}</script>`,
  ].join('')
}

/** Open Graph names a language with its country. */
const locales: Record<string, string> = { sv: 'sv_SE', nb: 'nb_NO', no: 'nb_NO', nn: 'nn_NO', en: 'en_GB' }

function pictureTags({ data }: PageItem, here: Setting): string[] {
  const [picture] = data.pictures
  const url = picture && pictureUrl(picture, 1600, here)
  return url
    ? [property('image', url), property('image:type', 'image/webp'), property('image:alt', picture.alt)]
    : []
}
