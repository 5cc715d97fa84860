import type { Payload } from 'payload'
import type { PublicItem } from '../publication/public-data.js'
import { publicName } from './snapshot.js'
import type { Surroundings } from './surroundings.js'
import type { Write } from './together.js'
import type { Snapshot } from './working-document.js'
import { everyRow } from '../shared/every-row.js'

/**
 * The names by which organisations are public now. A name is part of the organisation's own approved profile, so an
 * item that was decided on under an older one shows the newer: whoever publishes is recognised everywhere at once.
 */
export type Names = ReadonlyMap<string, string>

/** The snapshot with the organiser and co-organisers as they are called now. */
export async function underPresentNames(
  payload: Payload,
  snapshot: Snapshot,
  { organisation }: Surroundings,
  write: Write,
): Promise<Snapshot> {
  const { copies } = snapshot
  const names = new Map([[organisation.id, organisation.name]])
  const others = copies.coOrganisers.map((each) => each.id)
  if (others.length > 0) {
    for (const row of await everyRow(payload, 'organisations', { id: { in: others } }, write))
      names.set(String(row.id), publicName(row))
  }
  const named = called(names)
  const coOrganisers = copies.coOrganisers.map(named)
  return { ...snapshot, copies: { ...copies, organisation: named(copies.organisation), coOrganisers } }
}

/** The public facts with present names, or null where they say them already. */
export function renamed(data: PublicItem | null, names: Names): PublicItem | null {
  if (data?.kind !== 'event' && data?.kind !== 'post') return null
  const named = called(names)
  const all = [data.organisation, ...(data.kind === 'event' ? data.coOrganisers : [])]
  if (all.every((each) => named(each).name === each.name)) return null
  const organisation = named(data.organisation)
  return data.kind === 'event'
    ? { ...data, organisation, coOrganisers: data.coOrganisers.map(named) }
    : { ...data, organisation }
}

const called =
  (names: Names) =>
  (each: { id: string; name: string }): { id: string; name: string } => ({
    ...each,
    name: names.get(each.id) || each.name,
  })
