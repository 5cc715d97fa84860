import type { CollectionBeforeOperationHook, CollectionBeforeValidateHook } from 'payload'
import { actorOf } from '../src/accounts/standing.js'
import {
  idIn,
  isObject,
  referencesIn,
  shapeFaults,
  tidied,
  withOwnRowIds,
} from '../src/editorial/field-shapes.js'
import { settingFaults } from '../src/editorial/setting-faults.js'
import { DomainError, mostFaults, type FieldFault } from '../src/shared/errors.js'
import { withIds } from '../src/shared/every-row.js'

/** Refuses by name what cannot be used, before anything tries to make sense of it; what is left has one spelling. */
export const refuseWrongShapes: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  if (!actorOf(req) || req.context.asSystem === true) return args
  if (!['create', 'update', 'updateByID'].includes(operation)) return args
  const { data } = args as { data?: unknown }
  if (data === undefined || data === null) return args
  if (!isObject(data)) throw new DomainError('malformed-request', 'Send the fields as a JSON object.')
  // Columns that no form sends are refused as what they are: not the client's to set.
  const open = collection.flattenedFields.filter((field) => !('hidden' in field && field.hidden))
  const tidy = tidied(open, data)
  const faults = [
    ...shapeFaults(open, tidy),
    ...(['events', 'posts'].includes(collection.slug) ? [] : settingFaults(open, tidy)),
  ].slice(0, mostFaults)
  if (faults.length > 0)
    throw new DomainError('invalid-input', 'Some of what was sent cannot be used.', { faults })
  return { ...args, data: tidy } as typeof args
}

/** Rows of lists keep the ids that they have in this document, and get no other one from a client. */
export const keepRowIds: CollectionBeforeValidateHook = ({ collection, data, originalDoc }) =>
  data && withOwnRowIds(collection.flattenedFields, data, (originalDoc ?? {}) as Record<string, unknown>)

/**
 * Refuses in a save a reference to what is not there, or belongs to another municipality: one answer for both. Of content
 * that is decided on, `requireWritable` asks the same by whichever door it comes; what has gone since is left out of the
 * native fields (`writeNative`), so that no database is ever asked to store it.
 */
export const refuseLostReferences: CollectionBeforeValidateHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  if (!data || !actorOf(req) || req.context.asSystem === true) return data
  const stored = (originalDoc ?? {}) as Record<string, unknown>
  const home = idIn(data.municipality ?? stored.municipality)
  const municipality = collection.slug === 'municipalities' ? idIn(stored.id) : home
  const known = new Set(
    referencesIn(collection.flattenedFields, stored).flatMap(({ collection: of, ids }) =>
      ids.map((id) => `${of} ${id}`),
    ),
  )
  const faults: FieldFault[] = []
  for (const { path, collection: of, ids } of referencesIn(collection.flattenedFields, data)) {
    const fresh = [...new Set(ids.filter((id) => !known.has(`${of} ${id}`)))]
    if (fresh.length === 0) continue
    const { docs } = await req.payload.db.find<{ id: string; municipality: unknown; discarded?: boolean }>({
      collection: of as 'places',
      where: withIds(fresh.slice(0, 200)),
      limit: 200,
      pagination: false,
      req,
    })
    const here = docs.filter(
      (row) => String(idIn(row.municipality)) === String(municipality) && row.discarded !== true,
    )
    if (here.length < fresh.length)
      faults.push({ field: path, code: 'not-found', message: 'Something chosen here does not exist' })
  }
  if (faults.length > 0)
    throw new DomainError('invalid-input', 'Some of what was chosen does not exist here.', { faults })
  return data
}
