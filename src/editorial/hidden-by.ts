import type { Publication } from '../publication/publication.js'
import type { PublicationRow as Row } from './number-publication.js'

/** By id of an organisation or municipality, whether it is suspended, has left or is closed. */
export type Inactive = ReadonlyMap<string, boolean>

export const inactiveOf = (owners: Row[]): Inactive =>
  new Map(owners.map((row) => [String(row.id), row.active === false]))

/**
 * What hides a publication now, by the flags of its organisation and municipality. The mark on its own row comes after
 * those, by the fan-out.
 */
export function hiddenBy(row: Row, inactive: Inactive): Publication['hidden'] {
  if (row.kind !== 'municipality' && inactive.get(row.municipality)) return 'closed'
  return row.organisation && inactive.get(row.organisation) ? 'suspended' : null
}
