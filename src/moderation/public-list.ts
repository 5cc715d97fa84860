import { DomainError } from '../shared/errors.js'
import type { QueueRow } from './queue.js'

/** What an editor may list of what is, was or will be public. */
export const listedPublications = ['live', 'scheduled', 'expired', 'withdrawn', 'removed'] as const

export interface PublicFilters {
  publication: (typeof listedPublications)[number]
  surface: 'calendar' | 'community' | null
  organisation: string | null
  category: string | null
  language: string | null
  /** Days, `YYYY-MM-DD`, both included: when an event takes place, or a post went out. */
  from: string | null
  to: string | null
  /** Only what went out with nobody having looked at it. */
  unreviewed: boolean
}

export const publicFilterNames = [
  'publication',
  'surface',
  'organisation',
  'category',
  'language',
  'from',
  'to',
  'unreviewed',
] as const

/** One line of what is public. */
export interface PublicRow extends Omit<
  QueueRow,
  'reason' | 'since' | 'dueAt' | 'flagged' | 'claim' | 'change'
> {
  changedAt: string | null
  /** When an event starts next, or a post went out. */
  dateAt: string | null
  unreviewedSince: string | null
  pinned: boolean
}

const checks: Record<(typeof publicFilterNames)[number], (value: string) => boolean> = {
  publication: (value) => (listedPublications as readonly string[]).includes(value),
  surface: (value) => value === 'calendar' || value === 'community',
  organisation: (value) => /^[0-9a-f-]{24,36}$/.test(value),
  category: (value) => /^[0-9a-f-]{24,36}$/.test(value),
  language: (value) => /^[a-z]{2,3}$/.test(value),
  from: (value) => isDay(value),
  to: (value) => isDay(value),
  unreviewed: (value) => value === '1',
}

const isDay = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value)

/** The filters in the parameters of an address. Throws `bad-parameter` with every parameter that cannot be used. */
export function readPublicFilters(given: Partial<Record<string, string>>): PublicFilters {
  const faults = publicFilterNames.flatMap((field) =>
    given[field] === undefined || checks[field](given[field])
      ? []
      : [{ field, code: 'format', message: 'This cannot be asked for' }],
  )
  if (faults.length > 0)
    throw new DomainError('bad-parameter', 'Some parameters of the address cannot be used.', { faults })
  return {
    publication: (given.publication as PublicFilters['publication'] | undefined) ?? 'live',
    surface: (given.surface as PublicFilters['surface'] | undefined) ?? null,
    organisation: given.organisation ?? null,
    category: given.category ?? null,
    language: given.language ?? null,
    from: given.from ?? null,
    to: given.to ?? null,
    unreviewed: given.unreviewed === '1',
  }
}
