import type { PostData } from '../publication/public-data.js'
import { plainText } from '../publication/rich-text.js'
import { hasWords, type Page } from './event-query.js'
import type { Live, MunicipalityIndex } from './municipality-index.js'
import { cursorOf, type Query } from './parameters.js'

export const postFilters = ['type', 'category', 'organisation', 'area', 'audience', 'q'] as const

/** Visible posts that a query chooses: urgent first, then pinned, then the newest. */
export function findPosts(index: MunicipalityIndex, query: Query, now: Date): Page<Live<'post'>> {
  const limit = query.limit ?? 50
  const all = index
    .live('post', now)
    .filter((post) => postFits(post.data, query))
    .sort(inOrder)
  const after = query.cursor
  const from = after ? all.filter((post) => inOrderTo(post, after) > 0) : all
  const found = from.slice(0, limit)
  const last = found.at(-1)
  const cursor =
    last && from.length > limit ? cursorOf(rank(last.data), last.id, String(publishedAt(last))) : null
  return { found, cursor }
}

function rank(post: PostData): number {
  return post.importance === 'urgent' ? 0 : post.pinned ? 1 : 2
}
const publishedAt = (post: Live<'post'>): number => Date.parse(post.published ?? post.modified)

function inOrder(a: Live<'post'>, b: Live<'post'>): number {
  return rank(a.data) - rank(b.data) || publishedAt(b) - publishedAt(a) || (a.id < b.id ? -1 : 1)
}

function inOrderTo(post: Live<'post'>, cursor: NonNullable<Query['cursor']>): number {
  const order = rank(post.data) - cursor.at || Number(cursor.name) - publishedAt(post)
  return order || (post.id < cursor.id ? -1 : post.id === cursor.id ? 0 : 1)
}

function postFits(post: PostData, query: Query): boolean {
  const meets = (wanted: string[] | undefined, has: string[]): boolean =>
    !wanted || has.some((one) => wanted.includes(one))
  const texts = [post, ...post.translations].flatMap((one) => [one.title, plainText(one.body)])
  return (
    meets(query.type, [post.type]) &&
    meets(query.category, post.categories) &&
    meets(query.organisation, [post.organisation.id]) &&
    (post.areas.length === 0 || meets(query.area, post.areas)) &&
    (post.audiences.length === 0 || meets(query.audience, post.audiences)) &&
    (query.q === undefined || hasWords([...texts, post.organisation.name].join(' '), query.q))
  )
}
