import type { CollectionBeforeOperationHook, CollectionConfig } from 'payload'
import { refuseForeignPaths } from './refuse-paths.js'

const most = { limit: 100, depth: 2 }

/** Over HTTP nobody reads more than 100 documents at once or deeper than 2: `limit=0` would mean everything. */
const clamp: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (
    req.payloadAPI !== 'REST' ||
    (operation !== 'read' && operation !== 'count' && operation !== 'readDistinct')
  )
    return args
  const asked = args as { limit?: number; depth?: number; pagination?: boolean }
  const limit = asked.limit === undefined || asked.limit === null ? undefined : Number(asked.limit)
  return {
    ...args,
    ...(limit === undefined
      ? {}
      : { limit: limit >= 1 && limit <= most.limit ? Math.floor(limit) : most.limit }),
    ...(asked.depth !== undefined
      ? { depth: Math.min(most.depth, Math.max(0, Number(asked.depth) || 0)) }
      : {}),
    pagination: true,
    draft: false,
    trash: false,
  }
}

export const withClampedReads = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [clamp, refuseForeignPaths, ...(collection.hooks?.beforeOperation ?? [])],
  },
})
