import type { PostData } from '../publication/public-data.js'
import type { Live } from './municipality-index.js'

/** Where a post stands: urgent first, then pinned, then the newest. */
export interface PostPlace {
  rank: number
  publishedAt: number
  id: string
}

/** A post as the index holds it. */
export interface PostEntry {
  publication: Live<'post'>
  place: PostPlace
  /** What a search looks in, folded. */
  text: string
}

const rankOf = (post: PostData): number => (post.importance === 'urgent' ? 0 : post.pinned ? 1 : 2)

export function placeOf({ data, published, modified, id }: Live<'post'>): PostPlace {
  return { rank: rankOf(data), publishedAt: Date.parse(published ?? modified) || 0, id }
}

export function comparePlaces(a: PostPlace, b: PostPlace): number {
  return a.rank - b.rank || b.publishedAt - a.publishedAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
