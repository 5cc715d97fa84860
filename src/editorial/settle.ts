import { randomUUID } from 'node:crypto'
import type { Payload, Where } from 'payload'
import type { Publication } from '../publication/publication.js'
import { everyRow } from '../shared/every-row.js'
import { hiddenBy, inactiveOf, type Inactive } from './hidden-by.js'
import {
  numberPublications,
  type PublicationChange,
  type PublicationRow as Row,
} from './number-publication.js'
import { municipalityKey, oneAtATime } from './one-at-a-time.js'
import { renamed, withoutErased, type Names } from './organisation-names.js'
import { placed, placesIn, readPlaces, type Places } from './present-places.js'
import { together, type Write } from './together.js'
import { shownUmbrellas, umbrellaOf, underUmbrella, type Umbrellas } from './umbrellas.js'

/** What concerns everything of an owner: whether it is active, what it is called, and where its places are. */
export interface Owners {
  inactive: Inactive
  names: Names
  places: Places
  umbrellas: Umbrellas
}

/**
 * So many publications are written at once. While they are, nothing else of the municipality is numbered, so it is few
 * enough that nobody's decision waits for it.
 */
const atOnce = 25

export const live: Where = { state: { equals: 'live' } }

const unfinishedStates = ['draft', 'in-review', 'changes-requested', 'rejected']

export const areOwners: Where = { kind: { in: ['organisation', 'municipality'] } }

export const ownersIn = (rows: Row[], places: Places, umbrellas: Umbrellas): Owners => ({
  places,
  umbrellas,
  inactive: inactiveOf(rows),
  names: new Map(
    rows.flatMap((row): [string, string | null][] => {
      if (row.kind === 'organisation' && row.state === 'erased') return [[row.id, null]]
      return row.data?.kind === 'organisation' ? [[row.id, row.data.name]] : []
    }),
  ),
})

/** The owners of some rows and those who are named on them, by id. */
function ownersOf({ municipality, organisation, data }: Row): string[] {
  const named =
    data?.kind === 'event'
      ? [data.organisation, ...data.coOrganisers]
      : data?.kind === 'post'
        ? [data.organisation]
        : []
  return [municipality, ...(organisation ? [organisation] : []), ...named.map(({ id }) => id)]
}

/** Small batches, each of one municipality. */
export function batches(rows: Row[]): Row[][] {
  const found: Row[][] = []
  for (const slug of new Set(rows.map((row) => row.municipality))) {
    const own = rows.filter((row) => row.municipality === slug)
    for (let at = 0; at < own.length; at += atOnce) found.push(own.slice(at, at + atOnce))
  }
  return found
}

/** The public facts with the names and places of now, or null where they say them already. */
function present(data: Row['data'], { names, inactive, places, umbrellas }: Owners): Row['data'] {
  const called = renamed(data, names, inactive)
  const there = placed(called ?? data, places) ?? called
  return underUmbrella(there ?? data, umbrellas) ?? there
}

/** What the publication must become, or null where it is so already. */
export function due(row: Row, owners: Owners): Pick<Publication, 'hidden' | 'data'> | null {
  const hidden = hiddenBy(row, owners.inactive)
  const before = row.hidden ?? null
  // What is hidden has had its tombstone; it gets its new name when it comes back, and forgets who was erased at once.
  const data = hidden === null ? present(row.data, owners) : withoutErased(row.data, owners.names)
  return hidden === before && data === null ? null : { hidden, data: data ?? row.data }
}

/**
 * Writes the publications of one municipality that must become otherwise; returns how many there were. Both they and
 * their owners are read under the lock: what was seen before may be older than a decision about the owner since.
 */
export const settle = (payload: Payload, seen: Row[]): Promise<number> =>
  oneAtATime(municipalityKey(seen[0]!.municipality), () =>
    together(payload, (write) => settleLocked(payload, seen, write)),
  )

/** The same for a caller that holds the municipality's lock and is inside `together` already. */
async function settleLocked(payload: Payload, seen: Row[], write: Write): Promise<number> {
  const slug = seen[0]!.municipality
  const { docs } = await payload.db.find<Row>({
    collection: 'publications',
    where: { and: [live, { id: { in: seen.map((row) => row.id) } }] },
    limit: atOnce,
    pagination: false,
    req: write,
  })
  const owners = await payload.db.find<Row>({
    collection: 'publications',
    where: { and: [areOwners, { id: { in: [...new Set(docs.flatMap(ownersOf))] } }] },
    limit: 0,
    pagination: false,
    req: write,
  })
  const places = await readPlaces(
    payload,
    docs.flatMap((row) => placesIn(row.data)),
    write,
  )
  const now = ownersIn(owners.docs, places, await shownUmbrellas(payload, umbrellasOf(docs), write))
  const at = new Date().toISOString()
  const changes = docs.flatMap((row) => changeOf(row, now, at) ?? [])
  await numberPublications(payload, slug, changes, new Map(docs.map((row) => [row.id, row])), write)
  return changes.length
}

/**
 * Writes the public parts of an event anew when citizens have begun or ceased to see it, so that they name it only while
 * they do. May be done again. The caller holds the municipality's lock.
 */
export async function settleParts(
  payload: Payload,
  umbrella: string,
  municipality: string,
  write: Write,
): Promise<void> {
  // A change under way may have left the umbrella that the approved version names.
  const unfinished: Where = {
    and: [{ publication: { equals: 'live' } }, { state: { in: unfinishedStates } }],
  }
  const { docs } = await payload.db.find<{ id: string }>({
    collection: 'events',
    where: {
      and: [
        { municipality: { equals: municipality } },
        { or: [{ umbrella: { equals: umbrella } }, unfinished] },
      ],
    },
    select: { revision: true },
    limit: 0,
    pagination: false,
    req: write,
  })
  for (let at = 0; at < docs.length; at += atOnce) {
    const ids = docs.slice(at, at + atOnce).map((row) => String(row.id))
    const rows = await everyRow<Row>(payload, 'publications', { and: [live, { id: { in: ids } }] }, write)
    const parts = rows.filter((row) => umbrellaOf(row.data) === umbrella)
    if (parts.length > 0) await settleLocked(payload, parts, write)
  }
}

export const umbrellasOf = (rows: Row[]) => rows.map((row) => umbrellaOf(row.data))

function changeOf(row: Row, owners: Owners, at: string): PublicationChange | null {
  const change = due(row, owners)
  if (!change) return null
  const { id, kind, municipality, state, pictures, visibleFrom, visibleUntil, reason, explanation } = row
  return {
    ...{ id, kind, municipality, state, pictures, visibleFrom, visibleUntil, reason, explanation },
    organisation: row.organisation ?? null,
    ...change,
    cause: randomUUID(),
    at,
  }
}
