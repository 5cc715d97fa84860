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
  if (collection === 'media') return pictureFilters(now)
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
      ...contactFilters(collection, now),
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
    ...contactFilters(collection, now),
  ]
}

/** How long before its end a consent is listed: time enough to ask again. */
const soonDays = 30
const soon = (now: Date) => ({
  greater_than: hour(now),
  less_than: hour(new Date(now.getTime() + soonDays * 86_400_000)),
})

/** What runs out soon or has, so that somebody asks again or chooses another picture in time. */
function pictureFilters(now: Date): QuickFilter[] {
  const held = { peopleShown: { equals: 'consent-held' }, withdrawn: { not_equals: true } }
  const sort = 'consent.validUntil'
  return [
    {
      key: 'ends-soon',
      words: 'filterConsentEndsSoon',
      where: { ...held, 'consent.validUntil': soon(now) },
      sort,
    },
    {
      key: 'ended',
      words: 'filterConsentEnded',
      where: { ...held, 'consent.validUntil': { less_than: hour(now) } },
      sort,
    },
    {
      key: 'taken-back',
      words: 'filterTakenBack',
      where: { withdrawn: { equals: true } },
      sort: '-updatedAt',
    },
  ]
}

const contactFilters = (collection: string, now: Date): QuickFilter[] =>
  collection === 'events'
    ? [
        {
          key: 'contact-ends-soon',
          words: 'filterContactEndsSoon',
          where: { 'contact.consentUntil': soon(now) },
          sort: 'contact.consentUntil',
        },
      ]
    : []

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
