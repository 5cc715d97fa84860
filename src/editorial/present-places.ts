import type { Payload } from 'payload'
import type { EventData, PlaceFacts, PublicItem } from '../publication/public-data.js'
import { everyRow, withIds } from '../shared/every-row.js'
import { canonical } from './content.js'
import { placeFacts } from './snapshot.js'
import type { Write } from './together.js'
import type { Snapshot } from './working-document.js'

/**
 * Places by id, as they are called and where they lie now. Only editors change a place once it is made, so what is said
 * of it now is their word: an event that was decided on before shows it at once. One that is gone is in none of these.
 */
export type Places = ReadonlyMap<string, PlaceFacts>

export async function readPlaces(payload: Payload, ids: Iterable<string>, write?: Write): Promise<Places> {
  const wanted = [...new Set(ids)]
  const rows = wanted.length === 0 ? [] : await everyRow(payload, 'places', withIds(wanted), write)
  return new Map(rows.map((row) => [String(row.id), placeFacts(row)]))
}

/** The snapshot with its places as they are now. */
export async function withPresentPlaces(
  payload: Payload,
  snapshot: Snapshot,
  write: Write,
): Promise<Snapshot> {
  const { places } = snapshot.copies
  const now = await readPlaces(payload, Object.keys(places), write)
  const present = Object.fromEntries(
    Object.entries(places).map(([id, before]) => [id, now.get(id) ?? before]),
  )
  return { ...snapshot, copies: { ...snapshot.copies, places: present } }
}

/** The ids of the places that are shown in a publication. */
export function placesIn(data: PublicItem | null): string[] {
  if (data?.kind !== 'event') return []
  return [data.place, ...data.overrides.map((one) => one.place)].flatMap((place) => place?.id ?? [])
}

/** The public facts with present places, or null where they say them already. */
export function placed(data: PublicItem | null, places: Places): EventData | null {
  if (data?.kind !== 'event') return null
  const present = (place: PlaceFacts | null) => (place?.id && places.get(place.id)) || place
  const place = present(data.place)
  const overrides = data.overrides.map((one) => ({ ...one, place: present(one.place) }))
  const after = { ...data, place, overrides }
  return canonical([place, overrides]) === canonical([data.place, data.overrides]) ? null : after
}
