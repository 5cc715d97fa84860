import type { PostFacts } from './facts.js'
import { foldedWords, holdsWords } from './fold-text.js'
import type { Page } from './event-query.js'
import type { Live, MunicipalityIndex } from './municipality-index.js'
import { cursorOf, type Query } from './parameters.js'
import { comparePlaces, type PostEntry } from './post-order.js'

export const postFilters = ['type', 'category', 'organisation', 'area', 'audience', 'q'] as const

/** Visible posts that a query chooses: urgent first, then pinned, then the newest. */
export function findPosts(index: MunicipalityIndex, query: Query, now: Date): Page<Live<'post'>> {
  const limit = query.limit ?? 50
  const words = query.q === undefined ? [] : foldedWords(query.q)
  const posts = index.posts()
  const { cursor } = query
  const after = cursor && { rank: cursor.at, publishedAt: Number(cursor.name), id: cursor.id }
  const all = posts.all()
  const chosen: PostEntry[] = []
  for (
    let at = after ? posts.first((one) => comparePlaces(one.place, after) > 0) : 0;
    at < all.length && chosen.length <= limit;
    at += 1
  ) {
    const one = all[at]!
    if (postFits(one.facts, query) && holdsWords(one.text, words) && index.sees(one.publication, now))
      chosen.push(one)
  }
  const found = chosen.slice(0, limit)
  const last = chosen.length > limit ? found.at(-1)?.place : undefined
  return {
    found: found.map((one) => one.publication),
    cursor: last ? cursorOf(last.rank, last.id, String(last.publishedAt)) : null,
  }
}

function postFits(post: PostFacts, query: Query): boolean {
  const meets = (wanted: string[] | undefined, has: string[]): boolean =>
    !wanted || has.some((one) => wanted.includes(one))
  return (
    meets(query.type, [post.type]) &&
    meets(query.category, post.categories) &&
    meets(query.organisation, [post.organisation]) &&
    (post.areas.length === 0 || meets(query.area, post.areas)) &&
    (post.audiences.length === 0 || meets(query.audience, post.audiences))
  )
}
