import type { Publication } from '../publication/publication.js'
import { visible } from '../publication/visibility.js'
import { wasPublic } from '../feed/tombstones.js'

/** One message: what the receiver may keep it by, and the bytes that are signed. */
export interface Message {
  id: string
  body: string
}

interface Owners {
  organisation: Pick<Publication, 'active'> | undefined
  municipality: Pick<Publication, 'active'> | undefined
}

/**
 * What a webhook tells of an item as it is now: that it may be seen, with what is needed to choose a topic, or that it may
 * not any more. No title, no text, no name: whoever wants those reads the feed, which is always newer. Null for what was
 * never public. `baseUrl` has no slash at its end.
 */
export function messageOf(
  publication: Publication,
  owners: Owners,
  now: Date,
  baseUrl: string,
): Message | null {
  if (!wasPublic(publication)) return null
  const { id, kind, municipality, number } = publication
  const seen = visible(publication, owners.organisation, owners.municipality, now)
  const state = seen ? 'updated' : 'deleted'
  const data = {
    municipality,
    id,
    kind,
    modified: number,
    state,
    ...(seen ? factsOf(publication, baseUrl) : {}),
  }
  return {
    id: messageId(publication),
    body: JSON.stringify({ type: `${kind}.${state}`, timestamp: publication.modified, data }),
  }
}

/** The same for every attempt, and another for every change: by it a receiver knows what it has had. */
export const messageId = ({ id, number }: Pick<Publication, 'id' | 'number'>): string => `${id}_${number}`

function factsOf({ id, kind, municipality, published, data }: Publication, baseUrl: string) {
  if (data?.kind !== 'event' && data?.kind !== 'post') return {}
  const { categories, audiences, areas } = data
  return {
    categories,
    audiences,
    areas,
    importance: data.kind === 'post' ? data.importance : null,
    published,
    url: `${baseUrl}/feed/v1/${encodeURIComponent(municipality)}/${kind}s/${encodeURIComponent(id)}`,
  }
}
