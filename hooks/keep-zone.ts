import type { CollectionBeforeValidateHook } from 'payload'
import { idOf } from '../src/shared/reference.js'

/** An event that names no time zone is on the clock of its municipality, whichever tab of a form was opened. */
export const keepZone: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  if (!data || ('zone' in data ? data.zone : originalDoc?.zone)) return data
  const municipality = idOf(data.municipality ?? originalDoc?.municipality)
  const home = municipality
    ? await req.payload.db.findOne<{ id: string; zone?: string | null }>({
        collection: 'municipalities',
        where: { id: { equals: municipality } },
        req,
      })
    : null
  return home?.zone ? { ...data, zone: home.zone } : data
}
