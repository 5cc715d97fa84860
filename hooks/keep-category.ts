import type { CollectionBeforeValidateHook } from 'payload'
import { actorOf } from '../src/accounts/standing.js'
import { categoryFaults, surfaceFaults } from '../src/publication/category-faults.js'
import { municipalityFor } from '../src/tenancy/home.js'
import { DomainError, type FieldFault } from '../src/shared/errors.js'
import { idOf } from '../src/shared/reference.js'

/** The code of a category is its name for machines: well-formed, one of a kind in its municipality, never changed. */
export const keepCategory: CollectionBeforeValidateHook = async ({ data, operation, originalDoc, req }) => {
  if (!data) return data
  const isNew = operation === 'create'
  const refuse = (faults: FieldFault[]) => {
    if (faults.length > 0)
      throw new DomainError('invalid-input', 'Some of the category cannot be used.', { faults })
  }
  refuse(categoryFaults(data, isNew))
  const actor = actorOf(req)
  const wanted = idOf(isNew ? data.municipality : originalDoc?.municipality)
  const municipality =
    isNew && actor && req.context.asSystem !== true ? municipalityFor(actor, 'categories', wanted) : wanted
  const town = await req.payload.db.findOne<{ id: string; surfaces?: string[] | null }>({
    collection: 'municipalities',
    where: { id: { equals: municipality } },
    req,
  })
  const has = { before: originalDoc?.surfaces ?? [], municipality: town?.surfaces ?? [] }
  refuse(surfaceFaults(data.surfaces, has))
  if (!isNew) return { ...data, municipality, code: originalDoc?.code, key: originalDoc?.key }
  return { ...data, municipality, key: `${municipality}/${data.code}` }
}
