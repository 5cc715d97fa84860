import type { Live, MunicipalityIndex } from './municipality-index.js'
import { cursorOf, type Query } from './parameters.js'
import type { Page } from './event-query.js'

export type RegisterKind = 'organisation' | 'place' | 'category'

/** What is visible of a public register, in the order of ids; 100 at most. */
export function findRegister<K extends RegisterKind>(
  index: MunicipalityIndex,
  kind: K,
  query: Query,
  now: Date,
): Page<Live<K>> {
  const limit = query.limit ?? 100
  const rows = index.live(kind, now, { after: query.cursor?.id ?? '', limit: limit + 1 })
  const found = rows.slice(0, limit)
  const last = found.at(-1)
  return { found, cursor: last && rows.length > limit ? cursorOf(0, last.id, '') : null }
}
