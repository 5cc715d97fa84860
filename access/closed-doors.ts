import type { CollectionConfig, Endpoint } from 'payload'
import { DomainError } from '../src/shared/errors.js'

/** A door of the framework that Torg does not use: it answers as if it were not there, before the framework's own. */
export const closed = (method: Endpoint['method'], path: string): Endpoint => ({
  path,
  method,
  handler: () => {
    throw new DomainError('not-found', 'There is nothing here.')
  },
})

/** Torg keeps its own history and makes no duplicates; without the framework's versions these doors only break. */
export const closedDoors: Endpoint[] = [
  closed('get', '/versions'),
  closed('get', '/versions/:id'),
  closed('post', '/versions/:id'),
  closed('post', '/:id/duplicate'),
]

export const withClosedDoors = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  endpoints: [...(collection.endpoints || []), ...closedDoors],
})
