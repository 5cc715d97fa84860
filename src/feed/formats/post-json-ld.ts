import { formatZoned } from '../../calendar/zoned-time.js'
import { plainText } from '../../publication/rich-text.js'
import type { Live } from '../municipality-index.js'
import {
  excerptIn,
  pageUrl,
  permanentUrl,
  pictureUrl,
  termInWords,
  wordsIn,
  type Setting,
} from './setting.js'

/** Search engines show the larger picture where there is a choice. */
const pictureWidth = 1600

/** A post in the words of schema.org: an article, news where the municipality calls it so, of the organisation that wrote it. */
export function postJsonLd(publication: Live<'post'>, setting: Setting): Record<string, unknown> {
  const post = publication.data
  const words = wordsIn(post, setting.lang)
  const url = pageUrl(setting, post)
  const picture = post.pictures[0] && pictureUrl(post.pictures[0], pictureWidth, setting)
  const zoned = (instant: string | null): string | undefined =>
    instant === null ? undefined : formatZoned(instant, setting.municipality.zone)
  return {
    '@context': 'https://schema.org',
    '@type': post.type === 'news' ? 'NewsArticle' : 'Article',
    '@id': permanentUrl(setting, 'post', post.id),
    url,
    mainEntityOfPage: url,
    headline: words.title,
    description: excerptIn(post, setting.lang) || undefined,
    articleBody: plainText(words.body) || undefined,
    inLanguage: words.language,
    image: picture ? [picture] : undefined,
    author: { '@type': 'Organization', name: post.organisation.name },
    publisher: { '@type': 'Organization', name: setting.municipality.name },
    datePublished: zoned(publication.published ?? publication.modified),
    dateModified: zoned(publication.modified),
    expires: zoned(publication.visibleUntil),
    keywords: post.categories.length
      ? post.categories.map((code) => termInWords(setting, code, words.language)).join(', ')
      : undefined,
  }
}
