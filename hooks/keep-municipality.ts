import type { CollectionBeforeValidateHook } from 'payload'
import { isWebLink, isZoneName } from '../src/moderation/validation.js'
import { DomainError, type FieldFault } from '../src/shared/errors.js'

/** Names in addresses that the front door uses itself. */
const reserved = [
  'admin',
  'api',
  'feed',
  'media',
  'metrics',
  'healthz',
  'readyz',
  '_next',
  'assets',
  'e',
  'p',
]

const checks: Record<string, (value: unknown) => FieldFault | null> = {
  slug: (value) =>
    typeof value === 'string' && /^[a-z][a-z0-9-]{1,39}$/.test(value) && !reserved.includes(value)
      ? null
      : {
          field: 'slug',
          code: 'format',
          message: 'Two to forty small letters, digits and hyphens, and no name that Torg uses itself',
        },
  zone: (value) =>
    typeof value === 'string' && isZoneName(value)
      ? null
      : { field: 'zone', code: 'unknown-zone', message: 'An IANA zone such as Europe/Stockholm' },
  colour: (value) =>
    value === null || value === '' || (typeof value === 'string' && /^#[0-9a-fA-F]{6}$/.test(value))
      ? null
      : { field: 'colour', code: 'format', message: 'A colour such as #1f5f8b' },
  languages: (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((each) => typeof each === 'string' && /^[a-z]{2,3}$/.test(each))
      ? null
      : { field: 'languages', code: 'format', message: 'At least one language code such as sv' },
  reportUrl: (value) =>
    value === null ||
    value === '' ||
    (typeof value === 'string' && (isWebLink(value) || /^mailto:[^\s@]+@[^\s@]+$/.test(value)))
      ? null
      : { field: 'reportUrl', code: 'link', message: 'An https address or mailto:' },
  privacyNoticeUrl: (value) =>
    value === null || value === '' || (typeof value === 'string' && isWebLink(value))
      ? null
      : { field: 'privacyNoticeUrl', code: 'link', message: 'An https address' },
}

/** Settings of a municipality that other programs rely on must be well-formed before anything is stored. */
export const keepMunicipality: CollectionBeforeValidateHook = ({ data, operation, originalDoc }) => {
  if (!data) return data
  const faults = Object.entries(checks).flatMap(([field, check]) => {
    const given = field in data || (operation === 'create' && ['slug', 'languages', 'zone'].includes(field))
    const fault = given ? check(data[field] ?? null) : null
    return fault ? [fault] : []
  })
  if (faults.length > 0)
    throw new DomainError('invalid-input', 'Some of the settings cannot be used.', { faults })
  return operation === 'update'
    ? { ...data, slug: originalDoc?.slug }
    : { ...data, active: data.active ?? true }
}
