import type { CollectionBeforeValidateHook } from 'payload'
import { actorOf } from '../src/accounts/standing.js'
import { droppedFields } from '../src/editorial/forged-fields.js'
import { DomainError } from '../src/shared/errors.js'

/**
 * Refuses a save that sends a field which does not exist, or one that this account may not set with another value than
 * now: Payload would drop both and answer that all went well. Needs `keepSent` before it.
 */
export const refuseUnsettable: CollectionBeforeValidateHook = ({ collection, data, originalDoc, req }) => {
  if (!actorOf(req) || req.context.asSystem === true) return data
  const faults = droppedFields(
    (req.context.sent ?? {}) as Record<string, unknown>,
    data ?? {},
    (originalDoc as Record<string, unknown> | undefined) ?? null,
    new Map(collection.flattenedFields.map((field) => [field.name, defaultOf(field)])),
  )
  if (faults.length === 0) return data
  throw new DomainError('invalid-input', 'Some of what was sent cannot be set by this account.', { faults })
}

/** What a new document has in a field that was not sent. */
export const defaultOf = (field: { defaultValue?: unknown }): unknown =>
  typeof field.defaultValue === 'function' ? undefined : field.defaultValue
