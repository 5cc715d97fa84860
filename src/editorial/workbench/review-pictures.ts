import type { Payload } from 'payload'
import type { ReviewPicture } from '../../moderation/review-item.js'
import { withIds } from '../../shared/every-row.js'
import type { Reader } from '../queue/queue-rows.js'

interface Media {
  id: string
  alt?: string | null
  decorative?: boolean
  credit?: string | null
  peopleShown?: string | null
  consent?: { validUntil?: string | null } | null
  url?: string | null
  sizes?: Record<string, { url?: string | null; width?: number } | undefined>
}

/** The pictures of some content in its order, with addresses at which this account may see them before they are public. */
export async function picturesFor(
  payload: Payload,
  ids: readonly string[],
  user: Reader,
): Promise<ReviewPicture[]> {
  if (ids.length === 0) return []
  const { docs } = await payload.find({
    collection: 'media' as 'events',
    where: withIds([...new Set(ids)]),
    limit: ids.length,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user,
  })
  const found = new Map((docs as unknown as Media[]).map((media) => [String(media.id), media]))
  return ids.flatMap((id) => {
    const media = found.get(id)
    return media ? [factsOf(media)] : []
  })
}

const factsOf = (media: Media): ReviewPicture => ({
  id: String(media.id),
  alt: media.alt ?? null,
  decorative: media.decorative === true,
  credit: media.credit ?? null,
  peopleShown: media.peopleShown ?? null,
  consentUntil: media.peopleShown === 'consent-held' ? (media.consent?.validUntil ?? null) : null,
  urls: Object.fromEntries(
    Object.entries(media.sizes ?? {}).flatMap(([name, size]): [string, string][] => {
      const url = size?.url ?? media.url
      return url ? [[name.replace(/^w/, ''), pathOf(url)]] : []
    }),
  ),
})

/** Without the host: the account may have come in by another name of this machine. */
const pathOf = (url: string): string => {
  const { pathname } = new URL(url, 'http://here')
  return pathname
}
