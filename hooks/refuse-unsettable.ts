import type { CollectionBeforeValidateHook, FlattenedField } from 'payload'
import { actorOf } from '../src/accounts/standing.js'
import { droppedFields, type KnownField } from '../src/editorial/forged-fields.js'
import { DomainError } from '../src/shared/errors.js'

/**
 * Refuses a save that sends a field which does not exist, or one that this account may not set with another value than
 * now: Payload would drop both and answer that all went well. Needs `keepSent` before it.
 */
export const refuseUnsettable: CollectionBeforeValidateHook = ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (!actorOf(req) || req.context.asSystem === true) return data
  const faults = droppedFields(
    (req.context.sent ?? {}) as Record<string, unknown>,
    data ?? {},
    // Of a new document Payload says that it was an empty one.
    operation === 'update' ? (originalDoc as Record<string, unknown>) : null,
    knownFields(collection.flattenedFields),
  )
  if (faults.length === 0) return data
  throw new DomainError('invalid-input', 'Some of what was sent cannot be set by this account.', { faults })
}

/** The fields of a collection, with what a new document has in those that were not sent. */
export const knownFields = (fields: readonly FlattenedField[]): Map<string, KnownField> =>
  new Map(
    fields.map((field) => {
      const { defaultValue, hidden, admin } = field as Described
      const begins = typeof defaultValue === 'function' ? undefined : defaultValue
      return [field.name, { begins, hidden: hidden === true || admin?.disabled === true }]
    }),
  )

interface Described {
  defaultValue?: unknown
  hidden?: boolean
  admin?: { disabled?: boolean }
}
