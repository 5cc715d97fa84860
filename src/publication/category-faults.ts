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

/** A category is not put on a surface that its municipality does not have; one that lies there already may stay. */
export function surfaceFaults(
  wanted: unknown,
  { before, municipality }: { before: readonly string[]; municipality: readonly string[] },
): FieldFault[] {
  const strange = (Array.isArray(wanted) ? (wanted as unknown[]) : []).some(
    (each) => !before.includes(each as string) && !municipality.includes(each as string),
  )
  return strange
    ? [
        {
          field: 'surfaces',
          code: 'surface-not-here',
          message: 'The municipality does not have this surface',
        },
      ]
    : []
}
