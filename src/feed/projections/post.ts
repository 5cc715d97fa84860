import { excerptOf } from '../../community/excerpt.js'
import type { PostContent } from '../../community/post-content.js'
import type { PostData } from '../../publication/public-data.js'
import { toRichText } from '../../publication/rich-text.js'
import { slugOf } from '../../publication/slug.js'
import type { KnownOthers } from './event.js'

/** The public facts of a post: an allowlist. What is not named here is not public. */
export function projectPost(
  id: string,
  content: PostContent,
  pinned: boolean,
  others: KnownOthers,
): PostData {
  const body = toRichText(content.body)
  return {
    kind: 'post',
    id,
    slug: slugOf(content.title ?? ''),
    type: content.type,
    title: content.title ?? '',
    excerpt: excerptOf(body),
    body,
    language: content.language ?? '',
    translations: content.translations.map((each) => ({
      language: each.language,
      title: each.title ?? '',
      summary: null,
      body: toRichText(each.body),
    })),
    organisation: others.organisation,
    categories: content.categories.flatMap((each) => others.categories[each] ?? []),
    audiences: content.audiences,
    areas: content.areas,
    pictures: content.pictures.flatMap((each) => others.pictures[each] ?? []),
    link: content.link,
    pinned,
    importance: content.importance,
  }
}
