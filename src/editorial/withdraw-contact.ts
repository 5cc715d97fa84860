import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import type { EventContent } from '../calendar/event-content.js'
import { requireTaken } from '../shared/not-taken.js'
import type { Clock } from '../shared/clock.js'
import { DomainError, nothingHere } from '../shared/errors.js'
import type { Actor } from '../tenancy/actor.js'
import type { ActionInput } from './action-input.js'
import { compareAndSet } from './compare-and-set.js'
import { derive } from './derive.js'
import { relationFor } from './facts.js'
import { pendingWithout } from './held-decision.js'
import { addressesOf } from './notices/tell.js'
import { documentKey, municipalityKey, oneAtATime } from './one-at-a-time.js'
import { completeLocked } from './reconcile.js'
import { registerOutbox, type Doer } from './registers.js'
import { conflict, requireRevision } from './revision-conflict.js'
import { surroundingsOf } from './surroundings.js'
import { together, type Write } from './together.js'
import { loadWorkingDocument, type WorkingDocument } from './working-document.js'

const nobody: EventContent['contact'] = {
  name: null,
  email: null,
  phone: null,
  consentReference: null,
  consentUntil: null,
}

const hasContact = (content: unknown): boolean => {
  const contact = (content as EventContent | null | undefined)?.contact
  return Boolean(contact && (contact.name || contact.email || contact.phone))
}

/** Whether an event names a contact, in what is public or in what waits. */
export const namesContact = ({ content, approvedSnapshot }: WorkingDocument): boolean =>
  hasContact(content) || hasContact(approvedSnapshot?.content)

/**
 * Takes the contact off an event because the person asks for it: out of what is public and of what waits, at once, so
 * that no restoring brings it back. Authors and editors may, in every state.
 */
export function withdrawContact(
  payload: Payload,
  { actor, input, ...about }: { id: string; actor: Actor; input: ActionInput; clock: Clock },
): Promise<Withdrawn> {
  return takeAway(payload, about, async (document, write) => {
    const relation = await relationFor(payload, actor, 'event', document, write)
    if (!relation.author && !relation.editor) throw nothingHere()
    requireTaken(input, ['revision'])
    requireRevision(input.revision)
    if (input.revision !== document.revision)
      throw await conflict(payload, 'event', document, input.revision, write)
    return { doer: actor, own: !relation.editor }
  })
}

/** The same for a contact that was taken away before, and that a restored copy of the database names again. */
export const withdrawContactAgain = (payload: Payload, id: string, clock: Clock): Promise<Withdrawn> =>
  takeAway(payload, { id, clock }, () => Promise.resolve({ doer: null, own: false }))

interface Withdrawn {
  state: string
  publication: string
  revision: number
}

/** `may`: who takes it away; throws where they may not. */
async function takeAway(
  payload: Payload,
  { id, clock }: { id: string; clock: Clock },
  may: (document: WorkingDocument, write: Write) => Promise<{ doer: Doer; own: boolean }>,
): Promise<Withdrawn> {
  return oneAtATime(documentKey('events', id), async () => {
    await completeLocked(payload, 'event', id)
    const first = await loadWorkingDocument(payload, 'event', id)
    if (!first) throw nothingHere()
    const { municipality } = await surroundingsOf(payload, 'event', first, undefined)
    return oneAtATime(municipalityKey(municipality.slug), () =>
      together(payload, async (write) => {
        const document = await loadWorkingDocument(payload, 'event', id, write)
        if (!document) throw nothingHere()
        const { doer, own } = await may(document, write)
        if (!namesContact(document))
          throw new DomainError('not-possible-in-this-state', 'The event names no contact.')
        const now = clock.now()
        const without = <T>(content: T): T => content && { ...content, contact: nobody }
        const revision = document.revision + 1
        const snapshot = document.approvedSnapshot
        const { pending, voids } = pendingWithout(document, hasContact, { revision, at: now })
        const outbox = {
          ...registerOutbox('withdraw-contact', revision, doer, now),
          cause: randomUUID(),
          from: document.state,
          to: document.state,
          publication: document.publication === 'live',
          keepRevision: document.content !== null,
          rewriteNative: true,
          voids,
          tell: addressesOf('withdraw-contact', {
            organisation: document.organisation,
            own,
          }),
        }
        const columns = {
          revision,
          pending,
          content: without(document.content),
          approvedSnapshot: snapshot && { ...snapshot, content: without(snapshot.content) },
          outbox,
          outboxCause: outbox.cause,
        }
        if (!(await compareAndSet(payload, 'event', document, columns, write)))
          throw await conflict(payload, 'event', document, document.revision, write)
        const around = await surroundingsOf(payload, 'event', document, write)
        await derive(payload, 'event', { ...document, ...columns } as WorkingDocument, around, write)
        return { state: document.state, publication: document.publication, revision }
      }),
    )
  })
}
