import type { EventContent } from './event-content.js'

/**
 * What a copy of an earlier event keeps. Times are left out, because the old ones would be wrong and look right; so is
 * the contact, whose consent was given for that event, and what hung on its dates.
 */
const kept = [
  'organisation',
  'title',
  'summary',
  'body',
  'language',
  'translations',
  'categories',
  'audiences',
  'areas',
  'ageFrom',
  'ageTo',
  'coOrganisers',
  'place',
  'address',
  'attendance',
  'onlineUrl',
  'accessibility',
  'price',
  'bookingUrl',
  'capacityNote',
  'pictures',
  'allDay',
  'zone',
] as const satisfies readonly (keyof EventContent | 'organisation')[]

/** The data of a new event from one that was held before, as the API takes and gives it. */
export const copyOfEvent = (event: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    kept.flatMap((name) => {
      const value = event[name]
      if (value === null || value === undefined) return []
      return [[name, name === 'translations' ? withoutRowIds(value) : value]]
    }),
  )

/** The copy without what was refused of it: a picture or a place may belong to others by now, or be gone. */
export const withoutRefused = (
  copy: Readonly<Record<string, unknown>>,
  faults: readonly { field: string }[],
): Record<string, unknown> => {
  const refused = new Set(faults.map(({ field }) => field.split('.')[0]))
  return Object.fromEntries(Object.entries(copy).filter(([name]) => !refused.has(name)))
}

/** A row of a list keeps its words and gets an id of its own. */
const withoutRowIds = (rows: unknown): unknown =>
  Array.isArray(rows) ? rows.map(({ id: _, ...row }: Record<string, unknown>) => row) : rows
