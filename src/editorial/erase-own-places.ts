import type { Payload } from 'payload'
import type { EventContent } from '../calendar/event-content.js'
import { everyRow } from '../shared/every-row.js'
import { commitErasure, eventsAt, findPlace, forget, isBeingErased } from './erase-place.js'
import { doerOf, municipalitySlug } from './registers.js'
import { referencesOf } from './snapshot.js'
import type { Write } from './together.js'
import type { Outbox, WorkingDocument } from './working-document.js'

/**
 * Whether a place was entered with somebody's event and by no editor: it came into the register with a decision, or
 * never did. The log knows, since nobody writes in it afterwards.
 */
async function cameWithAnEvent(payload: Payload, id: string, decided: boolean, write: Write) {
  const { docs } = await payload.db.find<{ id: string; action: string }>({
    collection: 'moderation-log',
    where: {
      and: [
        { document: { equals: id } },
        { kind: { equals: 'place' } },
        { action: { in: ['open', 'withdraw'] } },
      ],
    },
    sort: 'at',
    limit: 1,
    pagination: false,
    req: write,
  })
  return docs[0] ? docs[0].action === 'open' : !decided
}

/**
 * With an event go the places that only it used and that no editor entered: what was written there may be what had to
 * be erased. Read from its history before that is destroyed; the caller holds the municipality's lock.
 */
export async function eraseOwnPlaces(
  payload: Payload,
  { id, municipality, outbox }: WorkingDocument,
  write: Write,
): Promise<void> {
  const rows = await everyRow(payload, 'revisions', { document: { equals: id } }, write)
  const places = rows.flatMap(({ content }) =>
    content ? referencesOf('event', content as EventContent).places : [],
  )
  const slug = await municipalitySlug(payload, municipality, write)
  const own: string[] = []
  for (const place of new Set(places)) {
    const row = await findPlace(payload, place, write)
    if (!row || isBeingErased(row)) continue
    if (await cameWithAnEvent(payload, place, row.decided === true, write)) own.push(place)
  }
  const used = await eventsAt(payload, { municipality, places: own }, { id: { not_equals: id } })
  for (const place of own.filter((each) => !used.has(each))) {
    // Read again: one that was merged into another changed with that.
    const row = (await findPlace(payload, place, write))!
    const because = outbox as Outbox
    const said = { reason: because.reason, by: doerOf(because), at: new Date(because.at) }
    await commitErasure(payload, row, { ...said, cause: `${because.cause} ${place}` }, slug, write)
    await forget(payload, place, write)
  }
}
