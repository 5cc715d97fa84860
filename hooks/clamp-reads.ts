import type { CollectionBeforeOperationHook, CollectionConfig } from 'payload'
import { refuseForeignPaths } from './refuse-paths.js'
import { refuseLostReferences, refuseWrongShapes } from './refuse-shapes.js'

const most = { limit: 100, depth: 2, page: 1_000_000 }

/** Over HTTP nobody reads more than 100 documents at once or deeper than 2: `limit=0` would mean everything. */
const clamp: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (
    req.payloadAPI !== 'REST' ||
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

export const withClampedReads = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [
      clamp,
      refuseForeignPaths,
      refuseWrongShapes,
      ...(collection.hooks?.beforeOperation ?? []),
    ],
    beforeValidate: [...(collection.hooks?.beforeValidate ?? []), refuseLostReferences],
  },
})
