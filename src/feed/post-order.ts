import type { PostData } from '../publication/public-data.js'
import type { Publication } from '../publication/publication.js'
import type { PostFacts } from './facts.js'
import type { Live } from './municipality-index.js'
import { compareTexts } from './sorted-list.js'

/** Where a post stands: urgent first, then pinned, then the newest. */
export interface PostPlace {
  rank: number
  publishedAt: number
  id: string
}

/** A post as the index holds it. */
export interface PostEntry {
  publication: Live<'post'>
  facts: PostFacts
  place: PostPlace
  /** What a search looks in, folded. */
  text: string
}

export function placeOf({ published, modified, id }: Publication, post: PostData): PostPlace {
  const rank = post.importance === 'urgent' ? 0 : post.pinned ? 1 : 2
  return { rank, publishedAt: Date.parse(published ?? modified) || 0, id }
}

export function comparePlaces(a: PostPlace, b: PostPlace): number {
  return a.rank - b.rank || b.publishedAt - a.publishedAt || compareTexts(a.id, b.id)
}
