import { findOccurrences } from '../feed/event-query.js'
import type { FeedIndex } from '../feed/feed-index.js'
import { findPosts } from '../feed/post-query.js'

/** Things that are public now, so that every example of the documentation can be opened as it stands. */
export interface Samples {
  m: string
  event: string
  post: string
  organisation: string
  place: string
  picture: string
}

/** What stands there where nothing is public yet. */
export const placeholders: Samples = {
  m: 'hagby',
  event: 'event-id',
  post: 'post-id',
  organisation: 'organisation-id',
  place: 'place-id',
  picture: 'picture-id',
}

/** From the first municipality that has something coming: one event, one post and what they name. */
export function samplesFrom(index: FeedIndex, now: Date): Samples {
  for (const one of index.municipalities()) {
    const row = one.municipality()
    if (!row || one.presence(row, now).status !== 200) continue
    const events = findOccurrences(one, { limit: 20, collapse: 'series' }, now).found
    const [post] = findPosts(one, { limit: 1 }, now).found
    const event = (events.find(({ publication }) => publication.data.pictures.length > 0) ?? events[0])
      ?.publication
    if (!event && !post) continue
    const { data } = event ?? post!
    return {
      m: one.slug,
      event: event?.id ?? placeholders.event,
      post: post?.id ?? placeholders.post,
      organisation: data.organisation.id,
      place: event?.data.place?.id ?? placeholders.place,
      picture: data.pictures[0]?.id ?? placeholders.picture,
    }
  }
  return placeholders
}
