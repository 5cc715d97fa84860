import { randomUUID } from 'node:crypto'
import type { Payload, Where } from 'payload'
import type { Publication } from '../publication/publication.js'
import {
  numberPublications,
  type PublicationChange,
  type PublicationRow as Row,
} from './number-publication.js'
import { municipalityKey, oneAtATime } from './one-at-a-time.js'
import { renamed, type Names } from './organisation-names.js'
import { placed, placesIn, readPlaces, type Places } from './present-places.js'
import { municipalitySlug } from './registers.js'
import { together } from './together.js'
import { shownUmbrellas, umbrellaOf, underUmbrella, type Umbrellas } from './umbrellas.js'
import { everyRow, rowsInBatches } from '../shared/every-row.js'
import { idAlways } from '../shared/reference.js'

/** What concerns everything of an owner: whether it is active, what it is called, and where its places are. */
interface Owners {
  inactive: ReadonlyMap<string, boolean>
  names: Names
  places: Places
  /** Null while they have not been asked for. */
  umbrellas: Umbrellas | null
}

/**
 * So many publications are written at once. While they are, nothing else of the municipality is numbered, so it is few
 * enough that nobody's decision waits for it.
 */
const atOnce = 25

/** For so long after its last change an organisation's items are looked through for an older name. */
const lately = 10 * 60_000
/** The same at start: longer than any process takes to be started again. */
const atMostDown = 7 * 86_400_000

/** What hides a publication now, by the flags of its organisation and municipality. */
function hiddenBy(row: Row, { inactive }: Owners): Publication['hidden'] {
  if (row.kind !== 'municipality' && inactive.get(row.municipality)) return 'closed'
  return row.organisation && inactive.get(row.organisation) ? 'suspended' : null
}

const live: Where = { state: { equals: 'live' } }

/** Which publications may have to be written anew, one query for each reason. */
function concerned(owners: Row[], since: number): Where[] {
  const inactive = owners.filter((row) => row.active === false)
  const changed = owners.filter((row) => row.kind === 'organisation' && Date.parse(row.modified) >= since)
  return [
    { and: [live, { hidden: { in: ['suspended', 'closed'] } }] },
    ...inactive.map((row) => ({
      and: [
        live,
        { [row.kind === 'municipality' ? 'municipality' : 'organisation']: { equals: row.id } } as Where,
      ],
    })),
    // Of the whole municipality: as a co-organiser it is named on the items of others.
    ...[...new Set(changed.map((row) => row.municipality))].map((municipality) => ({
      and: [live, { municipality: { equals: municipality } } as Where, { kind: { in: ['event', 'post'] } }],
    })),
  ]
}

const areOwners: Where = { kind: { in: ['organisation', 'municipality'] } }

const ownersIn = (rows: Row[], places: Places, umbrellas: Umbrellas | null = null): Owners => ({
  places,
  umbrellas,
  inactive: new Map(rows.map((row) => [String(row.id), row.active === false])),
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

/**
 * Gives every publication whose owner was suspended or closed (or is open again), or is called otherwise now, or beside
 * whom such an organisation is named, or whose place has another name or address, its own change number, so that readers
 * of the delta hear of it. The flag has hidden it on every door long before; this may
 * be stopped and done again. `atStart`: nobody knows what was left unfinished.
 */
async function fanOut(payload: Payload, { atStart = false } = {}): Promise<number> {
  const rows = await everyRow<Row>(payload, 'publications', areOwners)
  const since = Date.now() - (atStart ? atMostDown : lately)
  const changed = await changedPlaces(payload, since)
  const owners = ownersIn(rows, await readPlaces(payload, changed.ids))
  let written = 0
  for (const where of [...concerned(rows, since), ...changed.concerned]) {
    for await (const some of rowsInBatches<Row>(payload, 'publications', where)) {
      for (const batch of batches(some.filter((row) => due(row, owners)))) {
        const began = performance.now()
        written += await settle(payload, batch)
        // As long a pause as the writing took: decisions of other processes find the counter free half of the time.
        await new Promise((resolve) => setTimeout(resolve, performance.now() - began))
      }
    }
  }
  return written
}

/** The places that editors have changed since, and what may show them: one that was only made is shown as it was made. */
async function changedPlaces(
  payload: Payload,
  since: number,
): Promise<{ ids: string[]; concerned: Where[] }> {
  const rows = await everyRow(payload, 'places', {
    and: [
      { updatedAt: { greater_than_equal: new Date(since).toISOString() } },
      { revision: { greater_than: 1 } },
    ],
  })
  const homes = new Set(rows.map((row) => idAlways(row.municipality)))
  const slugs = await Promise.all([...homes].map((id) => municipalitySlug(payload, id)))
  return {
    ids: rows.map((row) => String(row.id)),
    concerned: slugs.map((slug) => ({
      and: [live, { municipality: { equals: slug } } as Where, { kind: { equals: 'event' } }],
    })),
  }
}

/** Small batches, each of one municipality. */
function batches(rows: Row[]): Row[][] {
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
  return (umbrellas && underUmbrella(there ?? data, umbrellas)) ?? there
}

/** What the publication must become, or null where it is so already. */
function due(row: Row, owners: Owners): Pick<Publication, 'hidden' | 'data'> | null {
  const hidden = hiddenBy(row, owners)
  const before = row.hidden ?? null
  // What is hidden has had its tombstone; it gets its new name when it comes back.
  const data = hidden === null ? present(row.data, owners) : null
  return hidden === before && data === null ? null : { hidden, data: data ?? row.data }
}

/**
 * Writes the publications of one municipality that must become otherwise; returns how many there were. Both they and
 * their owners are read under the lock: what was seen before may be older than a decision about the owner since.
 */
async function settle(payload: Payload, seen: Row[]): Promise<number> {
  const slug = seen[0]!.municipality
  return oneAtATime(municipalityKey(slug), () =>
    together(payload, async (write) => {
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
      const above = docs.map((row) => umbrellaOf(row.data))
      const now = ownersIn(owners.docs, places, await shownUmbrellas(payload, above, write))
      const at = new Date().toISOString()
      const changes = docs.flatMap((row) => changeOf(row, now, at) ?? [])
      await numberPublications(payload, slug, changes, new Map(docs.map((row) => [row.id, row])), write)
      return changes.length
    }),
  )
}

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

/** The fan-out, after the one that is under way. */
export const fanOutNow = (payload: Payload, how: { atStart?: boolean } = {}): Promise<number> =>
  oneAtATime('fan-out', () => fanOut(payload, how))

/** Begins the fan-out without waiting for it; the reconciler finishes what does not come to an end. */
export function fanOutSoon(payload: Payload): void {
  void fanOutNow(payload).catch((error: unknown) => {
    payload.logger.error({ err: error }, 'fan-out')
  })
}

/** Writes the public parts of an event anew that citizens have begun or ceased to see, so that they name it only while they do. */
export async function renewParts(payload: Payload, umbrella: string): Promise<void> {
  const parts = await everyRow(payload, 'events', { umbrella: { equals: umbrella } })
  for (let at = 0; at < parts.length; at += atOnce) {
    const ids = parts.slice(at, at + atOnce).map((row) => String(row.id))
    const rows = await everyRow<Row>(payload, 'publications', { and: [live, { id: { in: ids } }] })
    for (const batch of batches(rows)) await settle(payload, batch)
  }
}
