import type { CollectionBeforeOperationHook } from 'payload'

/** Keeps what was sent, before Payload silently drops what the sender may not set. */
export const keepSent: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'create' || operation === 'update' || operation === 'updateByID') {
    req.context.sent = structuredClone((args as { data?: unknown }).data ?? {})
  }
  return args
}
