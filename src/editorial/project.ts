import { noAnnouncements, type EventContent } from '../calendar/event-content.js'
import { expandedDays, lastEnd } from '../calendar/last-end.js'
import { expandOccurrences } from '../calendar/occurrences.js'
import type { PostContent } from '../community/post-content.js'
import { nobodyElse, projectEvent } from '../feed/projections/event.js'
import { projectPost } from '../feed/projections/post.js'
import { projectOrganisation } from '../feed/projections/registers.js'
import type { ProfileContent } from '../organisations/profile-content.js'
import type { EventData, OrganisationData, PublicItem } from '../publication/public-data.js'
import { untilAfter, untilOfPost } from '../publication/schedule.js'
import type { ModeratedKind, Snapshot, WorkingDocument } from './working-document.js'

/** The public facts of a document from its approved snapshot, and from nothing else that an author can change. */
export function projectionOf(
  kind: ModeratedKind,
  document: Pick<WorkingDocument, 'id' | 'announcements' | 'pinned' | 'kind'> & { surfaces?: unknown },
  snapshot: Snapshot,
  now: Date,
): PublicItem {
  const { content, copies } = snapshot
  if (kind === 'event') {
    return projectEvent(
      document.id,
      content as EventContent,
      document.announcements ?? noAnnouncements,
      copies,
      now,
    )
  }
  if (kind === 'post') return projectPost(document.id, content as PostContent, document.pinned, copies)
  const profile = content as ProfileContent
  return projectOrganisation(
    {
      id: document.id,
      kind: (document.kind as OrganisationData['organisationKind']) ?? 'association',
      surfaces: (Array.isArray(document.surfaces) ? document.surfaces : []) as OrganisationData['surfaces'],
    },
    profile,
    profile.logo ? (copies.pictures[profile.logo] ?? null) : null,
  )
}

/** What the public register says of an organisation beside its profile: set by editors, and public as it is set. */
export const publicSettings = (row: { kind?: unknown; surfaces?: unknown }): unknown => [
  row.kind ?? 'association',
  Array.isArray(row.surfaces) ? [...row.surfaces].sort() : [],
]

export const picturesIn = (data: PublicItem): string[] => {
  if (data.kind === 'event' || data.kind === 'post') return data.pictures.map((each) => each.id)
  if (data.kind === 'organisation' || data.kind === 'municipality') return data.logo ? [data.logo.id] : []
  return []
}

export interface Window {
  visibleFrom: string | null
  visibleUntil: string | null
  /** Whether it is a series that goes on for longer than readers have it. */
  endless: boolean
  /** When the consent to show the contact ends. */
  contactUntil?: string | null
}

interface Times {
  now: Date
  /** When it was published first. */
  published: Date
  defaultPostDays: number
}

/** When a document is visible by its own dates and the rules for those that set none. */
export function windowOf(
  kind: ModeratedKind,
  data: PublicItem,
  content: Snapshot['content'],
  { now, published, defaultPostDays }: Times,
): Window {
  if (kind === 'organisation') return { visibleFrom: null, visibleUntil: null, endless: false }
  const { visibleFrom, visibleUntil } = content as EventContent | PostContent
  if (kind === 'post') {
    const from = visibleFrom && new Date(visibleFrom) > published ? new Date(visibleFrom) : published
    return { visibleFrom, visibleUntil: visibleUntil ?? untilOfPost(from, defaultPostDays), endless: false }
  }
  const end = lastEnd(data as EventData, now)
  const contactUntil = (content as EventContent).contact.consentUntil
  return { visibleFrom, visibleUntil: visibleUntil ?? untilAfter(end), endless: end === null, contactUntil }
}

/** When the event starts, or starts next: what the queue is ordered by. Null while no start is given. */
export function startsNext(content: EventContent, now: Date): string | null {
  const start = content.allDay ? content.startDate : content.start
  if (!start || !content.zone) return null
  const repeats = Boolean(content.recurrenceRule)
  // Only starts are asked: how long it lasts makes no difference, and no work.
  const data = {
    ...projectEvent('', content, noAnnouncements, nobodyElse, now),
    ...(repeats ? { end: null } : {}),
  }
  try {
    const within = (days: number) =>
      expandOccurrences(data, { from: now, to: new Date(now.getTime() + days * 86_400_000), limit: 1 })[0]
    const next = within(33) ?? within(expandedDays)
    return new Date(next ? next.startsAt : content.allDay ? `${start}T00:00:00Z` : start).toISOString()
  } catch {
    // The rule is refused elsewhere, with its own words; the order of the queue needs no more than the first start.
    return new Date(content.allDay ? `${start}T00:00:00Z` : start).toISOString()
  }
}
