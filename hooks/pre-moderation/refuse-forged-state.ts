import type { CollectionBeforeOperationHook, CollectionBeforeValidateHook } from 'payload'
import { actorOf } from '../../src/accounts/standing.js'
import { forgedFields } from '../../src/editorial/forged-fields.js'
import { conflict, requireRevision } from '../../src/editorial/revision-conflict.js'
import { asWorkingDocument, type ModeratedKind } from '../../src/editorial/working-document.js'
import { DomainError } from '../../src/shared/errors.js'

/** Keeps what was sent, before Payload silently drops what the sender may not set. */
export const keepSent: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'create' || operation === 'update' || operation === 'updateByID') {
    req.context.sent = structuredClone((args as { data?: unknown }).data ?? {})
  }
  return args
}

/**
 * Refuses a save that sends a state, publication, owner or any other column that only decisions write, or a field that
 * does not exist: dropping it in silence would tell the sender that it worked. A change must be on the newest revision.
 */
export const refuseForgedState =
  (kind: ModeratedKind): CollectionBeforeValidateHook =>
  async ({ data, operation, originalDoc, req }) => {
    if (!actorOf(req) || req.context.asSystem === true) return data
    const sent = (req.context.sent ?? {}) as Record<string, unknown>
    const faults = forgedFields(kind, sent, operation === 'update' ? originalDoc : null)
    if (faults.length > 0) {
      throw new DomainError('invalid-input', 'Some of what was sent cannot be set by a save.', { faults })
    }
    if (operation !== 'update') return data
    const seen = sent.revision as number | undefined
    requireRevision(seen)
    if (seen !== originalDoc.revision) {
      throw await conflict(req.payload, kind, asWorkingDocument(kind, originalDoc), seen, req)
    }
    return data
  }
