import type { CollectionBeforeChangeHook } from 'payload'

/**
 * A save that changes a document must come through `saveSerially`, which holds the document's lock: Payload writes the
 * merged row, and without the lock it could write back a state that a decision has just left. A fault of ours, not of a
 * client, so it is no DomainError.
 */
export const requireSerial: CollectionBeforeChangeHook = ({ data, operation, req }) => {
  if (operation === 'update' && req.context.serial !== true) {
    throw new Error('Moderated documents are saved through saveSerially only')
  }
  return data
}
