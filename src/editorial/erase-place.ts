import type { Payload, Where } from 'payload'
import { namesPlace } from '../calendar/place-actions.js'
import type { EventContent } from '../calendar/event-content.js'
import { everyRow, rowsInBatches } from '../shared/every-row.js'
import { writeLog } from './records.js'
import { deriveRegister, registerOutbox, type Doer } from './registers.js'
import type { Write } from './together.js'
import type { Outbox, WorkingDocument } from './working-document.js'
import { idAlways } from '../shared/reference.js'

export type PlaceRow = Record<string, unknown> & { id: string }

export const findPlace = (payload: Payload, id: string, write?: Write): Promise<PlaceRow | null> =>
  payload.db.findOne<PlaceRow>({ collection: 'places', where: { id: { equals: id } }, req: write })

export const isBeingErased = (row: Record<string, unknown> | null): boolean =>
  (row?.outbox as Outbox | null | undefined)?.to === 'erased'

/** Commits columns of a place with what is to follow from them. The caller holds the municipality's lock. */
export async function setPlace(
  payload: Payload,
  id: string,
  columns: Record<string, unknown>,
  outbox: Outbox,
  write: Write,
): Promise<void> {
  await payload.db.updateOne({
    collection: 'places',
    where: { id: { equals: id } },
    data: { ...columns, revision: outbox.revision, outbox, outboxCause: outbox.cause },
    req: write,
  })
}

/** What is left of a place from the moment on in which it is erased. */
const nothingLeft = {
  ...{ name: '', address: null, latitude: null, longitude: null, searchName: '' },
  ...{ accessibility: [], replacedBy: null, decided: false },
}

/**
 * Erases a place: its words and where it lies are gone with this write, from the public register too. What uses it
 * loses it afterwards (`finishErasure`). Places that were merged into it leave the register: there is nowhere to send
 * anybody. The caller holds the municipality's lock.
 */
export async function commitErasure(
  payload: Payload,
  row: PlaceRow,
  said: { reason: string | null; by: Doer; at: Date; cause?: string },
  slug: string,
  write: Write,
): Promise<void> {
  const outboxOf = (action: string, of: PlaceRow) =>
    registerOutbox(action, Number(of.revision ?? 1) + 1, said.by, said.at)
  const merged = await everyRow<PlaceRow>(payload, 'places', { replacedBy: { equals: row.id } }, write)
  for (const each of merged) {
    // What an earlier save left is completed first.
    await deriveRegister(payload, 'place', each.id, slug, write)
    await setPlace(payload, each.id, { replacedBy: null, decided: false }, outboxOf('withdraw', each), write)
    await deriveRegister(payload, 'place', each.id, slug, write)
  }
  await deriveRegister(payload, 'place', row.id, slug, write)
  const outbox = { ...outboxOf('erase', row), to: 'erased', reason: said.reason }
  await setPlace(payload, row.id, nothingLeft, { ...outbox, cause: said.cause ?? outbox.cause }, write)
  await deriveRegister(payload, 'place', row.id, slug, write)
}

/** Where an event may name a place. */
type Naming = Pick<WorkingDocument, 'content' | 'approvedSnapshot' | 'pending'>

/** What names the place, in what is public, in what waits or in a decision that is held. */
export const uses = ({ content, approvedSnapshot, pending }: Naming, place: string): boolean =>
  namesPlace(content as EventContent | null, place) ||
  namesPlace(approvedSnapshot?.content as EventContent | undefined, place) ||
  approvedSnapshot?.copies.places[place] !== undefined ||
  namesPlace(pending?.input.edits as object | null, place)

/** Of some places of a municipality those that events name, each with the ids of those; all events are read once. */
export async function eventsAt(
  payload: Payload,
  { municipality, places }: { municipality: string; places: readonly string[] },
  but: Where = {},
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  if (places.length === 0) return found
  const here: Where = { and: [{ municipality: { equals: municipality } }, but] }
  const select = { content: true, approvedSnapshot: true, pending: true } as const
  for await (const rows of rowsInBatches<Naming & { id: string }>(payload, 'events', here, { select }))
    for (const row of rows)
      for (const place of places)
        if (uses(row, place)) found.set(place, [...(found.get(place) ?? []), String(row.id)])
  return found
}

/** The last that is told of a place that nothing uses any more. The caller holds the municipality's lock. */
export async function forget(payload: Payload, id: string, write: Write): Promise<void> {
  const row = await findPlace(payload, id, write)
  if (!row || !isBeingErased(row)) return
  const entry = { id, municipality: idAlways(row.municipality), organisation: null }
  await writeLog(payload, 'place', entry, row.outbox as Outbox, null, write)
  await payload.db.deleteOne({ collection: 'places', where: { id: { equals: id } }, req: write })
}
