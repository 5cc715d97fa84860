import type { PostData } from '../publication/public-data.js'
import { foldedWords, holdsWords } from './fold-text.js'
import type { Page } from './event-query.js'
import type { Live, MunicipalityIndex } from './municipality-index.js'
import { cursorOf, type Query } from './parameters.js'
import { comparePlaces, placeOf } from './post-order.js'

export const postFilters = ['type', 'category', 'organisation', 'area', 'audience', 'q'] as const

/** Visible posts that a query chooses: urgent first, then pinned, then the newest. */
export function findPosts(index: MunicipalityIndex, query: Query, now: Date): Page<Live<'post'>> {
  const limit = query.limit ?? 50
  const words = query.q === undefined ? [] : foldedWords(query.q)
  const posts = index.posts()
  const { cursor } = query
  const after = cursor && { rank: cursor.at, publishedAt: Number(cursor.name), id: cursor.id }
  const found: Live<'post'>[] = []
  const all = posts.all()
  for (
    let at = after ? posts.first((one) => comparePlaces(one.place, after) > 0) : 0;
    at < all.length;
    at += 1
  ) {
    const { publication, text } = all[at]!
    if (!postFits(publication.data, query) || !holdsWords(text, words) || !index.sees(publication, now))
      continue
    if (found.length === limit) {
      const { rank, publishedAt, id } = placeOf(found.at(-1)!)
      return { found, cursor: cursorOf(rank, id, String(publishedAt)) }
    }
    found.push(publication)
  }
  return { found, cursor: null }
}

function postFits(post: PostData, query: Query): boolean {
  const meets = (wanted: string[] | undefined, has: string[]): boolean =>
    !wanted || has.some((one) => wanted.includes(one))
  return (
    meets(query.type, [post.type]) &&
    meets(query.category, post.categories) &&
    meets(query.organisation, [post.organisation.id]) &&
    (post.areas.length === 0 || meets(query.area, post.areas)) &&
    (post.audiences.length === 0 || meets(query.audience, post.audiences))
  )
}
