import type { Payload } from 'payload'
import type { EventData, PublicItem } from '../publication/public-data.js'
import { hiddenBy, inactiveOf } from './hidden-by.js'
import type { PublicationRow } from './number-publication.js'
import { everyRow, withIds } from '../shared/every-row.js'
import type { Write } from './together.js'

/** Ids of umbrellas that citizens see now: of any other its parts tell nothing, not even that it is there. */
export type Umbrellas = ReadonlySet<string>

/**
 * Those of the ids that citizens see, by the flags of their owners: the mark on an umbrella's own row may be written after
 * its parts.
 */
export async function shownUmbrellas(
  payload: Payload,
  ids: (string | null)[],
  write?: Write,
): Promise<Umbrellas> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  if (wanted.length === 0) return new Set()
  const rowsOf = (some: string[]) =>
    everyRow<PublicationRow>(payload, 'publications', withIds([...new Set(some)]), write)
  const live = (await rowsOf(wanted)).filter(({ kind, state }) => kind === 'event' && state === 'live')
  if (live.length === 0) return new Set()
  const owners = live.flatMap(({ municipality, organisation }) => [
    municipality,
    organisation ?? municipality,
  ])
  const inactive = inactiveOf(await rowsOf(owners))
  return new Set(live.filter((row) => hiddenBy(row, inactive) === null).map((row) => String(row.id)))
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
