import type { CollectionBeforeValidateHook } from 'payload'
import { municipalityFaults } from '../src/editorial/municipality-faults.js'
import { requireMunicipalLogo } from '../src/editorial/own-pictures.js'
import { requireRoleAdmin } from '../src/editorial/accounts/role-admin.js'
import { DomainError } from '../src/shared/errors.js'
import { idOf } from '../src/shared/reference.js'

/** Settings of a municipality that other programs rely on must be well-formed before anything is stored. */
export const keepMunicipality: CollectionBeforeValidateHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (!data) return data
  const faults = municipalityFaults(data, operation === 'create')
  if (faults.length > 0)
    throw new DomainError('invalid-input', 'Some of the settings cannot be used.', { faults })
  if (operation === 'update' && data.loginPolicy === 'role-only' && originalDoc?.loginPolicy !== 'role-only')
    await requireRoleAdmin(req.payload, String(originalDoc?.id), req)
  const logo = idOf(data.logo)
  if (logo && logo !== idOf(originalDoc?.logo))
    await requireMunicipalLogo(req.payload, idOf(originalDoc?.id), logo, new Date(), req)
  return operation === 'update'
    ? { ...data, slug: originalDoc?.slug }
    : { ...data, active: data.active ?? true, demo: data.demo === true || isOfDemo(req.user) }
}

/** What the demo's operator makes belongs to the demo, which is never mixed with anything real. */
const isOfDemo = (user: unknown): boolean => (user as { demo?: unknown } | null)?.demo === true
