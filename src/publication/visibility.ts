import type { Publication } from './publication.js'

/** For so long a taken-down item says that it is gone and why; afterwards it is as unknown as any other address. */
export const goneFor = 90 * 86_400_000

export type Presence =
  | { status: 200 }
  | { status: 410; state: string; reason: string | null; explanation: string | null }
  | { status: 404 }

/** What a publication is seen by: what its data say makes no difference, only that there are some. */
export type Standing = Pick<
  Publication,
  | 'organisation'
  | 'state'
  | 'active'
  | 'visibleFrom'
  | 'visibleUntil'
  | 'modified'
  | 'ended'
  | 'reason'
  | 'explanation'
> & { data: unknown }
type Owner = Pick<Publication, 'active'> | undefined

const unknown: Presence = { status: 404 }

/**
 * Whether citizens may see a publication now, on any door: it is live, within its own dates, and its municipality and
 * its organisation are active. What is not known to be so is not shown.
 */
export function visible(publication: Standing, organisation: Owner, municipality: Owner, now: Date): boolean {
  return presence(publication, organisation, municipality, now).status === 200
}

/**
 * What the public is told about an item: that it is there, that it is gone (for 90 days, with the reason given for
 * citizens), or nothing. Erased items and those that were never public are unknown at once.
 */
export function presence(
  publication: Standing,
  organisation: Owner,
  municipality: Owner,
  now: Date,
): Presence {
  switch (publication.state) {
    case 'none':
    case 'scheduled':
    case 'erased':
      return unknown
    case 'withdrawn':
    case 'removed':
    case 'expired':
      return gone(publication, publication.state, publication.ended, now)
    case 'live': {
      if (publication.data === null) return unknown
      if (publication.visibleFrom && Date.parse(publication.visibleFrom) > now.getTime()) return unknown
      if (publication.visibleUntil && Date.parse(publication.visibleUntil) <= now.getTime())
        return gone(publication, 'expired', publication.visibleUntil, now)
      if (!municipality?.active) return hiddenAs('closed')
      if (!publication.active) return hiddenAs('suspended')
      if (publication.organisation !== null && !organisation?.active) return hiddenAs('suspended')
      return { status: 200 }
    }
  }
}

function gone(publication: Standing, state: string, ended: string | null, now: Date): Presence {
  const since = Date.parse(ended ?? publication.modified)
  // An unreadable date must not keep a reason public for ever.
  if (!(now.getTime() - since < goneFor)) return unknown
  return { status: 410, state, reason: publication.reason, explanation: publication.explanation }
}

/** Nothing is said about why an organisation is suspended. */
function hiddenAs(state: string): Presence {
  return { status: 410, state, reason: null, explanation: null }
}
