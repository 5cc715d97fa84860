import type { CollectionBeforeValidateHook } from 'payload'
import { actorOf } from '../src/accounts/standing.js'
import { categoryFaults } from '../src/publication/category-faults.js'
import { municipalityFor } from '../src/tenancy/home.js'
import { DomainError } from '../src/shared/errors.js'
import { idOf } from '../src/shared/reference.js'

/** The code of a category is its name for machines: well-formed, one of a kind in its municipality, never changed. */
export const keepCategory: CollectionBeforeValidateHook = ({ data, operation, originalDoc, req }) => {
  if (!data) return data
  const faults = categoryFaults(data, operation === 'create')
  if (faults.length > 0)
    throw new DomainError('invalid-input', 'Some of the category cannot be used.', { faults })
  if (operation === 'update') {
    const { municipality, code, key } = originalDoc ?? {}
    return { ...data, municipality, code, key }
  }
  const actor = actorOf(req)
  const wanted = idOf(data.municipality)
  const municipality =
    actor && req.context.asSystem !== true ? municipalityFor(actor, 'categories', wanted) : wanted
  return { ...data, municipality, key: `${municipality}/${data.code}` }
}
