import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { nextLook } from '../publication/schedule.js'
import { findPublication } from './number-publication.js'
import type { Clock } from '../shared/clock.js'
import { DomainError } from '../shared/errors.js'
import { carryOut } from './carry-out.js'
import { compareAndSet } from './compare-and-set.js'
import { derive } from './derive.js'
import { endConsents } from './end-consent.js'
import { addressesOf } from './notices/tell.js'
import { documentKey, municipalityKey, oneAtATime } from './one-at-a-time.js'
import { projectionOf, windowOf, type Window } from './project.js'
import { registerOutbox } from './registers.js'
import { surroundingsOf } from './surroundings.js'
import { takeAction } from './take-action.js'
import { together } from './together.js'
import {
  collectionOf,
  loadWorkingDocument,
  moderatedKinds,
  type ModeratedKind,
  type WorkingDocument,
} from './working-document.js'

type Row = Record<string, unknown> & { id: string }

/** Looks at every document whose time has come: held decisions, going live, expiry, renewal. Returns how many. */
export async function runClock(payload: Payload, clock: Clock, limit = 200): Promise<number> {
  let looked = await endConsents(payload, clock)
  for (const kind of moderatedKinds) {
    const { docs } = await payload.db.find<Row>({
      collection: collectionOf[kind],
      where: { clockAt: { less_than_equal: clock.now().toISOString() } },
      sort: 'clockAt',
      limit,
      pagination: false,
    })
    for (const row of docs) {
      await lookAt(payload, kind, String(row.id), clock).catch(async (error: unknown) => {
        payload.logger.error({ err: error, kind, document: String(row.id) }, 'clock')
        // One document that cannot be carried out must not hold up the others: the rest goes first next time.
        await lookAgainLater(payload, kind, String(row.id), clock).catch(() => undefined)
      })
      looked += 1
    }
  }
  return looked
}

async function lookAt(payload: Payload, kind: ModeratedKind, id: string, clock: Clock): Promise<void> {
  const document = await loadWorkingDocument(payload, kind, id)
  if (!document) return
  const now = clock.now()
  if (document.pending && new Date(document.pending.effectiveAt) <= now)
    return carryOut(payload, kind, document, clock)
  // What the clock would do now would set the held decision aside: it waits, for a minute at most.
  if (document.pending) return
  const window = await windowNow(payload, kind, document, now)
  const past = (at: string | null) => at !== null && new Date(at) <= now
  const base = { kind, id, actor: null, input: {}, clock }
  if (document.publication === 'scheduled' && (window.visibleFrom === null || past(window.visibleFrom))) {
    return attempt(payload, document, kind, clock, () => takeAction(payload, { ...base, action: 'go-live' }))
  }
  if (document.publication === 'live' && past(window.visibleUntil)) {
    return attempt(payload, document, kind, clock, () => takeAction(payload, { ...base, action: 'expire' }))
  }
  return renewOrRest(payload, kind, id, clock)
}

async function windowNow(payload: Payload, kind: ModeratedKind, document: WorkingDocument, now: Date) {
  const none: Window = { visibleFrom: null, visibleUntil: null, endless: false }
  if (!document.approvedSnapshot) return none
  const around = await surroundingsOf(payload, kind, document, undefined)
  const data = projectionOf(kind, document, document.approvedSnapshot, now)
  const published = new Date(document.workflow.publicSince ?? now)
  const { defaultPostDays } = around.municipality
  return windowOf(kind, data, document.approvedSnapshot.content, { now, published, defaultPostDays })
}

/** A refusal (municipality closed, organisation suspended) is tried again later, when it may have been lifted. */
async function attempt(
  payload: Payload,
  document: WorkingDocument,
  kind: ModeratedKind,
  clock: Clock,
  act: () => Promise<unknown>,
) {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof DomainError) || error.status >= 500) throw error
    await lookAgainLater(payload, kind, document.id, clock)
  }
}

/** Puts the next look a minute off. */
async function lookAgainLater(
  payload: Payload,
  kind: ModeratedKind,
  id: string,
  clock: Clock,
): Promise<void> {
  const later = new Date(clock.now().getTime() + 60_000).toISOString()
  await oneAtATime(documentKey(collectionOf[kind], id), () =>
    together(payload, async (write) => {
      const document = await loadWorkingDocument(payload, kind, id, write)
      if (!document) return
      const held = document.pending?.effectiveAt ?? null
      const clockAt = held !== null && held > clock.now().toISOString() && held < later ? held : later
      await compareAndSet(payload, kind, document, { clockAt }, write)
    }),
  )
}

/**
 * Writes a series that goes on anew every 30 days, so that readers have 400 days of it, and an event whose consent to show
 * a contact has ended, so that the contact is gone; else sets the next look.
 */
async function renewOrRest(payload: Payload, kind: ModeratedKind, id: string, clock: Clock): Promise<void> {
  const first = await loadWorkingDocument(payload, kind, id)
  if (!first) return
  const { municipality } = await surroundingsOf(payload, kind, first, undefined)
  await oneAtATime(documentKey(collectionOf[kind], id), () =>
    oneAtATime(municipalityKey(municipality.slug), () =>
      together(payload, async (write) => {
        const document = await loadWorkingDocument(payload, kind, id, write)
        if (!document || document.outbox || document.pending) return
        const now = clock.now()
        const window = await windowNow(payload, kind, document, now)
        const look = (modified: string) =>
          nextLook({ publication: document.publication, ...window, modified, pendingAt: null })
        const told = await findPublication(payload, id, write)
        const shown = told?.data?.kind === 'event' && told.data.contact !== null
        const consentEnded = shown && window.contactUntil ? new Date(window.contactUntil) <= now : false
        // A series that comes to its end: readers have its times only as far as was written when it still went on.
        const endsNow = kind === 'event' && !window.endless && told !== null && told.visibleUntil === null
        const renews =
          document.publication === 'live' &&
          (window.endless || consentEnded || endsNow) &&
          document.approvedSnapshot !== null
        const due = renews && (document.clockAt === null || new Date(document.clockAt) <= now)
        if (!due) {
          await compareAndSet(payload, kind, document, { clockAt: look(now.toISOString()) }, write)
          return
        }
        const action = consentEnded ? 'end-contact' : 'renew'
        const outbox = {
          ...registerOutbox(action, document.revision, null, now),
          tell: addressesOf(action, { organisation: document.organisation }),
          cause: randomUUID(),
          from: document.state,
          to: document.state,
          automated: true,
        }
        const columns = { outbox, outboxCause: outbox.cause, clockAt: look(now.toISOString()) }
        if (!(await compareAndSet(payload, kind, document, columns, write))) return
        const around = await surroundingsOf(payload, kind, document, write)
        await derive(payload, kind, { ...document, ...columns }, around, write)
      }),
    ),
  )
}
