import type { Messages } from '../messages/en.js'

/** A question that a list answers with one press. */
export interface QuickFilter {
  key: string
  words: keyof Messages
  where: Record<string, unknown>
  sort: string
}

const startFirst = (collection: string) => (collection === 'events' ? 'startsAt' : 'dueAt')

/**
 * What people come to a list for. Editors: what waits, soonest start first and never hidden because its date has
 * passed; what is late; what went out unread. Authors: what they can go on with, and what is public.
 */
export function quickFilters(collection: string, role: 'editor' | 'author', now: Date): QuickFilter[] {
  const sort = collection === 'organisations' ? 'name' : '-updatedAt'
  if (collection === 'organisations') {
    return [
      { key: 'applied', words: 'filterApplied', where: { life: { equals: 'applied' } }, sort: 'createdAt' },
      { key: 'profiles', words: 'filterProfiles', where: { state: { equals: 'in-review' } }, sort: 'dueAt' },
      {
        key: 'approved',
        words: 'filterApprovedOrganisations',
        where: { life: { equals: 'approved' } },
        sort,
      },
      { key: 'suspended', words: 'filterSuspended', where: { life: { equals: 'suspended' } }, sort },
    ]
  }
  const live: QuickFilter = {
    key: 'live',
    words: 'filterLive',
    where: { publication: { equals: 'live' } },
    sort: startFirst(collection) === 'startsAt' ? 'startsAt' : sort,
  }
  if (role === 'editor') {
    return [
      {
        key: 'waiting',
        words: 'filterWaiting',
        where: { state: { equals: 'in-review' } },
        sort: startFirst(collection),
      },
      // To the hour, so that the address stays the same while somebody works.
      {
        key: 'late',
        words: 'filterLate',
        where: { state: { equals: 'in-review' }, dueAt: { less_than: hour(now) } },
        sort: 'dueAt',
      },
      {
        key: 'afterwards',
        words: 'filterAfterwards',
        where: { listedForReview: { equals: true } },
        sort: '-updatedAt',
      },
      {
        key: 'scheduled',
        words: 'filterScheduled',
        where: { publication: { equals: 'scheduled' } },
        sort: startFirst(collection) === 'startsAt' ? 'startsAt' : sort,
      },
      live,
    ]
  }
  return [
    {
      key: 'changes',
      words: 'filterChangesRequested',
      where: { state: { equals: 'changes-requested' } },
      sort,
    },
    { key: 'drafts', words: 'filterDrafts', where: { state: { equals: 'draft' } }, sort },
    { key: 'sent', words: 'filterSent', where: { state: { equals: 'in-review' } }, sort },
    live,
    { key: 'rejected', words: 'filterRejected', where: { state: { equals: 'rejected' } }, sort },
  ]
}

const hour = (now: Date) => new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000).toISOString()

/** The query of a filter, as lists and counts read it. */
export function filterQuery({ where, sort }: QuickFilter): URLSearchParams {
  const query = new URLSearchParams()
  Object.entries(where).forEach(([field, condition], index) => {
    for (const [operator, value] of Object.entries(condition as Record<string, unknown>)) {
      query.set(`where[or][0][and][${index}][${field}][${operator}]`, String(value))
    }
  })
  query.set('sort', sort)
  return query
}
