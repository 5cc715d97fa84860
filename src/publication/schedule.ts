import type { PublicationState } from '../moderation/states.js'

const day = 24 * 60 * 60 * 1000
/** Events without an end of visibility stay this long after their last occurrence. */
export const daysAfterLastOccurrence = 30
/** An endless series is renewed this often, so that readers always have more than a year of it. */
export const renewalDays = 30

/** What a publication is by its dates alone: instants in UTC, `null` open. */
export function stateByDates(
  window: { visibleFrom: string | null; visibleUntil: string | null },
  now: Date,
): Extract<PublicationState, 'scheduled' | 'live' | 'expired'> {
  if (window.visibleUntil && new Date(window.visibleUntil) <= now) return 'expired'
  return window.visibleFrom && new Date(window.visibleFrom) > now ? 'scheduled' : 'live'
}

/** Until when an event is shown where its author set no end; null for an endless series. */
export function untilAfter(lastEnd: Date | null): string | null {
  return lastEnd ? seconds(new Date(lastEnd.getTime() + daysAfterLastOccurrence * day)) : null
}

/** Until when a post is shown where its author set no end: counted from when it first went out. */
export function untilOfPost(published: Date, days: number): string {
  return seconds(new Date(published.getTime() + days * day))
}

export interface ClockFacts {
  publication: PublicationState
  visibleFrom: string | null
  visibleUntil: string | null
  /** Whether it is an endless series, which needs renewal, and when it was last written. */
  endless: boolean
  modified: string
  /** When the consent to show a contact ends; the publication is then written anew without it. */
  contactUntil?: string | null
  pendingAt: string | null
}

/** When the clock must look at a document next; null for never. */
export function nextLook(facts: ClockFacts): string | null {
  const times = [facts.pendingAt]
  if (facts.publication === 'scheduled') times.push(facts.visibleFrom)
  if (facts.publication === 'live') {
    times.push(facts.visibleUntil)
    const { contactUntil = null, modified } = facts
    if (contactUntil && new Date(contactUntil) > new Date(modified)) times.push(contactUntil)
    if (facts.endless) times.push(seconds(new Date(new Date(facts.modified).getTime() + renewalDays * day)))
  }
  return times.filter((each): each is string => each !== null).sort()[0] ?? null
}

const seconds = (at: Date): string => at.toISOString().replace(/\.\d{3}Z$/, 'Z')
