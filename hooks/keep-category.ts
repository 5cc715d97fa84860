import type { CollectionBeforeValidateHook } from 'payload'
import { actorOf } from '../src/accounts/standing.js'
import { homeOf } from '../src/tenancy/home.js'
import { DomainError } from '../src/shared/errors.js'
import { idOf } from '../src/shared/reference.js'

/** The code of a category is its name for machines: well-formed, one of a kind in its municipality, never changed. */
export const keepCategory: CollectionBeforeValidateHook = ({ data, operation, originalDoc, req }) => {
  if (!data) return data
  if (operation === 'update') {
    return {
      ...data,
      municipality: originalDoc?.municipality,
      code: originalDoc?.code,
      key: originalDoc?.key,
    }
  }
  if (typeof data.code !== 'string' || !/^[a-z][a-z0-9-]{0,39}$/.test(data.code)) {
    throw new DomainError(
      'invalid-input',
      'The code is small letters, digits and hyphens, such as arts-and-crafts.',
      {
        faults: [{ field: 'code', code: 'format', message: 'Small letters, digits and hyphens' }],
      },
    )
  }
  const actor = actorOf(req)
  const wanted = idOf(data.municipality)
  const municipality =
    actor && req.context.asSystem !== true
      ? homeOf(actor, { municipality: wanted, organisation: null }, null).municipality
      : wanted
  return { ...data, municipality, key: `${municipality}/${data.code}` }
}
