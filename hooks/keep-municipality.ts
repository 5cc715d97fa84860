import type { CollectionBeforeValidateHook } from 'payload'
import { municipalityFaults } from '../src/editorial/municipality-faults.js'
import { DomainError } from '../src/shared/errors.js'

/** Settings of a municipality that other programs rely on must be well-formed before anything is stored. */
export const keepMunicipality: CollectionBeforeValidateHook = ({ data, operation, originalDoc }) => {
  if (!data) return data
  const faults = municipalityFaults(data, operation === 'create')
  if (faults.length > 0)
    throw new DomainError('invalid-input', 'Some of the settings cannot be used.', { faults })
  return operation === 'update'
    ? { ...data, slug: originalDoc?.slug }
    : { ...data, active: data.active ?? true }
}
