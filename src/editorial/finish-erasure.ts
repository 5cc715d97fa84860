import type { Payload } from 'payload'
import { namesPlace, withoutPlace } from '../calendar/place-actions.js'
import { idAlways } from '../shared/reference.js'
import { compareAndSet } from './compare-and-set.js'
import { addressesOf } from './notices/tell.js'
import { derive } from './derive.js'
import { eventsAt, findPlace, forget, isBeingErased, uses } from './erase-place.js'
import { pendingWithout } from './held-decision.js'
import { documentKey, municipalityKey, oneAtATime } from './one-at-a-time.js'
import { doerOf, municipalitySlug, registerOutbox } from './registers.js'
import { surroundingsOf } from './surroundings.js'
import { together } from './together.js'
import { loadWorkingDocument, type Outbox, type WorkingDocument } from './working-document.js'

/** Takes an erased place out of what uses it, and then its row away. Does nothing for a place that is not being erased. */
export async function finishErasure(payload: Payload, id: string): Promise<void> {
  const row = await findPlace(payload, id)
  if (!row || !isBeingErased(row)) return
  const municipality = idAlways(row.municipality)
  const outbox = row.outbox as Outbox
  const found = async () => (await eventsAt(payload, { municipality, places: [id] })).get(id) ?? []
  // Until nothing names it: a form that was saved at the same moment may have.
  for (let events = await found(); events.length > 0; events = await found())
    for (const event of events) await takeOut(payload, event, id, outbox)
  const slug = await municipalitySlug(payload, municipality)
  await oneAtATime(municipalityKey(slug), () => together(payload, (write) => forget(payload, id, write)))
}

/** One event loses the place, in what is public and in what waits, and its organisation is told. */
async function takeOut(payload: Payload, id: string, place: string, because: Outbox): Promise<void> {
  await oneAtATime(documentKey('events', id), async () => {
    const first = await loadWorkingDocument(payload, 'event', id)
    if (!first) return
    const { municipality } = await surroundingsOf(payload, 'event', first, undefined)
    await oneAtATime(municipalityKey(municipality.slug), () =>
      together(payload, async (write) => {
        const around = await surroundingsOf(payload, 'event', first, write)
        const left = await loadWorkingDocument(payload, 'event', id, write)
        // What an earlier action left is completed first.
        if (left?.outbox) await derive(payload, 'event', left, around, write)
        const document = left?.outbox ? await loadWorkingDocument(payload, 'event', id, write) : left
        if (!document || !uses(document, place)) return
        const now = new Date()
        const without = <T>(content: T): T => content && (withoutPlace(content as object, place) as T)
        const revision = document.revision + 1
        const snapshot = document.approvedSnapshot
        const bringsBack = (edits: Record<string, unknown>) => namesPlace(edits, place)
        const { pending, voids } = pendingWithout(document, bringsBack, { revision, at: now })
        const { [place]: _erased, ...places } = snapshot?.copies.places ?? {}
        const outbox = {
          ...registerOutbox('lose-place', revision, doerOf(because), now),
          cause: `${because.cause} ${id}`,
          from: document.state,
          to: document.state,
          publication: document.publication === 'live',
          keepRevision: document.content !== null,
          rewriteNative: true,
          voids,
          tell: addressesOf('lose-place', { organisation: document.organisation }),
        }
        const columns = {
          revision,
          pending,
          content: without(document.content),
          approvedSnapshot: snapshot && {
            ...snapshot,
            content: without(snapshot.content),
            copies: { ...snapshot.copies, places },
          },
          outbox,
          outboxCause: outbox.cause,
        }
        if (!(await compareAndSet(payload, 'event', document, columns, write))) return
        await derive(payload, 'event', { ...document, ...columns } as WorkingDocument, around, write)
      }),
    )
  })
}
