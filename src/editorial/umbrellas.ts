import type { Payload } from 'payload'
import type { EventData, PublicItem } from '../publication/public-data.js'
import type { PublicationRow } from './number-publication.js'
import { everyRow, withIds } from '../shared/every-row.js'
import type { Write } from './together.js'

/** Ids of umbrellas that citizens see now: of any other its parts tell nothing, not even that it is there. */
export type Umbrellas = ReadonlySet<string>

export async function shownUmbrellas(
  payload: Payload,
  ids: (string | null)[],
  write?: Write,
): Promise<Umbrellas> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  if (wanted.length === 0) return new Set()
  const rows = await everyRow<PublicationRow>(payload, 'publications', withIds(wanted), write)
  const shown = rows.filter(({ kind, state, hidden }) => kind === 'event' && state === 'live' && !hidden)
  return new Set(shown.map((row) => String(row.id)))
}

/** What an event is part of, whether or not citizens see that. */
export const umbrellaOf = (data: PublicItem | null): string | null =>
  data?.kind === 'event' ? (data.umbrella ?? data.partOf ?? null) : null

/** The public facts with the umbrella only where citizens see it, or null where they say that already. */
export function underUmbrella(data: PublicItem | null, shown: Umbrellas): EventData | null {
  const wanted = umbrellaOf(data)
  if (data?.kind !== 'event' || wanted === null) return null
  const { umbrella, partOf: _kept, ...rest } = data
  const isShown = shown.has(wanted)
  if (isShown === (umbrella !== null)) return null
  return isShown ? { ...rest, umbrella: wanted } : { ...rest, umbrella: null, partOf: wanted }
}
