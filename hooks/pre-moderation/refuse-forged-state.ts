import type { CollectionBeforeValidateHook } from 'payload'
import { actorOf } from '../../src/accounts/standing.js'
import { lenientFaults } from '../../src/editorial/check-content.js'
import { contentFields, contentOf } from '../../src/editorial/content.js'
import { droppedFields, forgedFields } from '../../src/editorial/forged-fields.js'
import { conflict, requireRevision } from '../../src/editorial/revision-conflict.js'
import { asWorkingDocument, type Content, type ModeratedKind } from '../../src/editorial/working-document.js'
import { DomainError } from '../../src/shared/errors.js'
import { knownFields } from '../refuse-unsettable.js'

/**
 * Refuses a save that sends a state, publication, owner or any other column that only decisions write, or a field that
 * does not exist: dropping it in silence would tell the sender that it worked. A change must be on the newest revision.
 */
export const refuseForgedState =
  (kind: ModeratedKind): CollectionBeforeValidateHook =>
  async ({ collection, data, operation, originalDoc, req }) => {
    if (!actorOf(req) || req.context.asSystem === true) return data
    const sent = (req.context.sent ?? {}) as Record<string, unknown>
    const stored = operation === 'update' ? (originalDoc as Record<string, unknown>) : null
    // Fields that not everybody who may save may set.
    const guarded = knownFields(collection.flattenedFields.filter(({ access }) => access))
    const sentGuarded = Object.fromEntries(Object.entries(sent).filter(([name]) => guarded.has(name)))
    const faults = [
      ...forgedFields(kind, sent, stored),
      ...droppedFields(sentGuarded, data ?? {}, stored, guarded),
    ]
    if (faults.length > 0) {
      throw new DomainError('invalid-input', 'Some of what was sent cannot be set by a save.', { faults })
    }
    // As it was sent: what is malformed is refused, not read as nothing.
    const malformed = lenientFaults(kind, { ...contentOf(kind, {}), ...contentIn(kind, sent) } as Content)
    if (malformed.length > 0) {
      throw new DomainError('invalid-input', 'Some of the content cannot be saved as it is.', {
        faults: malformed,
      })
    }
    if (operation !== 'update') return data
    const seen = sent.revision as number | undefined
    requireRevision(seen)
    if (seen !== originalDoc.revision) {
      throw await conflict(req.payload, kind, asWorkingDocument(kind, originalDoc), seen, req)
    }
    return data
  }

/** The content fields that were sent, relations by id where a client sends back what it read. */
function contentIn(kind: ModeratedKind, sent: Record<string, unknown>): Record<string, unknown> {
  const id = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && 'id' in value && 'createdAt' in value ? value.id : value
  return Object.fromEntries(
    Object.entries(sent)
      .filter(([field]) => contentFields[kind].includes(field))
      .map(([field, value]) => [field, Array.isArray(value) ? value.map(id) : id(value)]),
  )
}
