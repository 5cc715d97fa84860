import type { PublicationKind } from '../../publication/publication.js'
import { eventFilters } from '../event-query.js'
import { parameters, type ParameterName } from '../parameters.js'
import { postFilters } from '../post-query.js'

const page = ['limit', 'cursor', 'lang'] as const

/** The parameters that each field of a query takes over from its door in REST. */
export const fieldParameters = {
  manifest: ['lang'],
  changes: ['after', 'changes-limit', 'head', 'lang'],
  events: [...eventFilters, 'collapse', ...page],
  event: ['lang'],
  posts: [...postFilters, ...page],
  post: ['lang'],
  organisations: page,
  places: page,
  categories: page,
} as const satisfies Record<string, readonly ParameterName[]>

/** How many a page holds where no `limit` is given. */
export const usualPage: Record<string, number> = {
  changes: 500,
  events: 50,
  posts: 50,
  organisations: 100,
  places: 100,
  categories: 100,
}

/** How many a page holds at most: of each field that takes a `limit`. */
export const largestPage: Record<string, number> = Object.fromEntries(
  Object.entries(fieldParameters).flatMap(([field, names]: [string, readonly ParameterName[]]) => {
    const sized = (['limit', 'changes-limit'] as const).find((one) => names.includes(one))
    return sized ? [[field, parameters[sized].schema.maximum as number]] : []
  }),
)

/** The fields of a change that hold the whole item, one for each kind, and their types. */
export const itemTypes = {
  event: 'Event',
  post: 'Post',
  organisation: 'Organisation',
  place: 'Place',
  category: 'Category',
  municipality: 'Municipality',
} as const satisfies Record<PublicationKind, string>
