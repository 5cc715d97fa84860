import type { Payload, Where } from 'payload'
import { everyRow, rowsInBatches } from '../shared/every-row.js'
import { idAlways } from '../shared/reference.js'
import type { PublicationRow as Row } from './number-publication.js'
import { oneAtATime } from './one-at-a-time.js'
import { readPlaces } from './present-places.js'
import { municipalitySlug } from './registers.js'
import { areOwners, batches, due, live, type Owners, ownersIn, settle, umbrellasOf } from './settle.js'
import { shownUmbrellas } from './umbrellas.js'

/** For so long after its last change an organisation's items are looked through for an older name. */
const lately = 10 * 60_000
/** The same at start: longer than any process takes to be started again. */
const atMostDown = 7 * 86_400_000

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

/**
 * Gives every publication whose owner was suspended or closed (or is open again), or is called otherwise now, or beside
 * whom such an organisation is named, or which is part of something of such an organisation, or whose place has another
 * name or address, its own change number, so that readers of the delta hear of it. The flag has hidden it on every door
 * long before; this may be stopped and done again. `since`, in milliseconds: how far back changes
 * of owners and places are looked at.
 */
async function fanOut(payload: Payload, since: number): Promise<number> {
  const rows = await everyRow<Row>(payload, 'publications', areOwners)
  const changed = await changedPlaces(payload, since)
  const places = await readPlaces(payload, changed.ids)
  let written = 0
  for (const where of [...concerned(rows, since), ...changed.concerned]) {
    for await (const some of rowsInBatches<Row>(payload, 'publications', where)) {
      const owners = ownersIn(rows, places, await shownUmbrellas(payload, umbrellasOf(some)))
      for (const batch of batches(some.filter((row) => isDue(payload, row, owners)))) {
        const began = performance.now()
        written += await settle(payload, batch)
        // As long a pause as the writing took: decisions of other processes find the counter free half of the time.
        await new Promise((resolve) => setTimeout(resolve, performance.now() - began))
      }
    }
  }
  return written
}

/** One that cannot be read (changed by hand, or by another version) is shown nowhere; it is told of and stops no other. */
function isDue(payload: Payload, row: Row, owners: Owners): boolean {
  try {
    return due(row, owners) !== null
  } catch (error) {
    payload.logger.error({ err: error, kind: row.kind, document: row.id }, 'fan-out')
    return false
  }
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

/** From when on changes may not have been carried through by this process, in milliseconds; by database. */
const unfinished = new WeakMap<Payload, number>()

/**
 * The fan-out, after the one that is under way. `atStart`: nobody knows what was left unfinished. One that fails, however
 * long the database is away, has the next one look back as far as it would have.
 */
export const fanOutNow = (payload: Payload, { atStart = false, now = Date.now() } = {}): Promise<number> => {
  const asked = now - (atStart ? atMostDown : lately)
  return oneAtATime('fan-out', async () => {
    const since = Math.min(asked, unfinished.get(payload) ?? asked)
    unfinished.set(payload, since)
    const written = await fanOut(payload, since)
    unfinished.delete(payload)
    return written
  })
}

/** Begins the fan-out without waiting for it; the reconciler finishes what does not come to an end. */
export function fanOutSoon(payload: Payload): void {
  void fanOutNow(payload).catch((error: unknown) => {
    payload.logger.error({ err: error }, 'fan-out')
  })
}
