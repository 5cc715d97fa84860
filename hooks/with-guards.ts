import type { CollectionBeforeOperationHook, CollectionConfig } from 'payload'
import { isModerated } from '../src/editorial/working-document.js'
import { askedFromOutside } from './asked-from-outside.js'
import { keepSent } from './keep-sent.js'
import { refuseForeignPaths } from './refuse-paths.js'
import { refuseIdentityNumbers } from './refuse-identity-numbers.js'
import { keepRowIds, refuseLostReferences, refuseWrongShapes } from './refuse-shapes.js'
import { refuseUnsettable } from './refuse-unsettable.js'

const most = { limit: 100, depth: 2, page: 1_000_000 }

/** From outside nobody reads more than 100 documents at once or deeper than 2: `limit=0` would mean everything. */
const clamp: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (
    !askedFromOutside(req, args as object) ||
    (operation !== 'read' && operation !== 'count' && operation !== 'readDistinct')
  )
    return args
  const asked = args as { limit?: number; depth?: number; page?: number; pagination?: boolean }
  const page = Number(asked.page ?? 1)
  const limit = asked.limit === undefined || asked.limit === null ? undefined : Number(asked.limit)
  return {
    ...args,
    ...(limit === undefined
      ? {}
      : { limit: limit >= 1 && limit <= most.limit ? Math.floor(limit) : most.limit }),
    ...(asked.depth !== undefined
      ? { depth: Math.min(most.depth, Math.max(0, Number(asked.depth) || 0)) }
      : {}),
    page: page >= 1 && page <= most.page ? Math.floor(page) : 1,
    pagination: true,
    draft: false,
    trash: false,
  }
}

/** What every collection refuses of every client, before and beside its own rules. */
export const withGuards = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [
      clamp,
      refuseForeignPaths,
      keepSent,
      refuseWrongShapes,
      ...(collection.hooks?.beforeOperation ?? []),
    ],
    beforeValidate: [
      keepRowIds,
      // Content under moderation has a stricter rule of its own, which comes first there.
      ...(isModerated(collection.slug) ? [] : [refuseUnsettable]),
      ...(collection.hooks?.beforeValidate ?? []),
      refuseIdentityNumbers,
      refuseLostReferences,
    ],
  },
})
