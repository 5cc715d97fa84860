import type { FieldFault } from '../shared/errors.js'

/** Codes and names of icons are words for machines: apps choose by them what they show. */
const word = /^[a-z][a-z0-9-]{0,39}$/

/** What cannot be used of a category; its code is asked for when it is new, and never changes. */
export function categoryFaults(data: Record<string, unknown>, isNew: boolean): FieldFault[] {
  const { code, icon } = data
  return [
    ...(isNew && !(typeof code === 'string' && word.test(code))
      ? [{ field: 'code', code: 'format', message: 'Small letters, digits and hyphens' }]
      : []),
    ...(icon !== undefined && icon !== null && icon !== '' && !(typeof icon === 'string' && word.test(icon))
      ? [{ field: 'icon', code: 'format', message: 'The name of an icon: small letters, digits and hyphens' }]
      : []),
  ]
}
